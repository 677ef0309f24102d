/**
 * Every field of every type, asked by those with the fewest rights about what they may see: what each is told was
 * decided here, field by field. A new field fails this until somebody has decided on it.
 */
import { randomUUID } from 'node:crypto';
import { getNamedType, type GraphQLObjectType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creation, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';
import {
  type Fields,
  listed,
  toAnyone,
  toMembers,
  toWhoSeesAnArea,
  toWhoFollowsUp,
  toWhoIsReached,
  toColleagues,
  toWhoMeets,
  toWhoEdits,
  toTheTeam,
  toCoordinators,
  notAskedHere,
} from './decided-fields.js';
import { attacks, schema, wholeAnswer } from './graphql-attacks.js';
import { invitationTo, newGuest, newMember } from './newcomers.js';
import { connect } from './rooms.js';

let api: Server;
let admin: Client;
let coordinator: ApiClient;
beforeAll(async () => {
  await seedDemo();
  [api, admin] = [await startApi(), await connect('admin')];
  coordinator = await ApiClient.as(api.url, 'coordinator');
});
afterAll(() => Promise.all([api.stop(), admin.end()]));

/** Where a type leads back to itself, or is asked in full by another way: how deep it is asked. */
const once: Record<string, string> = {
  'AgendaItem.agreement': '{ id }',
  'Area.openMeeting': '{ id }',
  'AreaState.openMeeting': '{ id }',
  'Meeting.nextMeeting': '{ id }',
  'Meeting.seriesMeetings': '{ id }',
  'MeetingOutcome.agreement': '{ id }',
};

/** Everything of a type, down to the last field. */
function allOf(type: GraphQLObjectType, above: readonly string[] = []): string {
  if (above.includes(type.name)) throw new Error(`${type.name} leads back to itself: say in fields.spec.ts how deep it is asked`);
  const fields = Object.values(type.getFields()).map((field) => {
    if (field.args.length > 0) throw new Error(`${type.name}.${field.name} takes arguments: say in fields.spec.ts what they are`);
    const named = getNamedType(field.type);
    return isObjectType(named) ? `${field.name} ${once[`${type.name}.${field.name}`] ?? allOf(named, [...above, type.name])}` : field.name;
  });
  return `{ ${fields.join(' ')} }`;
}

/** What can't be left out where there is nothing to say, and what says so. */
const nothing: Record<string, unknown> = { 'Meeting.lateItems': 0, 'MeetingMinutes.text': '', 'MeetingMinutes.version': 0 };

/** Adds the fields that have something in them. @returns whether there were any */
function collect(told: Set<string>, type: unknown, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (isNonNullType(type)) return collect(told, type.ofType, value);
  if (isListType(type)) return (value as unknown[]).filter((one) => collect(told, type.ofType, one)).length > 0;
  if (!isObjectType(type)) return true;
  const found = Object.entries(type.getFields()).filter(([name, { type: below }]) => {
    const part = (value as Record<string, unknown>)[name];
    return part !== nothing[`${type.name}.${name}`] && collect(told, below, part);
  });
  for (const [name] of found) told.add(`${type.name}.${name}`);
  return found.length > 0;
}

interface Scene {
  readonly arguments: Record<string, Record<string, unknown>>;
  readonly guest: ApiClient;
}

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** Checks and agreements about an area: late, coming, reported on, taken over from somebody. */
async function followed(areaId: string, meetingId: string, personId: string): Promise<string> {
  const cadence = {
    areaId,
    subjectType: 'AREA',
    subjectId: areaId,
    title: 'Kortet',
    kind: 'MONTHLY',
    startsOn: day(-100),
    endsOn: day(900),
    responsiblePersonId: personId,
  };
  const begin = async () =>
    (
      await coordinator.do<{ startCadence: { id: string; cadenceId: string }[] }>(
        'mutation ($input: StartCadenceInput!) { startCadence(input: $input) { id cadenceId } }',
        { input: cadence },
      )
    ).startCadence;
  const [startCadence, held] = [await begin(), await begin()];
  await coordinator.do('mutation ($id: UUID!) { pauseCadence(id: $id) }', { id: held[0]?.cadenceId });
  await coordinator.do('mutation ($id: UUID!) { completeFollowUp(id: $id, note: "Det går") { id } }', { id: startCadence.at(1)?.id });
  const agreed = { areaId, meetingId, title: 'Ring til klubben', detail: 'Om hallen', responsiblePersonId: personId, dueOn: day(7) };
  const { createAgreement } = await coordinator.do<{ createAgreement: { id: string } }>(
    'mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id } }',
    { input: agreed },
  );
  const report = { id: createAgreement.id, answer: 'LATER', note: 'Ingen tog telefonen' };
  await coordinator.do('mutation ($input: ReportAgreementInput!) { reportAgreement(input: $input) { id } }', { input: report });
  for (const table of ['agreement', 'follow_up'])
    await admin.query(`update open_room.${table} set taken_over_from = $2 where area_id = $1`, [areaId, personId]);
  return createAgreement.id;
}

/** Gives somebody a check to do and an agreement to wait for, whether they could be given them today or not: they may have been somebody else before. */
async function busy(client: ApiClient, areaId: unknown): Promise<void> {
  const { personId } = (await client.do<{ me: { personId: string } }>('{ me { personId } }')).me;
  const theirs = 'select tenant_id, $1, current_date';
  const here = "from open_room.tenant where slug = 'aakoebing'";
  await admin.query(
    `insert into open_room.follow_up (tenant_id, responsible, planned_on, due_on, subject_type, subject_id) ${theirs}, current_date, 'GAP', gen_random_uuid() ${here}`,
    [personId],
  );
  const { personId: other } = (await coordinator.do<{ me: { personId: string } }>('{ me { personId } }')).me;
  const responsible = personId === other ? (await newMember(admin, api.url, 'aakoebing', ['team_member'])).personId : other;
  await admin.query(`insert into open_room.agreement (tenant_id, created_by, due_on, title, responsible) ${theirs}, 'Ring tilbage', $2 ${here}`, [
    personId,
    responsible,
  ]);
  await toldOf(personId, other, areaId);
}

/** Knowledge that somebody handed in and was passed on to them: under way, closed, and become an agreement. */
async function toldOf(personId: string, other: string, areaId: unknown): Promise<void> {
  await admin.query(
    `insert into open_room.knowledge_item (tenant_id, area_id, title, text, place, place_json, remind_on, created_by, passed_to, passed_at, seen_by, seen_at,
       outcome, outcome_id, reason, settled_by, settled_at)
     select a.tenant_id, a.area_id, 'Nyt', 'Der er nyt', st_setsrid(st_geomfromgeojson(p), 4326), p, current_date, $2, array[$2]::uuid[], now(), $3, now(),
       o.outcome, case when o.outcome = 'AGREEMENT' then a.area_id end, case when o.outcome = 'CLOSED' then 'Kendt' end,
       case when o.outcome is not null then $3::uuid end, case when o.outcome is not null then now() end
     from open_room.area a, (values (null), ('CLOSED'), ('AGREEMENT')) o (outcome), (values ('{"type":"Point","coordinates":[10.001,56.001]}')) j (p)
     where a.area_id = $1`,
    [areaId, personId, other],
  );
}

/** What nobody knows of an area: an open question that is somebody's, an answer, and what was no gap. */
async function asked(areaId: string, featureId: string, stakeholderId: string, personId: string): Promise<void> {
  const question = async (more: object) =>
    (
      await coordinator.do<{ takeUpGap: { id: string } }>('mutation ($input: TakeUpGapInput!) { takeUpGap(input: $input) { id } }', {
        input: { areaId, kind: 'OTHER', foundBy: 'HAND', question: 'Hvem kender dem?', ...more },
      })
    ).takeUpGap.id;
  const place = { type: 'Point', coordinates: [10.001, 56.001] };
  const [open, answered, closed] = [await question({ place }), await question({}), await question({ kind: 'THIN_KIND', featureKind: 'INSTITUTION' })];
  for (const [name, input] of [
    ['assignGap', { id: open, version: 1, responsiblePersonId: personId, dueOn: day(7) }],
    ['answerGap', { id: answered, answer: 'Klubben', ledToFeatureIds: [featureId], ledToStakeholderId: stakeholderId }],
    ['closeGap', { id: closed, closedAs: 'NO_LONGER', reason: 'Skolen flytter' }],
  ] as const)
    await coordinator.do(`mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id } }`, { input });
  await admin.query('update open_room.knowledge_gap set taken_over_from = $2 where area_id = $1', [areaId, personId]);
}

/** Two stakeholders that look alike, with all there is to say of the first, and a name of the municipality's own for a role. */
async function registered(areaId: string, meetingId: string, featureId: string, personId: string): Promise<string> {
  const contact = { name: 'Bente', email: 'bente@example.dk', phone: '10203040', privatePerson: true, consentOn: '2026-11-01', consentFor: 'Møder' };
  const words = { fieldOfWork: 'Fodbold', contribution: 'Hallen', roleAndInfluence: 'Stor', motivation: 'Flere unge', featureId, contact };
  const add = async (name: string, more: object) =>
    (
      await coordinator.do<{ createStakeholder: { id: string } }>('mutation ($input: CreateStakeholderInput!) { createStakeholder(input: $input) { id } }', {
        input: { areaId, name, kind: 'HOUSING_ASSOCIATION', ...more },
      })
    ).createStakeholder.id;
  const [stakeholderId, toId] = [await add('Åkøbing Boldklub', words), await add('Aakøbing boldklub', {})];
  await coordinator.do('mutation ($a: UUID!, $b: UUID!) { relateStakeholders(fromId: $a, toId: $b, kind: WORKS_WITH) { kind } }', {
    a: stakeholderId,
    b: toId,
  });
  const talk = { stakeholderId, on: '2026-11-02', way: 'VISIT', summary: 'Kaffe i klubben', nextStep: 'Ring igen', nextStepOn: '2026-12-01' };
  await coordinator.do('mutation ($input: LogContactInput!) { logContact(input: $input) { id } }', { input: talk });
  for (const said of ['Der mangler lys', 'Der er stille']) {
    const { addPerspective } = await coordinator.do<{ addPerspective: { perspectives: { id: string }[] } }>(
      'mutation ($input: AddPerspectiveInput!) { addPerspective(input: $input) { perspectives { id } } }',
      { input: { stakeholderId, meetingId, saidOn: '2026-11-03', capacity: 'Træner', said } },
    );
    if (said.endsWith('stille'))
      await coordinator.do('mutation ($id: UUID!) { giveFeedback(perspectiveId: $id, feedback: "Lyset kommer") { id } }', {
        id: addPerspective.perspectives[0]?.id,
      });
  }
  await coordinator.do('mutation ($areaId: UUID!, $personId: UUID!) { assignToArea(areaId: $areaId, personId: $personId, assigned: true) { personId } }', {
    areaId,
    personId,
  });
  await admin.query(
    `update open_room.membership set phone = '10203041', competence = 'c', legal_framework = 'l', function_description = 'f' where person_id = $1`,
    [personId],
  );
  await admin.query(
    "insert into open_room.local_name (tenant_id, term, da, en) select tenant_id, 'role.coordinator', 'Tovholder', 'Lead' from open_room.tenant where slug = 'aakoebing' on conflict do nothing",
  );
  await admin.query(
    `insert into open_room.follow_up_rules
       (tenant_id, run_sheet_days, feedback_days, agreement_ahead_days, reminder_every_days, coordinator_after_days, map_months, changed_by)
     select tenant_id, 14, 30, 3, 7, 14, 6, $1 from open_room.tenant where slug = 'aakoebing' on conflict do nothing`,
    [personId],
  );
  return stakeholderId;
}

/** The last Saturday, at nine: a day one is warned of. */
function saturday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 1) % 7 || 7));
  day.setUTCHours(9, 0, 0, 0);
  return day.toISOString();
}

/** Round a map, one of a series: described, planned, invited to, led to an item of its agenda, and written down; and one that was called off. */
async function held(areaId: string, personId: string): Promise<string> {
  const described = { place: 'Biblioteket', purpose: 'At se på kortet', audience: 'Beboere', process: 'Vi går en tur', focus: 'RESOURCES' };
  const input = { areaId, kind: 'AREA', title: 'Møde', startsAt: saturday(), series: 'HALF_YEARLY', ...described };
  const plan = async (more: object = {}) =>
    (
      await coordinator.do<{ scheduleMeeting: { id: string; runSheet: { id: string }[] } }>(
        'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id runSheet { id } } }',
        { input: { ...input, ...more } },
      )
    ).scheduleMeeting;
  await coordinator.do('mutation ($id: UUID!) { cancelMeeting(id: $id, reason: "Ingen kan") { id } }', { id: (await plan({ series: null })).id });
  const { id, runSheet } = await plan();
  const change = (mutation: string, variables: object = {}, declared = '') =>
    coordinator.do<Record<string, { agenda: { id: string }[]; participants: { id: string; personId: string | null }[] }>>(
      `mutation ($id: UUID!${declared}) { ${mutation} { agenda { id } participants { id personId } } }`,
      { id, ...variables },
    );
  const { setAgenda } = await change(
    'setAgenda(meetingId: $id, items: [{ title: "Lyset", minutes: 10, responsiblePersonId: $personId }])',
    { personId },
    ', $personId: UUID!',
  );
  const others = '[{ name: "Aja", email: "aja@example.dk", organisation: "Klubben" }]';
  const { addParticipants } = await change(
    `addParticipants(meetingId: $id, input: { personIds: [$personId], externals: ${others} })`,
    { personId },
    ', $personId: UUID!',
  );
  await change('inviteParticipants(meetingId: $id)');
  await change('openMeeting(id: $id)');
  for (const { id: participantId } of addParticipants?.participants ?? []) {
    await change('replyToMeeting(meetingId: $id, participantId: $participantId, answer: YES)', { participantId }, ', $participantId: UUID!');
    await change('setAttendance(meetingId: $id, participantId: $participantId, attended: true)', { participantId }, ', $participantId: UUID!');
  }
  const itemId = setAgenda?.agenda[0]?.id;
  await change('leadMeeting(meetingId: $id, phase: STATUS, question: 1, itemId: $itemId)', { itemId }, ', $itemId: UUID!');
  await change('finishAgendaItem(meetingId: $id, itemId: $itemId, done: true, outcome: "Vi ringer")', { itemId }, ', $itemId: UUID!');
  await change('checkRunSheetItem(meetingId: $id, runSheetItemId: $itemId, done: true)', { itemId: runSheet[0]?.id }, ', $itemId: UUID!');
  await coordinator.do('mutation ($id: UUID!) { saveMinutes(meetingId: $id, text: "Vi talte om lyset", baseVersion: 0) { saved } }', { id });
  return id;
}

/** What a meeting arrived at, of a mark and of its agenda, each made an agreement. */
async function arrivedAt(meetingId: string, featureId: string, personId: string): Promise<void> {
  const input = { title: 'Spørge om lys', responsiblePersonId: personId, dueOn: day(14) };
  const { noteOutcome } = await coordinator.do<{ noteOutcome: { outcomes: { id: string }[] } }>(
    'mutation ($id: UUID!, $input: MeetingOutcomeInput!) { noteOutcome(meetingId: $id, input: $input) { outcomes { id } } }',
    { id: meetingId, input: { text: 'Lys på stien', phase: 'IDEAS', question: 1, featureId } },
  );
  await coordinator.do('mutation ($id: UUID!, $input: CreateAgreementInput!) { agreeOnOutcome(outcomeId: $id, input: $input) { id } }', {
    id: noteOutcome.outcomes[0]?.id,
    input,
  });
  const { setAgenda } = await coordinator.do<{ setAgenda: { agenda: { id: string }[] } }>(
    'mutation ($id: UUID!, $personId: UUID!) { setAgenda(meetingId: $id, items: [{ title: "Lys", minutes: 10, responsiblePersonId: $personId }]) { agenda { id } } }',
    { id: meetingId, personId },
  );
  const item = { id: meetingId, itemId: setAgenda.agenda[0]?.id };
  await coordinator.do(
    'mutation ($id: UUID!, $itemId: UUID!) { finishAgendaItem(meetingId: $id, itemId: $itemId, done: true, outcome: "Lyset bestilles") { id } }',
    item,
  );
  await coordinator.do(
    'mutation ($id: UUID!, $itemId: UUID!, $input: CreateAgreementInput!) { agreeOnAgendaItem(meetingId: $id, itemId: $itemId, input: $input) { id } }',
    { ...item, input },
  );
}

/** A round that is over and one that goes on, prepared by somebody, with all there is to say of them; and a ranking. */
async function mapped(areaId: string, meetingId: string, personId: string): Promise<string> {
  const begin = async (name: string) => {
    const input = { name, areaId, startsOn: day(-30), endsOn: day(30), targetGroups: ['FAMILIES'], localGroups: ['Unge'], missingKnowledge: 'Alt' };
    const delimitation = {
      type: 'Polygon',
      coordinates: [
        [
          [10, 56],
          [10.01, 56],
          [10.01, 56.01],
          [10, 56],
        ],
      ],
    };
    const { createRound } = await coordinator.do<{ createRound: { id: string } }>(
      'mutation ($input: CreateRoundInput!) { createRound(input: $input) { id } }',
      {
        input: { ...input, delimitation },
      },
    );
    return createRound.id;
  };
  await coordinator.do('mutation ($id: UUID!) { closeRound(roundId: $id) { id } }', { id: await begin('Den første') });
  const roundId = await begin('Den anden');
  const { addPreparationItem } = await coordinator.do<{ addPreparationItem: { id: string } }>(
    `mutation ($id: UUID!, $meetingId: UUID!, $areaId: UUID!, $place: GeoJSONGeometry!) {
      addRoundMilestone(roundId: $id, name: "Inviteret", dueOn: "${day(-3)}") { id }
      tieRoundMeeting(roundId: $id, meetingId: $meetingId, step: RESOURCES) { id }
      setPreparationReady(roundId: $id, step: RESOURCES, ready: true) { id }
      rankAreas(places: [{ areaId: $areaId, reason: "Mest brug for det" }]) { id }
      addPreparationItem(input: { roundId: $id, step: RESOURCES, kind: ASSOCIATION, title: "Klubben", note: "Om tirsdagen", geometry: $place }) { id }
    }`,
    { id: roundId, meetingId, areaId, place: { type: 'Point', coordinates: [10.005, 56.005] } },
  );
  await coordinator.do('mutation ($id: UUID!) { placePreparationItem(id: $id) { status } }', { id: addPreparationItem.id });
  await admin.query('update open_room.round_milestone set done_at = now(), done_by = $2 where round_id = $1', [roundId, personId]);
  await admin.query('update open_room.round_preparation set due_on = current_date where round_id = $1', [roundId]);
  // The meeting that is over left a snapshot.
  await admin.query(
    `insert into open_room.round_meeting (tenant_id, meeting_id, area_id, round_id, step)
     select tenant_id, meeting_id, area_id, $2, 'CHALLENGES' from open_room.meeting where area_id = $1 and state = 'CLOSED'`,
    [areaId, roundId],
  );
  return roundId;
}

/** Gives somebody an address, a mail in the mailbox of the demonstration, and one that did not arrive. */
async function mailed(client: ApiClient): Promise<void> {
  const { personId } = (await client.do<{ me: { personId: string } }>('{ me { personId } }')).me;
  const here = "(select tenant_id from open_room.tenant where slug = 'aakoebing')";
  await admin.query(`update open_room.membership set email = $1::uuid || '@example.dk' where person_id = $1::uuid and tenant_id = ${here}`, [personId]);
  await admin.query(
    `insert into open_room.outbox (tenant_id, key, kind, person_id, state, error, created_by) values (${here}, $1::uuid::text, 'mail.trial', $1::uuid, 'FAILED', 'SMTP 550', $1::uuid)`,
    [personId],
  );
  await client.do('mutation { sendTrialMail }');
}

/** An area in which every field has something to say. */
async function scene(): Promise<Scene> {
  const { personId } = (await coordinator.do<{ me: { personId: string } }>('{ me { personId } }')).me;
  const parentId = await newArea(coordinator);
  const input = {
    name: 'Alt',
    description: 'Alt er her',
    parentId,
    boundary: {
      type: 'Polygon',
      coordinates: [
        [
          [10, 56],
          [10.01, 56],
          [10.01, 56.01],
          [10, 56.01],
          [10, 56],
        ],
      ],
    },
  };
  const { createArea } = await coordinator.do<{ createArea: { id: string } }>('mutation ($input: CreateAreaInput!) { createArea(input: $input) { id } }', {
    input,
  });
  const areaId = createArea.id;
  await admin.query('update open_room.area set backdrop_json = $2 where area_id = $1', [areaId, '{"type":"FeatureCollection","features":[]}']);
  await coordinator.do('mutation ($areaId: UUID!, $ids: [UUID!]!) { setAreaMembers(areaId: $areaId, personIds: $ids) { id } }', { areaId, ids: [personId] });
  const edit = async (one: object) => {
    const { applyMapEdits } = await coordinator.do<{ applyMapEdits: object[] }>(
      'mutation ($areaId: UUID!, $edits: [MapEditInput!]!) { applyMapEdits(areaId: $areaId, edits: $edits) { status errorMessage } }',
      { areaId, edits: [one] },
    );
    expect(applyMapEdits).toEqual([{ status: 'APPLIED', errorMessage: null }]);
  };
  const full = { note: 'Bag hallen', addVoices: [{ id: randomUUID(), capacity: 'Beboer', saidOn: '2026-11-01', stance: 'SAYS' }] };
  const mark = { ...creation('Klubben'), ...full };
  for (const one of [
    mark,
    { ...creation('Ildsjæl'), kind: 'ENTHUSIAST', details: { activity: 'a', contribution: 'b', audience: 'c', consent: true } },
    { ...creation('Hallen'), kind: 'PHYSICAL_PLACE', details: { openingHours: 'd' } },
    { ...creation('Flokken'), kind: 'CONCERNING_MILIEU', details: { times: ['DAY'], group: 'e', couldHelp: 'f' } },
  ])
    await edit(one);
  const gone = creation('Væk');
  await edit(gone);
  const { takeMapSnapshot } = await coordinator.do<{ takeMapSnapshot: { seq: number } }>(
    'mutation ($areaId: UUID!) { takeMapSnapshot(areaId: $areaId, name: "Før") { seq } }',
    { areaId },
  );
  await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: await meetingOn(coordinator, areaId) });
  const meetingId = await held(areaId, personId);
  const guest = (await newGuest(coordinator, meetingId)).client;
  await newGuest(coordinator, meetingId, 'En anden');
  await invitationTo(coordinator, meetingId);
  await edit({ ...creation('Nyt'), kind: 'GATHERING_SPOT' });
  await edit({ editId: randomUUID(), featureId: gone.featureId, baseVersion: 1, op: 'REMOVE' });
  await edit({ editId: randomUUID(), featureId: mark.featureId, baseVersion: 1, op: 'UPDATE', geometry: { type: 'Point', coordinates: [10.006, 56.006] } });
  const agreementId = await followed(areaId, meetingId, personId);
  await arrivedAt(meetingId, mark.featureId, personId);
  const stakeholderId = await registered(areaId, meetingId, mark.featureId, personId);
  await asked(areaId, mark.featureId, stakeholderId, personId);
  const roundId = await mapped(areaId, meetingId, personId);
  return {
    guest,
    arguments: {
      foundGaps: { areaId },
      knowledgeGaps: { areaId },
      agreement: { id: agreementId },
      agreements: { areaId },
      cadences: { areaId },
      round: { id: roundId },
      roundPreparations: { roundId },
      rounds: { areaId },
      similarStakeholders: { areaId },
      stakeholder: { id: stakeholderId },
      stakeholderRelations: { areaId },
      stakeholders: { areaId },
      followUps: { areaId, from: day(-365), to: day(365) },
      area: { id: areaId },
      areaMap: { areaId },
      compareMap: { areaId, fromSeq: takeMapSnapshot.seq, toSeq: takeMapSnapshot.seq + 3 },
      featuresInBox: { box: { west: 9.99, south: 55.99, east: 10.02, north: 56.02 } },
      mapFeatureHistory: { areaId, featureId: mark.featureId },
      mapSnapshots: { areaId },
      outcomesOnMap: { areaId },
      meeting: { id: meetingId },
      meetings: { areaId },
      meetingDates: { startsAt: saturday(), series: 'MONTHLY' },
      areaState: { areaId },
      mapEdits: { areaId, afterSeq: 0 },
      mapPresence: { areaId },
    },
  };
}

/** What someone is told of the scene: `Type.field`, and root fields that refuse as `Type.field refused`. */
async function toldTo(client: ApiClient, { arguments: given }: Scene): Promise<string[]> {
  const told = new Set<string>();
  for (const attack of attacks) {
    const { name, kind, text } = attack;
    const root = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[kind];
    if (!root) continue;
    const type = root.getFields()[name]?.type;
    const named = type && getNamedType(type);
    if (kind === 'mutation') {
      // Of things that never were: whoever may do it is told that they aren't there.
      const answer = (await client.post(text, attack.variables())).text;
      if (!answer.includes('"NOT_ALLOWED"')) told.add(`${root.name}.${name}`);
      continue;
    }
    const whole = text.replace(/ \{ __typename \}/, named && !isLeafType(named) ? ` ${allOf(named as GraphQLObjectType)}` : '');
    const answer = JSON.parse(await wholeAnswer(client, { text: whole }, given[name] ?? {})) as {
      data?: Record<string, unknown>;
      errors?: { extensions: { reason: string } }[];
    };
    if (answer.errors) {
      expect(answer.errors[0]?.extensions.reason, name).toBe('NOT_ALLOWED');
      continue;
    }
    collect(told, root, answer.data);
  }
  return [...told].sort();
}

it('every field of the contract is decided on', () => {
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()).map((name) => `${type.name}.${name}`));
  const decisions = [
    toAnyone,
    toMembers,
    toWhoIsReached,
    toColleagues,
    toWhoSeesAnArea,
    toWhoFollowsUp,
    toWhoMeets,
    toWhoEdits,
    toTheTeam,
    toCoordinators,
    notAskedHere,
  ].flatMap(listed);
  expect(decisions.sort()).toEqual(fields.sort());
});

describe('of an area where there is everything', () => {
  let all: Scene;
  beforeAll(async () => {
    all = await scene();
  });
  const member = async (...roles: string[]) => (await newMember(admin, api.url, 'aakoebing', roles)).client;

  const employed = [toAnyone, toMembers, toWhoIsReached];
  const atWork = [toColleagues, toWhoSeesAnArea, toWhoFollowsUp, toWhoMeets];

  it.each<[who: string, client: () => ApiClient | Promise<ApiClient>, decided: Fields[]]>([
    ['a politician', () => member('politician'), employed],
    ['a case worker', () => member('case_worker'), employed],
    ['a steering member', () => member('steering'), [...employed, ...atWork]],
    ['a guest', () => all.guest, [toAnyone, toMembers, toWhoSeesAnArea, toWhoEdits]],
    ['a team member', () => member('team_member'), [...employed, ...atWork, toWhoEdits, toTheTeam]],
    ['a coordinator', () => coordinator, [...employed, ...atWork, toWhoEdits, toTheTeam, toCoordinators]],
  ])('%s is told what was decided', async (_who, client, decided) => {
    const asking = await client();
    await busy(asking, all.arguments['area']?.['id']);
    await mailed(asking);
    expect(await toldTo(asking, all)).toEqual(decided.flatMap(listed).sort());
  });
});
