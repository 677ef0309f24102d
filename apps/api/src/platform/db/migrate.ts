/** Brings the database to what this build expects: roles, migrations once each, policies as they are now. */
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { ensureLogin, ensureRoles, rooms } from './logins.js';

/** SQL files of this build. */
export interface DatabaseFiles {
  /** name -> text; run once each, in the order of their names. */
  readonly migrations: Readonly<Record<string, string>>;
  /** [name, text] in the order given; run anew at every migration, so each says the whole of what holds. */
  readonly policies: readonly (readonly [name: string, sql: string])[];
}

const schemas = ['identity', 'open_room', 'casework', 'centre', 'queues'];
const lockKey = 4_600_460_046;

/** A migration that has run was changed afterwards. */
export class ChangedMigration extends Error {}

export const hashOf = (files: DatabaseFiles): string =>
  createHash('sha256')
    .update(JSON.stringify([Object.entries(files.migrations).sort(), files.policies]))
    .digest('hex');

/**
 * @param adminUrl a login that may create roles, schemas and extensions
 * @param loginUrls of the rooms app, case and centre, in that order
 * @param more runs last, under the owner, in the same lock (the queue's own tables)
 * @throws ChangedMigration
 */
export async function migrate(
  adminUrl: string,
  loginUrls: readonly string[],
  files: DatabaseFiles,
  more?: (client: Client) => Promise<void>,
): Promise<{ ran: string[] }> {
  const client = new Client({ connectionString: adminUrl, application_name: 'kvarter migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await ensureRoles(client);
    await ensureExtensions(client);
    for (const schema of schemas) await client.query(`create schema if not exists ${schema} authorization kvarter_owner`);
    await client.query('revoke create on schema public from public');
    // Temporary tables are for the queue alone, where PostgreSQL carries it; `ensureLogin` sees to it that none is found before ours.
    await client.query(`do $$ begin
      execute format('revoke temporary, create on database %I from public', current_database());
      execute format('grant temporary on database %I to kvarter_open', current_database());
    end $$`);
    await forbidLargeObjects(client);
    await client.query('set role kvarter_owner');
    const ran = await runMigrations(client, files);
    await runPolicies(client, files);
    if (more) await more(client);
    await client.query('update identity.release set hash = $1, at = now()', [hashOf(files)]);
    await client.query('reset role');
    for (const [index, room] of rooms.entries()) await ensureLogin(client, room, loginUrls[index] as string);
    return { ran };
  } finally {
    await client.end();
  }
}

async function ensureExtensions(client: Client): Promise<void> {
  await client.query('create extension if not exists postgis with schema public');
  await client.query('create extension if not exists btree_gist with schema public');
  // Under a policy only leakproof operators reach an index. Overlap of two boxes tells nothing of what
  // the policy hides; marking it takes a superuser, and an upgrade of PostGIS forgets it, so it is
  // marked at every migration. Elsewhere the map falls back on scanning one tenant.
  const { rows } = await client.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = current_user');
  if (rows[0]?.rolsuper) {
    await client.query('alter function public.geometry_overlaps(geometry, geometry) leakproof');
  }
}

/**
 * Anyone may make large objects, which last and know no policy, unless they are told not to. Nothing here needs
 * them. It takes a superuser; elsewhere they stay.
 */
async function forbidLargeObjects(client: Client): Promise<void> {
  await client.query(`do $$ declare f regprocedure; begin
    for f in select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_|loread$|lowrite$)' loop
      execute format('revoke execute on function %s from public', f);
    end loop;
  exception when insufficient_privilege then null;
  end $$`);
}

async function runMigrations(client: Client, files: DatabaseFiles): Promise<string[]> {
  await client.query('create table if not exists identity.migration (name text primary key, hash text not null, ran_at timestamptz not null default now())');
  await client.query(
    'create table if not exists identity.release (one boolean primary key default true check (one), hash text not null, at timestamptz not null)',
  );
  await client.query("insert into identity.release (hash, at) values ('', now()) on conflict do nothing");
  const done = new Map(
    (await client.query<{ name: string; hash: string }>('select name, hash from identity.migration')).rows.map((row) => [row.name, row.hash]),
  );
  const ran: string[] = [];
  for (const name of Object.keys(files.migrations).sort()) {
    const sql = files.migrations[name] as string;
    const hash = createHash('sha256').update(sql).digest('hex');
    if (done.has(name)) {
      if (done.get(name) !== hash)
        throw new ChangedMigration(`The migration ${name} has run here and was changed since. Put its text back and write a new one.`);
      continue;
    }
    await client.query('begin');
    try {
      await client.query(sql);
      await client.query('insert into identity.migration (name, hash) values ($1, $2)', [name, hash]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
    }
    ran.push(name);
  }
  return ran;
}

/** Drops every policy and grant first: what no file says any more must not linger. */
async function runPolicies(client: Client, files: DatabaseFiles): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`do $$ declare p record; begin
      for p in select schemaname, tablename, policyname from pg_policies where schemaname in ('identity', 'open_room', 'casework', 'centre') loop
        execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
      end loop;
    end $$`);
    for (const schema of schemas) {
      for (const { group } of rooms) {
        await client.query(`revoke all on all tables in schema ${schema} from ${group}`);
        await client.query(`revoke all on all functions in schema ${schema} from ${group}`);
        await client.query(`revoke all on schema ${schema} from ${group}`);
      }
      await client.query(`revoke all on all functions in schema ${schema} from public`);
    }
    for (const [name, sql] of files.policies) {
      await client.query(sql).catch((error: Error) => {
        throw new Error(`The policy file ${name} failed: ${error.message}`, { cause: error });
      });
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
