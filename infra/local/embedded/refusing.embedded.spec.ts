import { describe, expect, it } from 'vitest';
import { bind, execute, flush, parse, query, sync, useEmbedded } from './embedded.fixture.js';

const { connect, connectAsApp, raw } = useEmbedded();

describe('what is refused', () => {
  it('is told clearly, and the connection goes on', async () => {
    const client = await connect();
    await expect(client.query('copy note from stdin')).rejects.toMatchObject({
      code: '0A000',
      message: 'COPY is not available in the embedded database',
      hint: expect.stringContaining('KVARTER_DATABASE_URL'),
    });
    await expect(client.query({ text: 'copy note to stdout', values: [] })).rejects.toMatchObject({ code: '0A000' });
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('aborts the transaction it is said in, and nothing of its unit happens', async () => {
    const a = await raw();
    a.send(query('begin'));
    await a.answer();
    a.send(query("insert into note (text) values ('before'); copy note from stdin"));
    expect(await a.answer()).toBe('E=0A000 ZE');
    a.send(query('select 1'));
    expect(await a.answer()).toBe('E=25P02 ZE');
    a.send(query('rollback'));
    expect(await a.answer()).toBe('C ZI');
  });

  it('skips the rest of a pipeline up to Sync, across a flush', async () => {
    const a = await raw();
    a.send(parse("insert into note (text) values ('flushed')"), bind(), execute(), flush);
    expect((await a.until('C')).length).toBeGreaterThan(0);
    a.send(parse('copy note from stdin'), flush);
    expect((await a.next()).type).toBe('E');
    a.send(parse('select 1'), bind(), execute(), sync);
    expect(await a.answer()).toBe('ZI');
    a.send(query("select count(*) from note where text = 'flushed'"));
    expect(await a.answer()).toBe('T D=0 C ZI');
  });
});

describe('a login that is no superuser', () => {
  it('has its own rights, whatever it says', async () => {
    const app = await connectAsApp();
    const who = "select current_user, session_user, current_setting('is_superuser') as super";
    const itself = { current_user: 'app', session_user: 'app', super: 'off' };
    expect((await app.query(who)).rows).toEqual([itself]);
    for (const [sql, code] of [
      ['set session authorization postgres', '42501'],
      ['reset session authorization', '42501'],
      ['set role postgres', '42501'],
      ["select set_config('session_authorization', 'postgres', false)", '42501'],
      ["select set_config('role', 'postgres', false)", '42501'],
      ['discard all', '0A000'],
      ["do $$ begin execute 'reset session authorization'; end $$", '42501'],
      ["select query_to_xml('select set' || '_config(''session'' || ''_authorization'', ''postgres'', false)', true, true, '')", '42501'],
      ["select query_to_xml('reset session authorization', true, true, '')", '42501'],
      ['alter role app superuser', '42501'],
      ['select rolpassword from pg_authid', '42501'],
      ["select pg_read_file('PG_VERSION')", '42501'],
    ] as const) {
      await expect(app.query(sql), sql).rejects.toMatchObject({ code });
    }
    for (const sql of ['reset role', 'reset all', 'select pg_terminate_backend(pg_backend_pid())', 'select pg_cancel_backend(pg_backend_pid())'])
      await app.query(sql).catch(() => undefined);
    expect((await app.query(who)).rows).toEqual([itself]);
  });

  it('takes turns with the superuser without becoming it', async () => {
    const [admin, app] = [await connect(), await connectAsApp({ pipeline: true })];
    const names = await Promise.all(
      Array.from({ length: 40 }, async (_, turn) => (await (turn % 2 ? app : admin).query('select current_user as name')).rows[0].name as string),
    );
    expect(names).toEqual(Array.from({ length: 40 }, (_, turn) => (turn % 2 ? 'app' : 'postgres')));
  });
});
