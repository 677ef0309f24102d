/** Who can do what with the rows of a tenant, tried and compared with what was decided: a new table or a new right has to be written down here. */
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Table, tenantTables } from './catalog.js';
import { isNothing, observe, type Observed, rowOf, writableBy } from './observe.js';
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
  'open_room.area': { read: named, write: 'coordinator', 'write otherwise': 'coordinator', change: 'coordinator' },
  'open_room.area_member': { read: 'coordinator', write: 'coordinator', remove: 'coordinator' },
  'open_room.area_seq': { read: named, write: 'coordinator' },
  'open_room.cadence': {
    read: atWork,
    write: 'Kvarter, coordinator',
    'write otherwise': 'Kvarter, coordinator',
    change: 'Kvarter, coordinator',
  },
  // The team makes those of its agreements. All of these are the coordinator's and of one who may no longer report.
  'open_room.follow_up': { read: atWork, write: atWork, change: 'Kvarter, coordinator', remove: 'Kvarter, coordinator' },
  'open_room.invitation': { read: 'coordinator', write: 'coordinator', 'write otherwise': 'coordinator', change: 'coordinator' },
  // This one is the coordinator's; Kvarter's too, for who follows the link in a mail without signing in.
  'open_room.mail_preference': { read: 'Kvarter, coordinator', write: 'Kvarter', change: 'Kvarter, coordinator' },
  'open_room.mail_stop': { read: 'Kvarter', write: 'Kvarter' },
  'open_room.map_edit': { read: named },
  'open_room.map_feature': { read: named },
  'open_room.map_redaction': { read: 'coordinator' },
  'open_room.map_snapshot': { read: named, write: 'coordinator, team' },
  'open_room.meeting': { read: named, write: 'coordinator', 'write otherwise': 'coordinator', change: 'coordinator' },
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
    'write otherwise': 'coordinator, team',
    change: 'coordinator, team',
    remove: 'coordinator, team',
  },
  'open_room.stakeholder_contact': { read: 'coordinator, team', write: 'coordinator, team', change: 'coordinator, team' },
  'open_room.stakeholder_perspective': {
    read: 'coordinator, team',
    write: 'coordinator, team',
    'write otherwise': 'coordinator, team',
    change: 'coordinator, team',
  },
  'open_room.stakeholder_talk': { read: 'coordinator, team', write: 'coordinator, team', change: 'coordinator, team' },
  'open_room.stakeholder_relation': { read: named, write: 'coordinator, team', 'write otherwise': 'coordinator, team', remove: 'coordinator, team' },
  // Those who may do something that others are told of cause mails; guests can't make Kvarter write to anybody.
  'open_room.outbox': { read: 'Kvarter, coordinator', write: 'Kvarter, administrator, coordinator, steering, team, unnamed', change: 'Kvarter' },
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
    const of: Record<string, string[]> = {};
    for (const one of await observed(table)) if (!isNothing(one)) (of[one.verb] ??= []).push(one.who);
    found[table.name] = Object.fromEntries(Object.entries(of).map(([verb, who]) => [verb, who.sort().join(', ')]));
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
