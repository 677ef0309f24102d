/** What injected SQL would try, as each login: to become somebody else, to leave the database, to last, to be told by another way. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { tenantTables } from './catalog.js';
import { rowOf, writableBy } from './observe.js';
import { attempt, connect, type Guise, type Room } from './rooms.js';
import { makeTenant, type Tenant } from './two-tenants.js';

const rooms = ['app', 'case', 'centre'] as const;
const groupOf = { app: 'kvarter_open', case: 'kvarter_casework', centre: 'kvarter_centre' } as const;
/** Some statements are unknown to the embedded database, which says so before it asks for a right. */
const refused = /^(42501|0A000)$/;

let admin: Client;
const logins = {} as Record<Room, Client>;
const nameOf = {} as Record<Room, string>;
let mine: Tenant;
let theirs: Tenant;
beforeAll(async () => {
  admin = await connect('admin');
  for (const room of rooms) {
    logins[room] = await connect(room);
    nameOf[room] = (await logins[room].query<{ name: string }>('select current_user as name')).rows[0]?.name ?? '';
  }
  [mine, theirs] = [await makeTenant(admin), await makeTenant(admin)];
});
afterAll(() => Promise.all([admin, ...Object.values(logins)].map((client) => client.end())));

const whoAmI = "select current_user as name, session_user as session, current_setting('is_superuser') as super";
const codeOf = (client: Client, sql: string): Promise<string> =>
  client.query(sql).then(
    () => '00000',
    ({ code }: { code?: string }) => code ?? 'unknown',
  );

describe.each(rooms)('the login of %s', (room) => {
  const others = rooms.filter((one) => one !== room);

  it('stays what it is, whoever it says it were', async () => {
    const itself = { name: nameOf[room], session: nameOf[room], super: 'off' };
    const asked = ['postgres', 'kvarter_owner', 'pg_read_all_data', 'pg_execute_server_program', ...others.flatMap((other) => [nameOf[other], groupOf[other]])];
    for (const sql of asked.flatMap((role) => [
      `set role ${role}`,
      `set local role ${role}`,
      `select set_config('role', '${role}', false)`,
      `set session authorization ${role}`,
      `select set_config('session_authorization', '${role}', false)`,
      `do $$ begin execute 'set role ${role}'; end $$`,
      `create role r${randomUUID().slice(0, 8)} in role ${role}`,
      `grant ${role} to ${nameOf[room]}`,
    ])) {
      expect(await codeOf(logins[room], sql), sql).not.toBe('00000');
      expect((await logins[room].query(whoAmI)).rows, sql).toEqual([itself]);
    }
    for (const sql of ['reset role', 'set role none', 'reset session authorization', 'set session authorization default', 'reset all']) {
      await codeOf(logins[room], sql);
      expect((await logins[room].query(whoAmI)).rows, sql).toEqual([itself]);
    }
    // Its own group is all it has, and that has no more.
    await logins[room].query('begin');
    expect(await codeOf(logins[room], `set local role ${groupOf[room]}`)).toBe('00000');
    expect((await logins[room].query<{ super: string }>(whoAmI)).rows[0]?.super).toBe('off');
    await logins[room].query('rollback');
  });

  it('can’t look at files, programs, passwords or other servers', async () => {
    for (const sql of [
      "copy (select 1) to '/tmp/kvarter-out'",
      "copy (select 1) to program 'true'",
      "copy open_room.area from '/etc/passwd'",
      "copy open_room.area from program 'true'",
      "select pg_read_file('PG_VERSION')",
      "select pg_read_binary_file('PG_VERSION')",
      "select pg_stat_file('PG_VERSION')",
      "select pg_ls_dir('.')",
      'select pg_ls_logdir()',
      'select pg_ls_waldir()',
      "select lo_import('/etc/passwd')",
      "select lo_export(1, '/tmp/kvarter-out')",
      'select rolpassword from pg_authid',
      'select passwd from pg_shadow',
      'select * from pg_hba_file_rules',
      'select * from pg_file_settings',
      'select * from pg_statistic',
      'select pg_reload_conf()',
      "alter system set log_statement = 'all'",
      "load 'auto_explain'",
      'checkpoint',
      "select pg_create_restore_point('x')",
      "select pg_create_physical_replication_slot('x')",
    ]) {
      expect(await codeOf(logins[room], sql), sql).toMatch(/^(42501|0A000|42P01|58P01|55000)$/);
    }
  });

  it('can’t make, change or lock anything that lasts', async () => {
    for (const sql of [
      'create schema evil',
      'create table public.evil (a int)',
      'create table open_room.evil (a int)',
      'create view open_room.evil as select 1',
      'create materialized view open_room.evil as select 1',
      'create sequence open_room.evil',
      'create type open_room.evil as enum ()',
      'create domain public.evil as int',
      'create function public.evil() returns int language sql as $$ select 1 $$',
      'create function open_room.evil() returns int language sql security definer as $$ select 1 $$',
      'create or replace function open_room.current_tenant() returns uuid language sql as $$ select null::uuid $$',
      'create operator public.=== (leftarg = int, rightarg = int, function = int4eq)',
      'create cast (text as int) without function',
      'create language plevil handler plpgsql_call_handler',
      'create extension if not exists pg_trgm',
      'create database evil',
      "create tablespace evil location '/tmp'",
      'create foreign data wrapper evil',
      'create publication evil',
      'create event trigger evil on ddl_command_start execute function evil()',
      'create policy evil on open_room.area using (true)',
      'create rule evil as on select to open_room.area do instead select 1',
      'create trigger evil before insert on open_room.area for each row execute function open_room.meeting_changed()',
      'create index evil on open_room.area (name)',
      'alter table open_room.area disable row level security',
      'alter table open_room.area no force row level security',
      `alter table open_room.area owner to ${groupOf[room]}`,
      'alter policy see on open_room.area using (true)',
      'alter function open_room.current_tenant() security invoker',
      'alter function open_room.has_role(text[]) leakproof',
      'drop policy see on open_room.area',
      'drop table open_room.map_edit',
      `alter default privileges for role kvarter_owner grant all on tables to ${nameOf[room]}`,
      `alter role ${nameOf[room]} superuser`,
      `alter role ${nameOf[room]} bypassrls`,
      `alter role ${nameOf[room]} createrole`,
      'alter role kvarter_owner login',
      `alter role postgres password 'x'`,
      `alter database ${new URL(inject('database').adminUrl).pathname.slice(1)} set row_security = off`,
      "comment on table open_room.area is 'x'",
      "security label on table open_room.area is 'x'",
      'reindex table open_room.area',
      'cluster open_room.area using area_pkey',
      'vacuum full open_room.area',
      'truncate open_room.area',
      ...['access exclusive', 'exclusive', 'share', 'share row exclusive'].map((mode) => `lock table open_room.map_edit in ${mode} mode nowait`),
      ...['access exclusive', 'exclusive', 'share'].map((mode) => `lock table identity.session in ${mode} mode nowait`),
    ]) {
      await logins[room].query('begin');
      const code = await codeOf(logins[room], sql);
      await logins[room].query('rollback');
      if (/^(create (database|tablespace)|vacuum)/.test(sql)) expect(code, sql).toMatch(/^(25001|42501|0A000)$/);
      else expect(code, sql).toMatch(/^(42501|0A000|22023|42883)$/);
    }
  });

  it('can’t pass on what it has, nor give itself more', async () => {
    const rights = () =>
      admin.query("select relname, relacl::text from pg_class where relnamespace::regnamespace::text in ('open_room', 'identity') order by 1");
    const before = (await rights()).rows;
    // PostgreSQL only warns where one has something and may pass on nothing.
    for (const sql of ['all', 'select', 'all privileges'].map((right) => `grant ${right} on open_room.area, identity.session to ${nameOf[room]}, public`))
      await codeOf(logins[room], sql);
    for (const schema of ['open_room', 'identity']) await codeOf(logins[room], `grant all on all tables in schema ${schema} to ${nameOf[room]}`);
    expect((await rights()).rows).toEqual(before);
  });

  it('sees no row more with row security off than with it on: it is refused', async () => {
    await logins[room].query('begin');
    await logins[room].query('set local row_security = off');
    const code = await codeOf(logins[room], 'select 1 from open_room.area');
    await logins[room].query('rollback');
    expect(code).toMatch(refused);
  });

  it('makes no large object and reads none', async () => {
    const { rows } = await admin.query<{ oid: string }>("select lo_from_bytea(0, 'x')::text as oid");
    const oid = rows[0]?.oid ?? '0';
    for (const sql of [`select lo_get(${oid})`, `select lo_unlink(${oid})`, `select lo_put(${oid}, 0, 'y')`, 'select data from pg_largeobject'])
      expect(await codeOf(logins[room], sql), sql).toMatch(refused);
    for (const sql of ["select lo_from_bytea(0, 'x')", 'select lo_creat(-1)', 'select lo_create(0)'])
      expect(await codeOf(logins[room], sql), sql).toMatch(refused);
    await admin.query(`select lo_unlink(${oid})`);
  });
});

describe('a login that listens', () => {
  it('hears ids and numbers, and nothing that somebody wrote', async () => {
    const heard: string[] = [];
    const listener = await connect('app');
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    for (const channel of ['kvarter_access', 'kvarter_area', 'kvarter_map', 'kvarter_presence']) await listener.query(`listen ${channel}`);
    const guise = { tenant: theirs.tenantId, person: theirs.coordinator, purpose: 'write' };
    await attempt(admin, guise, 'update open_room.meeting set title = $2, frozen = true where tenant_id = $1', [theirs.tenantId, theirs.canary], true);
    await attempt(admin, guise, 'update open_room.area set restricted = false, name = $2 where tenant_id = $1', [theirs.tenantId, theirs.canary], true);
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    const ids = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\|\d+)?\|?)*$/;
    for (const payload of heard) expect(payload).toMatch(ids);
    await listener.end();
  });
});

/** An id that never was, and stands where the other one stands among all others: where pairs are kept in order, only that may differ. */
const nearly = (id: string): string => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');

describe('a coordinator of another tenant who asks by refusals', () => {
  const guise = (): Guise => ({ tenant: mine.tenantId, person: mine.coordinator, purpose: 'write' });

  /** Each id in a row of one's own, once one of theirs and once one that never was. */
  it('is told the same of their ids as of ids that never were, by keys, conflicts and locks', async () => {
    let asked = 0;
    for (const table of await tenantTables(admin)) {
      const { insert } = await writableBy(admin, 'kvarter_open', table);
      if (insert.length === 0) continue;
      const [own, foreign] = [await rowOf(admin, table, mine), await rowOf(admin, table, theirs)];
      const into = `insert into ${table.name} (${insert.join(', ')}) select ${insert.map((column) => `r.${column}`).join(', ')} from jsonb_populate_record(null::${table.name}, $1) r`;
      for (const key of insert.filter((column) => column.endsWith('_id') && column !== 'tenant_id')) {
        for (const more of ['', ' on conflict do nothing', ' returning 1']) {
          const say = async (id: unknown) => {
            const { code, count } = await attempt(logins.app, guise(), into + more, [{ ...own, [key]: id }]);
            return `${code} ${count}`;
          };
          const there = (foreign[key] as string | null) ?? theirs.areaId;
          expect(await say(there), `${table.name}.${key}${more}`).toBe(await say(nearly(there)));
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(15);
  });

  /** An address is one member's, of one tenant. */
  it('is told the same of their addresses as of addresses that never were, and of their own that they are taken', async () => {
    const asked = {
      'a new member': "select open_room.add_member('Ny', $1, '{team_member}')",
      'their own address': 'update open_room.membership set email = $1 where person_id = open_room.current_person()',
      'a colleague’s': "update open_room.membership set email = $1 where roles = '{steering}'",
    };
    for (const [what, sql] of Object.entries(asked)) {
      const say = async (address: string) => (await attempt(logins.app, guise(), sql, [address])).code;
      expect(await say(theirs.address.toUpperCase()), what).toBe('00000');
      expect(await say(`${randomUUID()}@kanariefugl.example`), what).toBe('00000');
      if (what !== 'their own address') expect(await say(mine.address.toUpperCase()), what).toBe('23505');
    }
  });

  it('learns nothing by an error, a function that talks, or the time a plan expects', async () => {
    const { app } = logins;
    for (const sql of [
      // A condition of one's own is asked only of rows one may see.
      'select 1 from open_room.area where 1 / (case when tenant_id = $1 then 0 else 1 end) = 1',
      'select 1 from open_room.area where (case when tenant_id = $1 then name::int else 1 end) = 1',
      'select 1 from open_room.membership where tenant_id = $1 and cast(name as int) > 0',
    ])
      expect(await attempt(app, guise(), sql, [theirs.tenantId]), sql).toMatchObject({ code: '00000' });
    for (const sql of [
      "select most_common_vals::text as v from pg_stats where schemaname in ('open_room', 'identity')",
      "select * from pg_stats_ext where schemaname = 'open_room'",
      'select query as v from pg_stat_activity where usename is distinct from current_user',
    ]) {
      const { rows } = await attempt(app, guise(), sql);
      expect(JSON.stringify(rows), sql).not.toContain(theirs.canary);
      expect(JSON.stringify(rows), sql).not.toContain(theirs.tenantId);
    }
    const plans = async (id: string) =>
      JSON.stringify((await attempt(app, guise(), `explain (costs off) select 1 from open_room.area where tenant_id = '${id}'`)).rows).replaceAll(id, '#');
    expect(await plans(theirs.tenantId)).toBe(await plans(randomUUID()));
  });

  it('gets no further with a function or table of their own making', async () => {
    const { app } = logins;
    await app.query('begin');
    try {
      const made = await codeOf(
        app,
        "create function pg_temp.tell(t text) returns boolean language plpgsql cost 0.0000001 as $$ begin raise notice 'told %', t; return true; end $$",
      );
      // The embedded database lets no login bring code of its own.
      if (inject('database').kind === 'embedded') return expect(made).toBe('42501');
      const told: string[] = [];
      app.on('notice', ({ message }) => told.push(message ?? ''));
      const settings = Object.entries(guise()).map(([name, value]) => `set_config('kvarter.${name}', '${value}', true)`);
      await app.query(`select ${settings.join(', ')}`);
      await app.query('select 1 from open_room.area where pg_temp.tell(name)');
      expect(told.length).toBeGreaterThan(0);
      expect(told.join()).toContain(mine.canary);
      expect(told.join()).not.toContain(theirs.canary);
      await app.query('savepoint one');
      expect(await codeOf(app, 'create temporary table evil (like open_room.area including all); alter table evil inherit open_room.area')).not.toBe('00000');
    } finally {
      await app.query('rollback');
    }
  });
});
