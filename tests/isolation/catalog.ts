/** What the database says it holds: the source of every attack, so that a new table is attacked without anybody thinking of it. */
import type { Client } from 'pg';

export const ourSchemas = ['identity', 'open_room', 'casework', 'centre'] as const;

export interface Table {
  readonly name: string;
  /** Those one may write. */
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
}

/** Tables whose rows belong to a tenant. */
export async function tenantTables(admin: Client): Promise<Table[]> {
  const { rows } = await admin.query<{ name: string; columns: string[]; primary_key: string[] }>(
    `
    select format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as primary_key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any ($1) and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
    order by 1`,
    [ourSchemas],
  );
  return rows.map(({ name, columns, primary_key }) => ({ name, columns, primaryKey: primary_key }));
}

/** A fingerprint of all rows of a tenant in a table, as the superuser sees them. */
export async function fingerprint(admin: Client, table: string, tenantId: string): Promise<string> {
  const { rows } = await admin.query<{ hash: string }>(
    `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t where tenant_id = $1`,
    [tenantId],
  );
  return rows[0]?.hash ?? '';
}

export interface Callable {
  readonly name: string;
  readonly argumentTypes: readonly string[];
  readonly returnsSet: boolean;
}

/** Functions of ours that a login may call. */
export async function callableBy(admin: Client, group: string): Promise<Callable[]> {
  const { rows } = await admin.query<{ name: string; types: string[]; returns_set: boolean }>(
    `
    select format('%I.%I', n.nspname, p.proname) as name, p.proretset as returns_set,
      array(select format_type(t, null) from unnest(p.proargtypes) with ordinality as x (t, i) order by i) as types
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any ($1) and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype and has_function_privilege($2, p.oid, 'execute')
    order by 1`,
    [ourSchemas, group],
  );
  return rows.map(({ name, types, returns_set }) => ({ name, argumentTypes: types, returnsSet: returns_set }));
}
