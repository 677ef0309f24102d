import { describe, expect, it } from 'vitest';
import { inspect } from './inspect.mjs';

describe('inspect', () => {
  it('hears LISTEN behind comments, folds names as PostgreSQL does', () => {
    expect(inspect('/* who */ -- why\n LISTEN Map_Edits').channels).toEqual([{ listen: true, channel: 'map_edits' }]);
    expect(inspect('listen "Map ""x"""; unlisten *').channels).toEqual([
      { listen: true, channel: 'Map "x"' },
      { listen: false, channel: '*' },
    ]);
    expect(inspect("select 'listen x'").channels).toEqual([]);
  });

  it.each([
    ['set search_path to a', true],
    ['reset all', true],
    ["select set_config('a.b', 'x', false)", true],
    ["select set_config('a.b', $1, $2)", true],
    ['set local search_path to a', false],
    ['set transaction read only', false],
    ["select set_config('a.b', $1, true), set_config('a.c', $2, true)", false],
    ['update note set text = $1', false],
  ])('%s: changes settings beyond the transaction: %s', (sql, settings) => {
    expect(inspect(sql).settings).toBe(settings);
  });

  it('names custom settings, which no catalog lists', () => {
    expect(inspect("set kvarter.a = 1; select set_config('kvarter.b', '', false)").customSettings).toEqual(['kvarter.a', 'kvarter.b']);
  });

  it.each([
    'copy note from stdin',
    '-- x\nCOPY note TO STDOUT',
    'select 1; copy note from stdin',
    'prepare p as select 1',
    'deallocate all',
    'discard all',
    "set idle_in_transaction_session_timeout = '1s'",
    "select set_config('transaction_timeout', '1', true)",
  ])('refuses to all: %s', (sql) => {
    expect(inspect(sql).refusal?.code).toBe('0A000');
  });

  it.each([
    "insert into note (text) values ('copy that')",
    'alter role app set idle_in_transaction_session_timeout = 1000',
    'create trigger t before insert on note execute function f()',
  ])('lets pass: %s', (sql) => {
    expect(inspect(sql).refusal).toBeUndefined();
  });

  it.each([
    'set session authorization postgres',
    'reset /* x */ session authorization',
    'SET LOCAL SESSION AUTHORIZATION DEFAULT',
    "select set_config('session_authorization', 'postgres', false)",
    "select set_config('session_' || 'authorization', 'postgres', false)",
    "select pg_catalog.\"set_config\"(U&'session\\005fauthorization', 'postgres', false)",
    "select set_config(E'session\\x5fauthorization', 'postgres', false)",
    'select U&"set\\005fconfig"($1, $2, false)',
    "update pg_settings set setting = 'postgres' where name like 'session%'",
    "select query_to_xml('select set' || '_config(''session'' || ''_authorization'', ''postgres'', false)', true, true, '')",
    "select * from ts_stat('select set' || '_config(...)')",
    "do $$ begin execute 'reset session ' || 'authorization'; end $$",
    "do E'\\x62egin null; end'",
    'create or replace function pg_temp.f() returns void language plpgsql as $$ begin end $$',
  ])('refuses to logins that are no superuser: %s', (sql) => {
    expect(inspect(sql).restricted?.code).toBe('42501');
  });

  it.each(["select set_config('kvarter.tenant', $1, true)", 'set role kvarter_open', 'reset role', 'select note.text from note where id = $1'])(
    'leaves to every login: %s',
    (sql) => {
      expect(inspect(sql).restricted).toBeUndefined();
    },
  );
});
