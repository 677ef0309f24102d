/** What every table, key, function and login has to be like, read from the catalog. */
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ourSchemas } from './catalog.js';
import { connect } from './rooms.js';

let admin: Client;
beforeAll(async () => {
  admin = await connect('admin');
});
afterAll(() => admin.end());

const names = async (sql: string, ...values: unknown[]): Promise<string[]> => (await admin.query<{ name: string }>(sql, values)).rows.map(({ name }) => name);
const groups = ['kvarter_open', 'kvarter_casework', 'kvarter_centre'];

it('every table of a room has forced row security and a policy, or nobody may touch it', async () => {
  const open = await names(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
       and exists (select from unnest($2::text[]) g, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) v
                   where has_table_privilege(g, c.oid, v))`,
    ourSchemas,
    groups,
  );
  expect(open, 'tables that a login may use without forced row security').toEqual([]);
  const unforced = await names(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('open_room', 'casework', 'centre') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(unforced, 'tables of tenants without forced row security').toEqual([]);
});

it('whoever writes a row signs with their own name', async () => {
  // Who noted a consent is kept with it where two stakeholders become one.
  const kept = ['open_room.stakeholder_contact.consent_noted_by'];
  const unsigned = await names(
    `with signature as (
       select c.oid, a.attnum, format('%s.%s', c.oid::regclass, a.attname) as name,
              format('%%(%s = ( SELECT open_room.current_person() AS current_person))%%', a.attname) as own
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype and a.attname ~ '_by$' and has_column_privilege('kvarter_open', c.oid, a.attnum, 'insert')
     )
     select s.name from signature s, lateral (
       select coalesce(bool_or(signed) filter (where not p.polpermissive), false) or coalesce(bool_and(signed) filter (where p.polpermissive), false) as signed
       from (select p.*, pg_get_expr(p.polwithcheck, p.polrelid) like s.own as signed from pg_policy p) p
       where p.polrelid = s.oid and p.polcmd in ('a', '*') and 'kvarter_open'::regrole = any (p.polroles)
     ) p where not p.signed order by 1`,
  );
  expect(unsigned).toEqual(kept);
});

it('no view, materialised view or foreign table goes round the policies', async () => {
  expect(
    await names(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind in ('v', 'm', 'f')`,
      ourSchemas,
    ),
  ).toEqual([]);
});

it('every table of tenants says whose its rows are, first in its key', async () => {
  const nameless = await names(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('open_room', 'casework') and c.relkind in ('r', 'p') and not exists (
       select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id' and a.attnotnull)`,
  );
  expect(nameless).toEqual([]);
});

it('no unique index and no foreign key can tell one tenant of another', async () => {
  // The slug of a tenant is public: it stands in addresses.
  const unique = await names(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where n.nspname in ('open_room', 'casework') and i.indisunique and a.attname <> 'tenant_id'`,
  );
  expect(unique).toEqual(['open_room.tenant_slug_key']);
  const foreign = await names(
    `select format('%s %s', k.conrelid::regclass, k.conname) as name from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where k.contype = 'f' and n.nspname in ('open_room', 'casework') and k.confrelid::regclass::text not like 'identity.%' and not exists (
       select from unnest(k.conkey, k.confkey) as x (own, theirs)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.own join pg_attribute b on b.attrelid = k.confrelid and b.attnum = x.theirs
       where a.attname = 'tenant_id' and b.attname = 'tenant_id')`,
  );
  expect(foreign).toEqual([]);
});

it('the logins are nothing but members of their own group', async () => {
  const { appUrl, caseUrl, centreUrl } = inject('database');
  for (const [index, url] of [appUrl, caseUrl, centreUrl].entries()) {
    const login = decodeURIComponent(new URL(url).username);
    const { rows } = await admin.query(
      `select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication as mighty,
         (select count(*)::int from pg_class c where c.relowner = r.oid) + (select count(*)::int from pg_proc p where p.proowner = r.oid) as owned,
         array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as groups
       from pg_roles r where r.rolname = $1`,
      [login],
    );
    expect(rows).toEqual([{ mighty: false, owned: 0, groups: [groups[index]] }]);
  }
});

it('no login can make anything that lasts', async () => {
  // A session's own temporary schema goes with the right to temporary tables, asked for below; the embedded database has one session for all.
  const able = await names(
    `select format('%s in %s', g, n.nspname) as name from unnest($1::text[]) g, pg_namespace n where has_schema_privilege(g, n.oid, 'create') and n.nspname !~ '^pg_temp_'
     union all select format('%s temporary', g) from unnest($1::text[]) g where has_database_privilege(g, current_database(), 'temporary')
     union all select format('%s schemas', g) from unnest($1::text[]) g where has_database_privilege(g, current_database(), 'create')`,
    groups,
  );
  // BullMQ on PostgreSQL makes some; what they can't do is in shadows.spec.ts.
  expect(able).toEqual(['kvarter_open temporary']);
  for (const room of ['app', 'case', 'centre'] as const) {
    const client = await connect(room);
    expect((await client.query('show search_path')).rows).toEqual([{ search_path: 'pg_catalog, public, pg_temp' }]);
    await client.end();
  }
});

it('functions belong to the owner, and only those meant for a room can be called from it', async () => {
  expect(
    await names(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any ($1) and pg_get_userbyid(p.proowner) <> 'kvarter_owner'`,
      ourSchemas,
    ),
  ).toEqual([]);
  // What PUBLIC may call, every login may.
  expect(
    await names(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = any ($1) and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0 and a.privilege_type = 'EXECUTE')`,
      ourSchemas,
    ),
  ).toEqual([]);
  expect(
    await names(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any ($1) and has_function_privilege('kvarter_casework', p.oid, 'execute')`,
      ourSchemas,
    ),
  ).toEqual([]);
});

it('queue and catalog hold nothing that belongs to a tenant', async () => {
  const columns =
    await names(`select format('%s.%s', c.relname, a.attname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'queues' and c.relkind in ('r', 'p') and a.attname in ('tenant_id', 'person_id', 'name_of_person')`);
  expect(columns).toEqual([]);
});
