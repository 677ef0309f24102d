/** Who can do what with the rows of a tenant, tried and compared with what was decided: a new table or a new right has to be written down here. */
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Table, tenantTables } from './catalog.js';
import { isNothing, membersOf, observe, type Observed, outcomeOf, rowOf, strangersTo, writableBy } from './observe.js';
import { connect } from './rooms.js';
import { type EmptyTenant, makeEmptyTenant, makeTenant, type Tenant } from './two-tenants.js';

let admin: Client;
let tables: Table[];
let mine: EmptyTenant;
let theirs: Tenant;
beforeAll(async () => {
  admin = await connect('admin');
  tables = await tenantTables(admin);
  [mine, theirs] = [await makeEmptyTenant(admin), await makeTenant(admin)];
});
afterAll(() => admin.end());

const everyone = 'Kvarter, administrator, coordinator, demoted, guest, removed, steering, team, unnamed';
const named = 'Kvarter, coordinator, guest, team';
/** Named, and no guest. */
const atWork = 'Kvarter, coordinator, team';

/**
 * `unnamed` and `steering` would see areas but for this one, which is kept to those named; `former` was a coordinator;
 * `removed` was a guest; `demoted` is one now, and was responsible before. Otherwise: in another's name, where it says
 * only who began it and gives no right.
 */
const decided: Record<string, Record<string, string>> = {
  'open_room.access_epoch': { read: everyone },
  // In one's own name alone: who made it may change it.
  'open_room.agreement': { read: atWork, write: 'coordinator, team', change: 'Kvarter, coordinator' },
  'open_room.area': { read: named, write: 'coordinator', change: 'coordinator' },
  'open_room.area_member': { read: 'coordinator', write: 'coordinator', remove: 'coordinator' },
  'open_room.area_seq': { read: named, write: 'coordinator' },
  'open_room.cadence': {
    read: atWork,
    write: 'Kvarter, coordinator',
    change: 'Kvarter, coordinator',
  },
  // The team makes those of its agreements. All of these are the coordinator's and of one who may no longer report.
  'open_room.follow_up': { read: atWork, write: atWork, change: 'Kvarter, coordinator', remove: 'Kvarter, coordinator' },
  // Administrators say when others are reminded.
  'open_room.follow_up_rules': { read: 'Kvarter, administrator, coordinator, steering, team, unnamed', write: 'administrator', change: 'administrator' },
  'open_room.invitation': { read: 'coordinator', write: 'coordinator', change: 'coordinator' },
  // Anybody's of the team to find out.
  'open_room.knowledge_gap': { read: atWork, write: 'coordinator, team', change: atWork },
  // Of two, the team's member handed one in and was passed the other; those who handed in or were passed what they may not see any more see nothing.
  'open_room.knowledge_item': { read: atWork, write: 'coordinator, team', change: 'coordinator, team' },
  // This one is the coordinator's; Kvarter's too, for who follows the link in a mail without signing in.
  'open_room.mail_preference': { read: 'Kvarter, coordinator', write: 'Kvarter', change: 'Kvarter, coordinator' },
  'open_room.mail_stop': { read: 'Kvarter', write: 'Kvarter' },
  'open_room.map_edit': { read: named },
  'open_room.map_feature': { read: named },
  'open_room.map_redaction': { read: 'coordinator' },
  'open_room.map_snapshot': { read: named, write: 'coordinator, team' },
  // Planned in one's own name alone, as what belongs to it is written.
  'open_room.meeting': { read: named, write: 'coordinator', change: 'coordinator' },
  // The team notes what came of it while the meeting is open; what columns of it, meetings.spec.ts decides.
  'open_room.agenda_item': { read: named, write: 'coordinator', change: 'coordinator, team', remove: 'coordinator' },
  // No guest's business, all of the following. Kvarter notes answers that come by mail.
  'open_room.meeting_participant': { read: atWork, write: 'coordinator', change: atWork, remove: 'coordinator' },
  'open_room.run_sheet_item': { read: atWork, write: 'coordinator', change: 'coordinator, team', remove: 'coordinator' },
  'open_room.meeting_minutes': { read: atWork, write: 'coordinator, team', change: 'coordinator, team' },
  // What people said, in one's own name alone; after the meeting it may become an agreement. No guest's business, nor a job's.
  'open_room.meeting_outcome': { read: 'coordinator, team', write: 'coordinator, team', change: 'coordinator, team', remove: 'coordinator, team' },
  // A guest sees that they are one.
  'open_room.meeting_guest': { read: 'coordinator, guest, removed', change: 'coordinator' },
  // Everybody sees their own; more of them only who runs the team. Of those of another tenant an administrator changes none: see below.
  // What of it, the trigger holds: roles are administrators', what somebody does is coordinators', how one is reached one's own.
  'open_room.membership': {
    read: everyone,
    change: 'a coordinator of another tenant, as what they are, administrator, an administrator of another tenant, coordinator, steering, team, unnamed',
  },
  'open_room.area_team': { read: atWork, write: 'coordinator', remove: 'coordinator' },
  'open_room.local_name': { read: everyone, write: 'administrator', change: 'administrator', remove: 'administrator' },
  // Guests see who is there and who works with whom; how they are reached, what was said and what is owed is the team's.
  'open_room.stakeholder': {
    read: named,
    write: 'coordinator, team',
    change: 'coordinator, team',
    remove: 'coordinator, team',
  },
  'open_room.stakeholder_contact': { read: 'coordinator, team', write: 'coordinator, team', change: 'coordinator, team' },
  'open_room.stakeholder_perspective': {
    read: 'coordinator, team',
    write: 'coordinator, team',
    change: 'coordinator, team',
  },
  'open_room.stakeholder_talk': { read: 'coordinator, team', write: 'coordinator, team', change: 'coordinator, team' },
  'open_room.stakeholder_relation': { read: named, write: 'coordinator, team', remove: 'coordinator, team' },
  // Rounds are the coordinators' to lead and the team's to read; guests see what of it is on the map.
  ...Object.fromEntries(['mapping_round', 'round_step'].map((table) => [`open_room.${table}`, { read: atWork, write: 'coordinator', change: 'coordinator' }])),
  'open_room.round_milestone': { read: atWork, write: 'coordinator', change: 'coordinator', remove: 'coordinator' },
  'open_room.round_meeting': { read: atWork, write: 'coordinator', remove: 'coordinator' },
  // Asked of colleagues, answered by oneself or by who runs the team: this one is the coordinator's, and of two who may do so no longer.
  'open_room.round_preparation': { read: atWork, write: atWork, change: 'Kvarter, coordinator' },
  // One's own; what is placed stays.
  'open_room.preparation_item': { read: atWork, write: 'coordinator, team', change: 'coordinator', remove: 'coordinator' },
  'open_room.preparation_placement': { read: atWork, write: 'coordinator, team' },
  // That there is a ranking, and who made it, is no secret of an area's; its places are seen with their areas.
  'open_room.area_ranking': { read: 'Kvarter, coordinator, steering, team, unnamed', write: 'coordinator' },
  'open_room.ranked_area': { read: atWork, write: 'coordinator' },
  // Those who may do something that others are told of cause mails; guests can't make Kvarter write to anybody.
  'open_room.outbox': { read: 'Kvarter, coordinator', write: 'Kvarter, administrator, coordinator, steering, team, unnamed', change: 'Kvarter' },
  // Administrators set it up; Kvarter reads it and notes how far.
  'open_room.mailbox': { read: 'Kvarter, administrator', write: 'administrator', change: 'administrator', remove: 'administrator' },
  'open_room.mailbox_reading': { read: 'Kvarter, administrator', write: 'Kvarter', change: 'Kvarter' },
  'open_room.reminder': { read: 'Kvarter', write: 'Kvarter' },
  'open_room.tenant': { read: everyone },
};

async function observed(table: Table): Promise<Observed[]> {
  const [row, writable] = [await rowOf(admin, table, theirs), await writableBy(admin, 'kvarter_open', table)];
  await admin.query('begin; set local role kvarter_open');
  try {
    return await observe(admin, table, row, writable, theirs, mine);
  } finally {
    await admin.query('rollback');
  }
}

it('everyone has the rights that were decided, and strangers none', async () => {
  const found: typeof decided = {};
  for (const table of tables) {
    const of: Record<string, Set<string>> = {};
    for (const one of await observed(table)) if (!isNothing(one)) (of[one.verb] ??= new Set()).add(one.who);
    found[table.name] = Object.fromEntries(Object.entries(of).map(([verb, who]) => [verb, [...who].sort().join(', ')]));
  }
  expect(found).toEqual(decided);
});

it('of memberships one sees one’s own, and all where one runs the team', async () => {
  const all = await observed(tables.find(({ name }) => name === 'open_room.membership') as Table);
  const had = (verb: string) => Object.fromEntries(all.filter((one) => one.verb === verb && !isNothing(one)).map(({ who, outcome }) => [who, outcome]));
  // Kvarter's own membership is nobody's to change.
  expect(had('change')).toEqual({
    'a coordinator of another tenant, as what they are': '2 rows',
    administrator: '9 rows',
    'an administrator of another tenant': '2 rows',
    coordinator: '5 rows',
    steering: '1 rows',
    team: '1 rows',
    unnamed: '1 rows',
  });
  expect(had('read')).toEqual({
    Kvarter: '1 rows',
    administrator: '10 rows',
    coordinator: '10 rows',
    demoted: '1 rows',
    guest: '1 rows',
    removed: '1 rows',
    steering: '5 rows',
    team: '5 rows',
    unnamed: '5 rows',
  });
});

/** A policy lets a row be changed; of whom somebody may change what in it is decided here, column by column. */
it('of memberships coordinators change what somebody does, administrators what they may do, and one oneself how one is reached', async () => {
  const { update } = await writableBy(admin, 'kvarter_open', tables.find(({ name }) => name === 'open_room.membership') as Table);
  const values: Record<string, unknown> = { roles: ['team_member', 'steering'], ended_at: new Date() };
  const whom = { oneself: (own: string) => own, 'a colleague': () => theirs.team, 'an administrator': () => theirs.lesser.administrator };
  const changed: Record<string, string> = {};
  await admin.query('begin; set local role kvarter_open');
  try {
    for (const [who, guise] of [...strangersTo(theirs, mine), ...membersOf(theirs)])
      for (const [which, of] of Object.entries(whom)) {
        const personId = of(guise.person ?? '');
        if (!/^[0-9a-f-]{36}$/.test(personId) || (which !== 'oneself' && personId === guise.person)) continue;
        const columns: string[] = [];
        for (const column of update) {
          const sql = `update open_room.membership set ${column} = $2 where person_id = $1 and tenant_id = $3`;
          const trial = { sql, values: [personId, values[column] ?? 'ny@example.dk', theirs.tenantId] };
          if ((await outcomeOf(admin, guise, trial)) === '1 rows') columns.push(column);
        }
        if (columns.length > 0) changed[`${who}: ${which}`] = columns.sort().join(' ');
      }
  } finally {
    await admin.query('rollback');
  }
  // Coordinators keep the addresses of all, since an address gives no right. Where one is signed in by it, those of people who may do more can't be theirs.
  const described = 'competence email function function_description legal_framework name organisation phone';
  const everything = 'competence email ended_at function function_description legal_framework name organisation phone roles';
  expect(changed).toEqual({
    'administrator: oneself': everything,
    'administrator: a colleague': everything,
    'coordinator: oneself': described,
    'coordinator: a colleague': described,
    'coordinator: an administrator': described,
    'steering: oneself': 'email phone',
    'team: oneself': 'email phone',
    'unnamed: oneself': 'email phone',
  });
});
