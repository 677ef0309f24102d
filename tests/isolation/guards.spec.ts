/** The conditions inside the functions that policies and edits rest on: each left out in turn, and what people can do then is not what it was. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { membersOf, outcomeOf, strangersTo, type Trial } from './observe.js';
import { connect } from './rooms.js';
import { type EmptyTenant, makeEmptyTenant, makeTenant, type Tenant } from './two-tenants.js';

let admin: Client;
let mine: EmptyTenant;
let theirs: Tenant;
/** A sign-in of their guest. */
const session = randomUUID();
beforeAll(async () => {
  admin = await connect('admin');
  [mine, theirs] = [await makeEmptyTenant(admin), await makeTenant(admin)];
  await admin.query("insert into identity.session (id, person_id, token_hash, kind, expires_at) values ($1, $2, $3, 'guest', now() + interval '1 hour')", [
    session,
    theirs.guest,
    Buffer.from(session),
  ]);
});
afterAll(() => admin.end());

/** What can be done through functions, or by what they let be seen. */
function trials(): [what: string, trial: Trial][] {
  const { areaId, featureId, meetingId, tenantId, coordinator, guest, lesser } = theirs;
  const state = { kind: 'NOTE', name: 'n', note: null, geometry: null, details: {}, voices: [], outdated: false, removed: false };
  const edit = [areaId, [2], [randomUUID()], [randomUUID()], [state], ['{}']];
  return [
    ['sees areas', { sql: 'select 1 from open_room.area where tenant_id = $1', values: [tenantId] }],
    ['may edit', { sql: "select 1 from open_room.edit_right($1) where verdict = 'OK'", values: [areaId] }],
    ['knows why not', { sql: "select 1 from open_room.edit_right($1) where verdict not in ('OK', 'AREA_NOT_FOUND')", values: [areaId] }],
    ['begins edits', { sql: "select 1 from open_room.begin_edits($1) where verdict = 'OK' or seq is not null", values: [areaId] }],
    [
      'writes edits',
      {
        sql: `select open_room.write_edits($1, 2, now(), $2, $3, $4, '{1}', '{CREATE}', '{APPLIED}', $5::jsonb[], '{f}', '{t}', '{null}', $6, array[now()])`,
        values: edit,
      },
    ],
    ['redacts', { sql: "select 1 from open_room.redact_feature($1, $2, 'x', 'y')", values: [areaId, featureId] }],
    ['learns names', { sql: 'select 1 from open_room.names_of($1)', values: [[coordinator]] }],
    ['edits as a guest', { sql: 'select 1 from unnest(open_room.guest_edit_areas())', values: [] }],
    ['knows what is frozen', { sql: 'select 1 from unnest(open_room.frozen_areas())', values: [] }],
    ['works here', { sql: 'select 1 where open_room.works_here()', values: [] }],
    ['knows who runs the team', { sql: 'select 1 from open_room.coordinators()', values: [] }],
    ...[coordinator, guest, lesser.former].map((person): [string, Trial] => [
      'finds out who can be responsible',
      { sql: 'select 1 where open_room.can_be_responsible($1)', values: [person] },
    ]),
    ['knows who prepares', { sql: 'select 1 from open_room.preparers($1)', values: [areaId] }],
    ['reaches people by mail', { sql: 'select 1 from open_room.mail_recipients($1)', values: [[coordinator, lesser.former, mine.coordinator]] }],
    ['knows addresses', { sql: 'select 1 from open_room.participant_addresses($1)', values: [[meetingId]] }],
    ['signs in to the mailbox', { sql: 'select 1 where open_room.mailbox_password() is not null', values: [] }],
    ['holds a sign-in', { sql: 'select 1 where identity.session_holds($1)', values: [session] }],
    ['ends a sign-in', { sql: 'select 1 where identity.revoke_session($1)', values: [session] }],
  ];
}

/** What only one function has a say in is tried with that one alone. */
function trialsOf(name: string): [what: string, trial: Trial][] {
  const { tenantId, lesser } = theirs;
  const changing = (table: string, whose: string, changes: readonly string[]) =>
    changes.map((change): [string, Trial] => [
      `says of ${table} where ${whose}: ${change}`,
      { sql: `update open_room.${table} set ${change} where tenant_id = $1 and ${whose}`, values: [tenantId] },
    ]);
  const [own, others] = ['person_id = open_room.current_person()', 'person_id is null'];
  const ofParticipants = ['invited_at = now()', 'asked_sequence = 9', "answer = 'YES'", 'answered_at = now()', 'calendar_stamp = now()', 'attended = true'];
  const done = ['done_at = now()', 'done_by = open_room.current_person()', `done_by = '${lesser.steering}'`];
  const alone: Record<string, [what: string, trial: Trial][]> = {
    'open_room.add_member': ['team_member', 'coordinator', 'participant'].map((role) => [
      `adds a ${role}`,
      { sql: "select open_room.add_member('n', 'ny@example.dk', $1)", values: [[role]] },
    ]),
    'open_room.membership_guarded': changing('membership', own, ["roles = '{team_member,steering}'", "function = 'n'"]),
    'open_room.agenda_item_guarded': changing('agenda_item', 'true', ["title = 'n'", 'minutes = 5', 'responsible = null', "outcome = 'n'"]),
    'open_room.meeting_outcome_guarded': changing('meeting_outcome', 'true', ["text = 'n'", 'area_id = null, feature_id = null']),
    'open_room.meeting_participant_guarded': [
      ...changing('meeting_participant', own, ofParticipants),
      ...changing('meeting_participant', others, ofParticipants),
    ],
    'open_room.run_sheet_item_guarded': changing('run_sheet_item', 'true', ['due_on = due_on + 1', 'responsible = null', ...done]),
  };
  return alone[name] ?? trials();
}

/** What everybody can do after `change`, undone afterwards. */
async function observed(change: string, tried: [what: string, trial: Trial][]): Promise<string[]> {
  try {
    await admin.query(`begin; ${change}; set local role kvarter_open`);
    const seen: string[] = [];
    for (const [what, trial] of tried)
      for (const [who, guise] of [...strangersTo(theirs, mine), ...membersOf(theirs)]) seen.push(`${who} ${what}: ${await outcomeOf(admin, guise, trial)}`);
    return seen;
  } finally {
    await admin.query('rollback');
  }
}

/** What has to be so in the tenant for a condition to matter. */
const closed = "update open_room.meeting set state = 'CLOSED' where tenant_id = $tenant";
const frozen = 'update open_room.meeting set frozen = true where tenant_id = $tenant';
const suspended = 'update open_room.tenant set suspended_at = now() where tenant_id = $tenant';
const unrestricted = 'update open_room.area set restricted = false where tenant_id = $tenant';
const namedGuest = 'insert into open_room.area_member (tenant_id, area_id, person_id) values ($tenant, $area, $removed)';
const planned = "update open_room.meeting set state = 'PLANNED' where tenant_id = $tenant and state = 'OPEN'";
const invitedSteering = `${unrestricted}; update open_room.meeting_participant set person_id = $steering where tenant_id = $tenant and person_id is not null`;

const onTeam = (who: string) =>
  `insert into open_room.area_team (tenant_id, area_id, person_id) select tenant_id, $area, person_id from open_room.membership where tenant_id = $tenant and ${who}`;

const guards: [name: string, condition: string, instead: string, where?: string][] = [
  ['open_room.my_membership', "m.person_id = (select open_room.setting('person'))", 'true'],
  ['open_room.my_membership', "m.tenant_id = (select open_room.setting('tenant'))", 'true'],
  ['open_room.my_membership', 'm.ended_at is null', 'true'],
  ['open_room.my_membership', 't.suspended_at is null', 'true', suspended],
  ['open_room.has_role', 'mine && wanted', 'mine is not null'],
  ['open_room.hidden_areas', "mine.roles && '{coordinator,system}'", 'mine.roles is not null'],
  ['open_room.hidden_areas', "mine.roles && '{team_member,steering}'", 'true', unrestricted],
  ['open_room.hidden_areas', 'and a.restricted', 'and false'],
  ['open_room.named_areas', "am.person_id = (select open_room.setting('person'))", 'true'],
  ['open_room.named_areas', "mine.roles && '{team_member,steering}'", 'true', namedGuest],
  ['open_room.named_areas', "g.person_id = (select open_room.setting('person'))", 'true'],
  ['open_room.named_areas', 'g.removed_at is null and', ''],
  ['open_room.named_areas', "(m.state = 'CLOSED' and m.read_after)", "m.state = 'CLOSED'", closed],
  ['open_room.guest_edit_areas', 'and g.removed_at is null', ''],
  ['open_room.guest_edit_areas', "g.person_id = (select open_room.setting('person'))", 'true'],
  ['open_room.guest_edit_areas', "m.state = 'OPEN' and", '', closed],
  ['open_room.guest_edit_areas', 'and not m.frozen', '', frozen],
  ['open_room.names_of', 'm.tenant_id = mine.tenant_id and', ''],
  ['open_room.frozen_areas', 'm.tenant_id = mine.tenant_id and', '', frozen],
  ['open_room.edit_right', 'a.tenant_id = m.tenant_id and', ''],
  ['open_room.edit_right', "mine.roles && '{coordinator,system}'", 'true'],
  ['open_room.edit_right', 'visible and', ''],
  ['open_room.edit_right', "visible and mine.roles && '{team_member}'", 'visible', unrestricted],
  ['open_room.edit_right', 'when mine.frozen then', 'when false then', frozen],
  ['open_room.edit_right', 'when g.removed_at is not null then', 'when false then'],
  ['open_room.edit_right', "when m.state = 'CLOSED' then", 'when false then', closed],
  ['open_room.edit_right', 'when m.frozen then', 'when false then', frozen],
  ['open_room.edit_right', "g.person_id = (select open_room.setting('person'))", 'true'],
  ['open_room.edit_right', 'when visible then', 'when true then'],
  ['open_room.begin_edits', "begin_edits.verdict <> 'OK'", 'false'],
  ['open_room.write_edits', "right_now.verdict <> 'OK'", 'false'],
  ['open_room.redact_feature', "not open_room.has_role('{coordinator}')", 'false'],
  ['open_room.works_here', '{coordinator,team_member,steering,system}', '{coordinator,team_member,steering,system,participant}'],
  ['open_room.coordinators', 'm.tenant_id = (select open_room.current_tenant()) and', ''],
  ['open_room.coordinators', '(select open_room.works_here()) and', ''],
  ['open_room.coordinators', 'm.ended_at is null and', ''],
  ['open_room.can_be_responsible', 'on m.tenant_id = mine.tenant_id', 'on true'],
  ['open_room.can_be_responsible', '(select open_room.works_here()) and', ''],
  ['open_room.can_be_responsible', 'and m.ended_at is null', ''],
  ['open_room.can_be_responsible', "and m.roles && '{coordinator,team_member,steering}'", ''],
  ['open_room.preparers', 't.tenant_id = (select open_room.current_tenant()) and', ''],
  ['open_room.preparers', 'and (select open_room.works_here())', ''],
  ['open_room.preparers', '(area <> all ((select open_room.hidden_areas())::uuid[]) or area = any ((select open_room.named_areas())::uuid[]))', 'true'],
  ['open_room.preparers', 'and m.ended_at is null', '', onTeam('ended_at is not null')],
  ['open_room.preparers', "and m.roles && '{coordinator,team_member}'", '', onTeam("roles = '{steering}'")],
  ['open_room.mail_recipients', 'm.tenant_id = (select open_room.current_tenant()) and', ''],
  ['open_room.mail_recipients', "(select open_room.has_role('{system}'))", 'true'],
  ['open_room.mail_recipients', 'and m.ended_at is null', ''],
  ['open_room.add_member', "add_member.roles && '{participant,system,centre_admin}'", 'false'],
  ['open_room.add_member', "open_room.has_role('{tenant_admin}')", 'true'],
  ['open_room.add_member', "open_room.has_role('{coordinator}') and", ''],
  ['open_room.add_member', "and add_member.roles <@ '{team_member,steering,politician}'", ''],
  ['open_room.membership_guarded', "open_room.has_role('{tenant_admin}') or", 'true or'],
  ['open_room.membership_guarded', '(new.roles, new.ended_at) is distinct from (old.roles, old.ended_at)', 'false'],
  ['open_room.membership_guarded', "if open_room.has_role('{coordinator}') then", 'if true then'],
  ['open_room.membership_guarded', '(new.name, new.organisation,', 'false and (new.name, new.organisation,'],
  ['open_room.agenda_item_guarded', "if open_room.has_role('{coordinator}') then", 'if true then'],
  ['open_room.agenda_item_guarded', "to_jsonb(new) - 'agreement_id' is distinct from to_jsonb(old) - 'agreement_id' and", 'false and', closed],
  ['open_room.agenda_item_guarded', '(new.place, new.title,', 'false and (new.place, new.title,'],
  ['open_room.meeting_outcome_guarded', "and m.state = 'OPEN'", '', closed],
  ['open_room.meeting_outcome_guarded', "not (old.created_by = open_room.current_person() or open_room.has_role('{coordinator}'))", 'false'],
  ['open_room.meeting_participant_guarded', "and not open_room.has_role('{coordinator}')", 'and false'],
  ['open_room.meeting_participant_guarded', 'coalesce(old.person_id = open_room.current_person(), false)', 'true', unrestricted],
  ['open_room.meeting_participant_guarded', "and not open_room.has_role('{coordinator,system}')", ''],
  ['open_room.meeting_participant_guarded', "open_room.has_role('{coordinator,team_member}') and", '', invitedSteering],
  ['open_room.meeting_participant_guarded', "and m.state = 'OPEN'", '', planned],
  ['open_room.run_sheet_item_guarded', "and not open_room.has_role('{coordinator}')", 'and false'],
  ['open_room.run_sheet_item_guarded', 'new.done_by <> open_room.current_person()', 'false'],
  ['open_room.participant_addresses', 'p.tenant_id = (select open_room.current_tenant()) and', ''],
  ['open_room.participant_addresses', "(select open_room.has_role('{coordinator,system}'))", 'true'],
  ['open_room.mailbox_password', 'b.tenant_id = (select open_room.current_tenant()) and', ''],
  ['open_room.mailbox_password', "(select open_room.has_role('{system}'))", 'true'],
  ['identity.session_holds', "s.person_id = (select open_room.setting('person'))", 'true'],
  ['identity.revoke_session', "person_id = open_room.setting('person') and", ''],
];

const filled = (sql: string) =>
  Object.entries({ $tenant: theirs.tenantId, $area: theirs.areaId, $removed: theirs.lesser.removed, $steering: theirs.lesser.steering }).reduce(
    (text, [name, id]) => text.replaceAll(name, `'${id}'`),
    sql,
  );

it.each(guards)('%s without %s is found out', async (name, condition, instead, where = '') => {
  const { rows } = await admin.query<{ text: string }>('select pg_get_functiondef($1::regproc) as text', [name]);
  const text = rows[0]?.text ?? '';
  expect(text.split(condition).length, `${name} doesn’t say this any more: say here what it says now`).toBeGreaterThan(1);
  const [before, tried] = [filled(where), trialsOf(name)];
  expect(await observed(`${before}; ${text.replace(condition, instead)}`, tried)).not.toEqual(await observed(before, tried));
});
