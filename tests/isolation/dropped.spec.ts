/**
 * These attacks can fail: each policy is weakened by one condition after the other, and what everybody can do then is
 * never what it was. Grants are left out of it (the login's group gets all of them), so that policies are found wanting
 * even where a grant would still hold.
 */
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Table, tenantTables } from './catalog.js';
import { isNothing, membersOf, observe, type Observed, rowOf, strangersTo, type Verb } from './observe.js';
import { connect } from './rooms.js';
import { type EmptyTenant, makeEmptyTenant, makeTenant, type Tenant } from './two-tenants.js';
import { policiesFor, rewritten, weaker } from './weakened.js';

const group = 'kvarter_open';

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

/**
 * What belongs to a meeting is seen and changed by way of it, which asks some of the same itself: those conditions have
 * to hold where the meeting asks nothing, too.
 */
const meetingsForAll = 'drop policy see on open_room.meeting; create policy see on open_room.meeting for select to kvarter_open using (true);';
const followsMeetings = ({ using, check }: { using: string | null; check: string | null }) => `${using}${check}`.includes('FROM open_room.meeting ');

/** What everybody can do with a table where `weaken` was run before, undone afterwards. */
async function observed(table: Table, wanted?: readonly Verb[], weaken = ''): Promise<Observed[]> {
  const row = await rowOf(admin, table, theirs);
  await admin.query(`begin; grant all on ${table.name} to ${group}; ${weaken}`);
  try {
    await admin.query(`set local role ${group}`);
    const all = { insert: table.columns, update: table.columns };
    return await observe(admin, table, row, all, theirs, mine, wanted, [...strangersTo(theirs, mine), ...membersOf(theirs)]);
  } finally {
    await admin.query('rollback');
  }
}

const told = (all: readonly Observed[]): string[] => all.map(({ verb, who, outcome }) => `${who}: ${verb}: ${outcome}`);

it('policies hold alone, whatever is granted: strangers have nothing of any table', async () => {
  for (const table of tables) {
    const strangers = new Set(strangersTo(theirs, mine).map(([who]) => who));
    const had = (await observed(table)).filter((one) => strangers.has(one.who) && !isNothing(one));
    // Of their own two members, whom both may describe, and who stay where they are.
    const ofTheirOwn =
      table.name === 'open_room.membership'
        ? ['an administrator of another tenant', 'a coordinator of another tenant, as what they are'].flatMap((who) => [
            `${who}: change: 2 rows`,
            `${who}: move: 2 rows`,
          ])
        : [];
    expect(
      told(had).filter((what) => !ofTheirOwn.includes(what)),
      table.name,
    ).toEqual([]);
  }
});

describe('a policy', () => {
  it('that is made anew as it is changes nothing: what is noticed below is what was left out', async () => {
    for (const policy of (await policiesFor(admin, group)).filter(({ table }) => table === 'open_room.membership')) {
      const table = tables.find(({ name }) => name === policy.table) as Table;
      expect(await observed(table, undefined, rewritten(policy, group))).toEqual(await observed(table));
    }
  });

  it('that lost any one of its conditions is found out', async () => {
    const policies = (await policiesFor(admin, group)).filter(({ table }) => tables.some(({ name }) => name === table));
    const weakened = policies.flatMap((policy) =>
      weaker(policy, group).map((one) => ({ ...one, worlds: followsMeetings(policy) ? ['', meetingsForAll] : [''] })),
    );
    expect(weakened.length).toBeGreaterThan(50);
    const unnoticed: string[] = [];
    for (const { table: name, policy, without, verbs, sql, worlds } of weakened) {
      const table = tables.find((one) => one.name === name) as Table;
      let noticed = false;
      for (const world of worlds) {
        const [before, after] = [await observed(table, verbs, world), await observed(table, verbs, world + sql)];
        noticed ||= JSON.stringify(before) !== JSON.stringify(after);
      }
      if (!noticed) unnoticed.push(`${policy} on ${name} without ${without}`);
    }
    expect(unnoticed).toEqual([]);
  });

  it('that is gone from its table altogether, row security with it, is found out', async () => {
    for (const table of tables) {
      const open = await observed(table, ['read'], `alter table ${table.name} disable row level security`);
      expect(
        open.every((one) => !isNothing(one)),
        table.name,
      ).toBe(true);
    }
  });
});
