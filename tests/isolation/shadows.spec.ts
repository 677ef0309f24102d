/**
 * What runs with the owner's rights can't be led astray by names a login has made up: temporary tables and types
 * stand before all others in the search path that a function inherits from its caller.
 */
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Callable, callableBy, ourSchemas } from './catalog.js';
import { connect } from './rooms.js';

let admin: Client;
let app: Client;
beforeAll(async () => {
  [admin, app] = [await connect('admin'), await connect('app')];
});
afterAll(async () => {
  await app.end();
  await admin.end();
});

/** A path in which whatever a login could make is found last, even where the caller's own path says otherwise. */
const safePath = 'search_path=pg_catalog, pg_temp';

it('has a search path of its own, or names every type and table with its schema', async () => {
  const { rows } = await admin.query<{ name: string; definer: boolean; body: string; settings: string[] | null }>(
    `select p.oid::regprocedure::text as name, p.prosecdef as definer, p.prosrc as body, p.proconfig as settings
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any ($1) and p.prokind = 'f' order by 1`,
    [ourSchemas],
  );
  const words = await admin.query<{ word: string }>(
    `select distinct t.typname as word from pg_type t join pg_namespace n on n.oid = t.typnamespace
     where n.nspname in ('pg_catalog', 'public') and t.typname ~ '^[a-z]\\w+$' or n.nspname = any ($1)`,
    [ourSchemas],
  );
  const types = new Set(words.rows.map(({ word }) => word));
  // Where a type or a table is meant: after a cast, after the words that lead to a table, and where something is declared.
  const meant = (body: string) => [
    ...body.matchAll(/(?:::|\b(?:from|join|update|into|constant)\s+|^\s*declare\s+\w+\s+|^\s*\w+\s+(?=\w+(?:\[\])?;))([\w.]+)/gim),
  ];
  const careless = rows
    .filter(({ settings }) => !settings?.includes(safePath))
    // What is not the owner's runs inside of those that are, by their path or by none.
    .flatMap(({ name, body }) =>
      meant(body)
        .map(([, word = '']) => word)
        .filter((word) => types.has(word))
        .map((word) => `${name}: ${word}`),
    );
  expect(careless).toEqual([]);
  expect(rows.some(({ definer }) => definer)).toBe(true);
});

it('takes no type from a login', async () => {
  const functions = await callableBy(admin, 'kvarter_open');
  await app.query('begin');
  try {
    await app.query('set local search_path = pg_catalog, public');
    // Of no use to the owner, who says so by the name of the check.
    for (const type of ['uuid', 'text', 'int4', 'int8', 'bool', 'bytea', 'jsonb', 'interval', 'timestamptz', 'float8', 'name'])
      await app.query(`create domain pg_temp.${type} as pg_catalog.${type} constraint betrayed check (current_user <> 'kvarter_owner')`);
    for (const path of ['pg_temp, pg_catalog, public, open_room, identity', "''"]) {
      await app.query(`set local search_path = ${path}`);
      for (const callable of functions) {
        for (const value of ['null', 'something'] as const) {
          await app.query('savepoint one');
          const refusal = await app.query(callOf(callable, value)).then(
            () => '',
            ({ constraint }: { constraint?: string }) => constraint,
          );
          await app.query('rollback to one');
          expect(refusal, `${callable.name} with ${value} runs a login's code with the owner's rights`).not.toBe('betrayed');
        }
      }
    }
  } finally {
    await app.query('rollback');
  }
});

const something: Record<string, string> = {
  uuid: "'00000000-0000-4000-8000-000000000000'",
  text: "'x'",
  bytea: "'x'",
  integer: '1',
  bigint: '1',
  boolean: 'true',
  interval: "'1 hour'",
  jsonb: "'{}'",
  'timestamp with time zone': "'2026-11-21'",
};

function callOf({ name, argumentTypes }: Callable, value: 'null' | 'something'): string {
  const given = argumentTypes.map((type) => `${value === 'null' ? 'null' : (something[type] ?? "'{}'")}::${qualified(type)}`);
  return `select * from ${name}(${given.join(', ')}) as t`;
}

const qualified = (type: string): string => (/^(uuid|text|bytea|jsonb)/.test(type) ? `pg_catalog.${type}` : type === 'geometry' ? 'public.geometry' : type);
