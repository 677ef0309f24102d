/** Every table, attacked by every login in every guise: reading, writing, and asking whether something is there. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, type Table, tenantTables } from './catalog.js';
import { isNothing, observe, rowOf, strangersTo, writableBy } from './observe.js';
import { attempt, connect } from './rooms.js';
import { type EmptyTenant, makeEmptyTenant, makeTenant, type Tenant } from './two-tenants.js';

let admin: Client;
let app: Client;
let mine: Tenant;
let theirs: Tenant;
/** A third one, where there is nothing to be had. */
let foreign: EmptyTenant;
let tables: Table[];

beforeAll(async () => {
  admin = await connect('admin');
  await admin.query('set role kvarter_owner');
  app = await connect('app');
  [mine, theirs, foreign] = [await makeTenant(admin), await makeTenant(admin), await makeEmptyTenant(admin)];
  tables = await tenantTables(admin);
});
afterAll(async () => {
  await app.end();
  await admin.end();
});

const strangers = () => strangersTo(theirs, foreign);
const theirRow = (table: Table) => rowOf(admin, table, theirs);

const insertion = ({ name, columns }: Table) =>
  `insert into ${name} (${columns.join(', ')}) select ${columns.map((column) => `r.${column}`).join(', ')} from jsonb_populate_record(null::${name}, $1) r`;

describe('tables of tenants', () => {
  it('are attacked each and all', () => {
    expect(tables.length).toBeGreaterThanOrEqual(12);
  });

  it('show no stranger a row', async () => {
    for (const table of tables) {
      await theirRow(table);
      for (const [who, guise] of strangers()) {
        const { rows } = await attempt(app, guise, `select * from ${table.name} where tenant_id = $1`, [theirs.tenantId]);
        expect(rows, `${who} read ${table.name}`).toEqual([]);
        const all = await attempt(app, guise, `select t::text as row from ${table.name} t`);
        expect(JSON.stringify(all.rows).includes(theirs.tenantId), `${who} read ${table.name}`).toBe(false);
      }
    }
  });

  it('let no stranger write, delete, lock or take a row over', async () => {
    for (const table of tables) {
      const before = await fingerprint(admin, table.name, theirs.tenantId);
      for (const [who, guise] of strangers()) {
        for (const sql of [
          `update ${table.name} set tenant_id = tenant_id where tenant_id = $1`,
          `delete from ${table.name} where tenant_id = $1`,
          `select 1 from ${table.name} where tenant_id = $1 for update`,
        ]) {
          const { count } = await attempt(app, guise, sql, [theirs.tenantId], true);
          expect(count, `${who}: ${sql}`).toBe(0);
        }
        const stolen = await attempt(app, guise, `update ${table.name} set tenant_id = $2 where tenant_id = $1`, [theirs.tenantId, mine.tenantId], true);
        expect(stolen.count, `${who} moved rows of ${table.name}`).toBe(0);
        expect((await attempt(app, guise, `truncate ${table.name} cascade`, [], true)).code, `${who} truncated ${table.name}`).not.toBe('00000');
      }
      expect(await fingerprint(admin, table.name, theirs.tenantId)).toBe(before);
    }
  });

  it('let no stranger do by a statement that reads nothing what one that reads can’t', async () => {
    for (const table of tables) {
      const before = await fingerprint(admin, table.name, theirs.tenantId);
      const [row, writable] = [await theirRow(table), await writableBy(admin, 'kvarter_open', table)];
      await app.query('begin');
      const seen = await observe(app, table, row, writable, theirs, foreign, undefined, strangers());
      await app.query('rollback');
      // An administrator changes the two memberships of their own tenant.
      const had = seen.filter((one) => !isNothing(one) && !(table.name === 'open_room.membership' && one.outcome === '2 rows'));
      expect(had, table.name).toEqual([]);
      expect(await fingerprint(admin, table.name, theirs.tenantId)).toBe(before);
    }
  });

  it('answer an insertion the same way whether the row is there or not', async () => {
    for (const table of tables) {
      const row = await theirRow(table);
      const other = Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, key !== 'tenant_id' && key.endsWith('_id') && value !== null ? randomUUID() : value]),
      );
      for (const [who, guise] of strangers()) {
        const there = await attempt(app, guise, insertion(table), [row]);
        const absent = await attempt(app, guise, insertion(table), [other]);
        expect(there.code, `${who} wrote into ${table.name}`).not.toBe('00000');
        expect(there.code, `${who} learns from ${table.name} what is there`).toBe(absent.code);
        const clash = await attempt(app, guise, `${insertion(table)} on conflict do nothing`, [row]);
        expect([clash.code, clash.count], `${who} learns from a conflict in ${table.name}`).toEqual([absent.code, 0]);
      }
    }
  });

  it('take no reference across: another tenant’s id is as unknown as one that never was', async () => {
    const guise = { tenant: mine.tenantId, person: mine.coordinator, purpose: 'write' };
    for (const table of tables) {
      const row = await theirRow(table);
      const into = (ids: Record<string, unknown>) => attempt(app, guise, insertion(table), [{ ...row, ...ids, tenant_id: mine.tenantId }]);
      const own = table.primaryKey.at(-1) ?? '';
      for (const key of Object.keys(row).filter((one) => one !== 'tenant_id' && one !== own && one.endsWith('_id') && row[one] !== null)) {
        const fresh = own.endsWith('_id') ? { [own]: randomUUID() } : {};
        const [foreign, unknown] = [await into(fresh), await into({ ...fresh, [key]: randomUUID() })];
        expect(foreign.code, `${table.name}.${key}`).toBe(unknown.code);
      }
    }
  });

  it('belong to the open room alone', async () => {
    for (const room of ['case', 'centre'] as const) {
      const client = await connect(room);
      try {
        for (const { name } of tables) {
          for (const guise of [{}, { tenant: theirs.tenantId, person: theirs.coordinator, purpose: 'read' }]) {
            expect((await attempt(client, guise, `select 1 from ${name}`)).code, `${room} reads ${name}`).toBe('42501');
          }
        }
      } finally {
        await client.end();
      }
    }
  });

  it('would be found out: a hole in any one of them is noticed by these attacks', async () => {
    for (const { name } of tables) {
      await admin.query(`create policy hole on ${name} to kvarter_open using (true) with check (true)`);
      await admin.query(`grant select on ${name} to kvarter_open`);
      try {
        const { rows } = await attempt(app, {}, `select * from ${name} where tenant_id = $1`, [theirs.tenantId]);
        expect(rows.length, `a hole in ${name}`).toBeGreaterThan(0);
      } finally {
        await admin.query(`drop policy hole on ${name}`);
      }
    }
  });
});

describe('members of a tenant', () => {
  it('see their own rows, so that the attacks above attack something', async () => {
    const guise = { tenant: theirs.tenantId, person: theirs.coordinator, purpose: 'read' };
    expect(await attempt(app, guise, 'select name from open_room.area')).toEqual({ code: '00000', rows: [{ name: theirs.canary }], count: 1 });
  });

  it('see no area kept to others, nor its map, meeting or history', async () => {
    await admin.query('delete from open_room.area_member where tenant_id = $1', [theirs.tenantId]);
    const guise = { tenant: theirs.tenantId, person: theirs.team, purpose: 'read' };
    for (const { name, columns } of tables) {
      if (!columns.includes('area_id')) continue;
      expect((await attempt(app, guise, `select 1 from ${name} where area_id = $1`, [theirs.areaId])).rows, name).toEqual([]);
    }
  });
});
