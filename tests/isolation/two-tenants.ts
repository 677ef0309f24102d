/** Two municipalities with a row in every table, marked by words that must never be seen from the other one. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { systemPerson } from '../../apps/api/src/platform/auth/system.js';

export interface Tenant {
  /** A word that stands in every text of this tenant and nowhere else. */
  readonly canary: string;
  /** Their coordinator's. */
  readonly address: string;
  readonly tenantId: string;
  readonly areaId: string;
  readonly meetingId: string;
  /** The team's own about the same area, which was called off: no guest's, and nothing is written on it any more. */
  readonly calledOffId: string;
  readonly agendaItemId: string;
  readonly participantId: string;
  readonly runSheetItemId: string;
  readonly featureId: string;
  readonly invitationId: string;
  readonly cadenceId: string;
  readonly followUpId: string;
  readonly agreementId: string;
  readonly gapId: string;
  readonly knowledgeId: string;
  readonly roundId: string;
  readonly milestoneId: string;
  readonly preparationItemId: string;
  readonly coordinator: string;
  readonly team: string;
  readonly guest: string;
  /** Members whose rights are fewer than they might seem; `demoted` worked with areas once, and what was theirs to do still is. */
  readonly lesser: Readonly<Record<'unnamed' | 'steering' | 'administrator' | 'former' | 'removed' | 'demoted', string>>;
}

const square = '{"type":"Polygon","coordinates":[[[10,56],[10.01,56],[10.01,56.01],[10,56.01],[10,56]]]}';
const stateOf = (canary: string) =>
  JSON.stringify({
    kind: 'NOTE',
    name: canary,
    note: canary,
    geometry: { type: 'Point', coordinates: [10, 56] },
    details: {},
    voices: [],
    outdated: false,
    removed: false,
  });

/** A municipality in which nobody has done anything yet: whatever its people change is somebody else's, but for themselves. */
export interface EmptyTenant {
  readonly tenantId: string;
  readonly coordinator: string;
  readonly administrator: string;
}

export async function makeEmptyTenant(admin: Client): Promise<EmptyTenant> {
  const [tenantId, coordinator, administrator] = [randomUUID(), randomUUID(), randomUUID()];
  await admin.query("insert into open_room.tenant (tenant_id, slug, name, kind) values ($1, $2, $2, 'municipality')", [tenantId, `e-${tenantId.slice(0, 8)}`]);
  for (const [personId, role] of [
    [coordinator, 'coordinator'],
    [administrator, 'tenant_admin'],
    [systemPerson, 'system'],
  ]) {
    await admin.query('insert into identity.person (id) values ($1) on conflict do nothing', [personId]);
    await admin.query('insert into open_room.membership (tenant_id, person_id, name, roles) values ($1, $2, $3, array[$3])', [tenantId, personId, role]);
  }
  return { tenantId, coordinator, administrator };
}

/** Written under the owner, as a restore would. A table without a row here fails the suite: add one. */
export async function makeTenant(admin: Client): Promise<Tenant> {
  const [tenantId, areaId, meetingId, featureId, invitationId, coordinator, team, guest] = Array.from({ length: 8 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const lesser = {
    unnamed: randomUUID(),
    steering: randomUUID(),
    administrator: randomUUID(),
    former: randomUUID(),
    removed: randomUUID(),
    demoted: randomUUID(),
  };
  const canary = `kanariefugl ${tenantId}`;
  const state = stateOf(canary);
  const slug = `i-${tenantId.slice(0, 8)}`;
  const run = (sql: string, ...values: unknown[]) => admin.query(sql, values);
  await run(`insert into open_room.tenant (tenant_id, slug, name, kind) values ($1, $2, $3, 'municipality')`, tenantId, slug, canary);
  await run('insert into open_room.access_epoch (tenant_id) values ($1) on conflict do nothing', tenantId);
  for (const [personId, role] of [
    [coordinator, 'coordinator'],
    [team, 'team_member'],
    [guest, 'participant'],
    [lesser.unnamed, 'team_member'],
    [lesser.steering, 'steering'],
    [lesser.administrator, 'tenant_admin'],
    [lesser.former, 'coordinator'],
    [lesser.removed, 'participant'],
    [lesser.demoted, 'participant'],
    [systemPerson, 'system'],
  ]) {
    await run('insert into identity.person (id) values ($1) on conflict do nothing', personId);
    await run('insert into open_room.membership (tenant_id, person_id, name, roles) values ($1, $2, $3, array[$4])', tenantId, personId, canary, role);
  }
  const address = `${tenantId}@kanariefugl.example`;
  await run('update open_room.membership set email = $3 where tenant_id = $1 and person_id = $2', tenantId, coordinator, address);
  await run('update open_room.membership set ended_at = now() where tenant_id = $1 and person_id = $2', tenantId, lesser.former);
  await run(
    `insert into open_room.area (tenant_id, area_id, level, name, description, boundary, boundary_json, restricted, created_by)
     values ($1, $2, 1, $3, $3, st_setsrid(st_geomfromgeojson($4), 4326), $4, true, $5)`,
    tenantId,
    areaId,
    canary,
    square,
    coordinator,
  );
  await run('insert into open_room.area_seq (tenant_id, area_id, seq) values ($1, $2, 1)', tenantId, areaId);
  await run('insert into open_room.area_member (tenant_id, area_id, person_id) values ($1, $2, $3)', tenantId, areaId, team);
  await run('insert into open_room.area_team (tenant_id, area_id, person_id) values ($1, $2, $3)', tenantId, areaId, team);
  await run(`insert into open_room.local_name (tenant_id, term, da) values ($1, 'coordinator', $2)`, tenantId, canary);
  await run(
    `insert into open_room.meeting (tenant_id, meeting_id, area_id, kind, title, starts_at, state, opened_at, created_by) values ($1, $2, $3, 'AREA', $4, now(), 'OPEN', now(), $5)`,
    tenantId,
    meetingId,
    areaId,
    canary,
    coordinator,
  );
  await run('insert into open_room.meeting_guest (tenant_id, meeting_id, person_id) values ($1, $2, $3)', tenantId, meetingId, guest);
  await run(
    'insert into open_room.meeting_guest (tenant_id, meeting_id, person_id, removed_at) values ($1, $2, $3, now())',
    tenantId,
    meetingId,
    lesser.removed,
  );
  const [calledOffId, agendaItemId, participantId, runSheetItemId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await run(
    `insert into open_room.meeting (tenant_id, meeting_id, area_id, kind, title, starts_at, state, cancelled_at, cancel_reason, created_by)
     values ($1, $2, $3, 'TEAM', $4, now(), 'CANCELLED', now(), $4, $5)`,
    tenantId,
    calledOffId,
    areaId,
    canary,
    coordinator,
  );
  for (const [meeting, itemId, personal, sheetId] of [
    [meetingId, agendaItemId, participantId, runSheetItemId],
    [calledOffId, randomUUID(), randomUUID(), randomUUID()],
  ]) {
    await run(
      'insert into open_room.agenda_item (tenant_id, meeting_id, item_id, place, title, outcome, responsible) values ($1, $2, $3, 1, $4, $4, $5)',
      tenantId,
      meeting,
      itemId,
      canary,
      coordinator,
    );
    await run(
      'insert into open_room.meeting_participant (tenant_id, meeting_id, participant_id, name, email, organisation, added_by) values ($1, $2, $3, $4, $4, $4, $5)',
      tenantId,
      meeting,
      personal,
      canary,
      coordinator,
    );
    // Invited once, and may not see the area: of the meeting they hear by mail alone.
    await run(
      'insert into open_room.meeting_participant (tenant_id, meeting_id, person_id, added_by) values ($1, $2, $3, $4)',
      tenantId,
      meeting,
      lesser.unnamed,
      coordinator,
    );
    await run(
      `insert into open_room.run_sheet_item (tenant_id, meeting_id, item_id, stage, title, offset_days, due_on, responsible)
       values ($1, $2, $3, 'BEFORE', $4, -14, current_date, $5)`,
      tenantId,
      meeting,
      sheetId,
      canary,
      coordinator,
    );
    await run(
      'insert into open_room.meeting_minutes (tenant_id, meeting_id, text, written_by) values ($1, $2, $3, $4)',
      tenantId,
      meeting,
      canary,
      coordinator,
    );
  }
  await run(
    `insert into open_room.invitation (tenant_id, invitation_id, meeting_id, code_hash, expires_at, created_by) values ($1, $2, $3, $4, now() + interval '1 day', $5)`,
    tenantId,
    invitationId,
    meetingId,
    Buffer.from(tenantId),
    coordinator,
  );
  await run(
    `insert into open_room.map_feature (tenant_id, area_id, feature_id, version, seq, kind, state, geom, touched_at, created_at, updated_at, json)
     values ($1, $2, $3, 1, 1, 'NOTE', $4, st_setsrid(st_point(10, 56), 4326), now(), now(), now(), $5)`,
    tenantId,
    areaId,
    featureId,
    state,
    canary,
  );
  await run(
    `insert into open_room.map_edit (tenant_id, area_id, seq, edit_id, feature_id, version, op, status, after, actor, at) values ($1, $2, 1, gen_random_uuid(), $3, 1, 'CREATE', 'APPLIED', $4, $5, now())`,
    tenantId,
    areaId,
    featureId,
    state,
    coordinator,
  );
  await run('insert into open_room.map_snapshot (tenant_id, area_id, name, seq, taken_by) values ($1, $2, $3, 1, $4)', tenantId, areaId, canary, coordinator);
  await run(
    'insert into open_room.map_redaction (tenant_id, area_id, feature_id, reason, rows_changed, redacted_by) values ($1, $2, $3, $4, 1, $5)',
    tenantId,
    areaId,
    featureId,
    canary,
    coordinator,
  );
  const [cadenceId, followUpId, agreementId] = [randomUUID(), randomUUID(), randomUUID()];
  await run(
    `insert into open_room.cadence (tenant_id, cadence_id, subject_type, subject_id, area_id, title, kind, starts_on, responsible, planned_through, created_by)
     values ($1, $2, 'INTERVENTION', $3, $4, $5, 'MONTHLY', current_date, $6, current_date, $6)`,
    tenantId,
    cadenceId,
    featureId,
    areaId,
    canary,
    coordinator,
  );
  await run(
    `insert into open_room.follow_up (tenant_id, follow_up_id, cadence_id, place, subject_type, subject_id, area_id, title, planned_on, due_on, responsible, note)
     values ($1, $2, $3, 1, 'INTERVENTION', $4, $5, $6, current_date, current_date, $7, $6)`,
    tenantId,
    followUpId,
    cadenceId,
    featureId,
    areaId,
    canary,
    coordinator,
  );
  // Those that are done, or that somebody was reminded of, stay whatever is planned anew.
  await run(
    `insert into open_room.follow_up (tenant_id, cadence_id, place, subject_type, subject_id, area_id, title, planned_on, due_on, responsible, state, closed_by, closed_at, reminders)
     select $1, $2, place, 'INTERVENTION', $3, $4, $5, current_date, current_date, $6, state, closed_by, closed_at, reminders
     from (values (2, 'DONE', $6::uuid, now(), 0), (3, 'OPEN', null, null, 1)) as f (place, state, closed_by, closed_at, reminders)`,
    tenantId,
    cadenceId,
    featureId,
    areaId,
    canary,
    lesser.demoted,
  );
  await run('insert into open_room.reminder (tenant_id, follow_up_id, number, escalated, at) values ($1, $2, 1, false, now())', tenantId, followUpId);
  await run(
    'insert into open_room.agreement (tenant_id, agreement_id, area_id, title, detail, responsible, due_on, report, created_by) values ($1, $2, $3, $4, $4, $5, current_date, $4, $5)',
    tenantId,
    agreementId,
    areaId,
    canary,
    coordinator,
  );
  await run(
    `insert into open_room.meeting_outcome (tenant_id, meeting_id, phase, question, text, area_id, feature_id, agreement_id, created_by)
     values ($1, $2, 'IDEAS', 0, $3, $4, $5, $6, $7)`,
    tenantId,
    meetingId,
    canary,
    areaId,
    featureId,
    agreementId,
    coordinator,
  );
  await run(
    'insert into open_room.agreement (tenant_id, area_id, title, responsible, due_on, created_by) values ($1, $2, $3, $4, current_date, $4)',
    tenantId,
    areaId,
    canary,
    lesser.demoted,
  );
  await run(
    `insert into open_room.outbox (tenant_id, key, kind, address, address_name, ids, created_by) values ($1, $6, 'isolation.mail', $2, $3, $4, $5)`,
    tenantId,
    address,
    canary,
    { areaId },
    coordinator,
    slug,
  );
  await run(`insert into open_room.mail_preference (tenant_id, person_id, muted) values ($1, $2, array[$3])`, tenantId, coordinator, canary);
  await run(`insert into open_room.mail_stop (tenant_id, address_hash, kind) values ($1, $2, $3)`, tenantId, Buffer.from(tenantId), canary);
  await run(
    `insert into open_room.follow_up_rules
       (tenant_id, run_sheet_days, feedback_days, agreement_ahead_days, reminder_every_days, coordinator_after_days, map_months, changed_by)
     values ($1, 21, 20, 5, 3, 10, 12, $2)`,
    tenantId,
    coordinator,
  );
  const mailboxId = randomUUID();
  await run(
    `insert into open_room.mailbox (tenant_id, mailbox_id, host, port, tls, sign_in, sealed_password, address)
     values ($1, $2, 'localhost', 993, 'IMPLICIT', $3, $4, $5)`,
    tenantId,
    mailboxId,
    canary,
    Buffer.from(canary),
    `${tenantId}@kanariefugl.example`,
  );
  // Not to be read now: no worker of another suite gets to it.
  await run(
    "insert into open_room.mailbox_reading (tenant_id, mailbox_id, uid_validity, last_uid, next_at) values ($1, $2, 1, 1, now() + interval '1 year')",
    tenantId,
    mailboxId,
  );
  const [stakeholderId, otherId] = [randomUUID(), randomUUID()].sort() as [string, string];
  for (const id of [stakeholderId, otherId])
    await run(
      `insert into open_room.stakeholder (tenant_id, stakeholder_id, area_id, name, kind, field_of_work, feature_id, created_by)
       values ($1, $2, $3, $4, 'CLUB', $4, $5, $6)`,
      tenantId,
      id,
      areaId,
      canary,
      id === stakeholderId ? featureId : null,
      coordinator,
    );
  await run(
    'insert into open_room.stakeholder_contact (tenant_id, stakeholder_id, area_id, contact_name, email) values ($1, $2, $3, $4, $5)',
    tenantId,
    stakeholderId,
    areaId,
    canary,
    address,
  );
  await run(
    `insert into open_room.stakeholder_relation (tenant_id, area_id, from_id, to_id, kind, created_by) values ($1, $2, $3, $4, 'WORKS_WITH', $5)`,
    tenantId,
    areaId,
    stakeholderId,
    otherId,
    coordinator,
  );
  await run(
    `insert into open_room.stakeholder_talk (tenant_id, area_id, stakeholder_id, held_on, way, person_id, summary) values ($1, $2, $3, now(), 'VISIT', $4, $5)`,
    tenantId,
    areaId,
    stakeholderId,
    coordinator,
    canary,
  );
  await run(
    `insert into open_room.stakeholder_perspective (tenant_id, area_id, stakeholder_id, meeting_id, said_on, said, feedback_due_on, created_by)
     values ($1, $2, $3, $4, now(), $5, now(), $6)`,
    tenantId,
    areaId,
    stakeholderId,
    meetingId,
    canary,
    coordinator,
  );
  const meeting = { meetingId, calledOffId, agendaItemId, participantId, runSheetItemId };
  const [gapId, knowledgeId] = [randomUUID(), randomUUID()];
  await run(
    `insert into open_room.knowledge_gap (tenant_id, gap_id, area_id, kind, found_by, question, place, place_json, created_by)
     values ($1, $2, $3, 'BLANK_PART', 'MAP', $4, st_setsrid(st_geomfromgeojson($5), 4326), $5, $6)`,
    tenantId,
    gapId,
    areaId,
    canary,
    square,
    coordinator,
  );
  await run(
    `insert into open_room.knowledge_gap (tenant_id, area_id, kind, found_by, question, assigned_to, due_on, created_by) values ($1, $2, 'OTHER', 'HAND', $3, $4, current_date, $4)`,
    tenantId,
    areaId,
    canary,
    lesser.demoted,
  );
  await run(
    'insert into open_room.knowledge_item (tenant_id, item_id, area_id, title, text, remind_on, created_by) values ($1, $2, $3, $4, $4, current_date, $5)',
    tenantId,
    knowledgeId,
    areaId,
    canary,
    team,
  );
  // Handed in by one who doesn't see the area any more, and passed on.
  await run(
    `insert into open_room.knowledge_item (tenant_id, area_id, title, text, remind_on, created_by, passed_to, passed_at, seen_by, seen_at)
     values ($1, $2, $3, $3, current_date, $4, array[$5, $6]::uuid[], now(), $7, now())`,
    tenantId,
    areaId,
    canary,
    lesser.unnamed,
    team,
    lesser.demoted,
    coordinator,
  );
  const [roundId, milestoneId, preparationItemId, rankingId] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string];
  await run(
    `insert into open_room.mapping_round (tenant_id, round_id, area_id, name, local_groups, missing_knowledge, starts_on, ends_on, responsible, created_by)
     values ($1, $2, $3, $4, array[$4], $4, current_date, current_date, $5, $5)`,
    tenantId,
    roundId,
    areaId,
    canary,
    coordinator,
  );
  await run(`insert into open_room.round_step (tenant_id, area_id, round_id, step) values ($1, $2, $3, 'PURPOSE')`, tenantId, areaId, roundId);
  await run(
    'insert into open_room.round_milestone (tenant_id, milestone_id, area_id, round_id, name, due_on) values ($1, $2, $3, $4, $5, current_date)',
    tenantId,
    milestoneId,
    areaId,
    roundId,
    canary,
  );
  await run(
    `insert into open_room.round_meeting (tenant_id, meeting_id, area_id, round_id, step) values ($1, $2, $3, $4, 'RESOURCES')`,
    tenantId,
    meetingId,
    areaId,
    roundId,
  );
  // Of one who runs the team, of one who may no longer prepare, and of one who has left.
  for (const person of [coordinator, lesser.demoted, lesser.former]) {
    const preparationId = randomUUID();
    await run(
      `insert into open_room.round_preparation (tenant_id, preparation_id, area_id, round_id, step, person_id) values ($1, $2, $3, $4, 'RESOURCES', $5)`,
      tenantId,
      preparationId,
      areaId,
      roundId,
      person,
    );
    const list = (id: string) =>
      run(
        `insert into open_room.preparation_item (tenant_id, item_id, area_id, preparation_id, kind, title, note, created_by) values ($1, $2, $3, $4, 'ASSOCIATION', $5, $5, $6)`,
        tenantId,
        id,
        areaId,
        preparationId,
        canary,
        person,
      );
    if (person === lesser.demoted) continue;
    const placedId = randomUUID();
    for (const id of person === coordinator ? [preparationItemId, placedId] : [placedId]) await list(id);
    if (person === coordinator)
      await run(
        'insert into open_room.preparation_placement (tenant_id, item_id, area_id, feature_id, meeting_id, created_by) values ($1, $2, $3, $4, $5, $6)',
        tenantId,
        placedId,
        areaId,
        featureId,
        meetingId,
        coordinator,
      );
  }
  await run('insert into open_room.area_ranking (tenant_id, ranking_id, created_by) values ($1, $2, $3)', tenantId, rankingId, coordinator);
  await run(
    'insert into open_room.ranked_area (tenant_id, ranking_id, area_id, place, reason) values ($1, $2, $3, 1, $4)',
    tenantId,
    rankingId,
    areaId,
    canary,
  );
  const mapping = { roundId, milestoneId, preparationItemId };
  const ids = { tenantId, areaId, ...meeting, ...mapping, featureId, invitationId, cadenceId, followUpId, agreementId, gapId, knowledgeId };
  return { canary, address, ...ids, coordinator, team, guest, lesser };
}
