import type { Client } from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bind, execute, flush, parse, query, sync, useEmbedded } from './embedded.fixture.js';

const { connect, connectAsApp, raw } = useEmbedded();
const one = async (client: Client, sql: string) => Object.values((await client.query(sql)).rows[0] as Record<string, unknown>)[0];

beforeEach(async () => {
  await (await connect()).query('truncate note');
});

describe('two clients interleaved', () => {
  it('keeps the unnamed statement of each', async () => {
    const a = await raw();
    const b = await raw();
    a.send(parse("select 'a'"), sync);
    expect(await a.answer()).toBe('1 ZI');
    b.send(parse("select 'b'"), sync);
    expect(await b.answer()).toBe('1 ZI');
    a.send(bind(), execute(), sync);
    expect(await a.answer()).toBe('2 D=a C ZI');
    b.send(bind(), execute(), sync);
    expect(await b.answer()).toBe('2 D=b C ZI');
  });

  it('keeps statements of the same name apart, and closes them when their client leaves', async () => {
    const a = await raw();
    const b = await raw();
    const long = 's'.repeat(80);
    for (const [client, text] of [
      [a, 'a'],
      [b, 'b'],
    ] as const) {
      client.send(parse(`select '${text}'`, 'same'), parse(`select 'long ${text}'`, long), sync);
      expect(await client.answer()).toBe('1 1 ZI');
    }
    for (const [client, text] of [
      [a, 'a'],
      [b, 'b'],
    ] as const) {
      client.send(bind('same'), execute(), bind(long), execute(), sync);
      expect(await client.answer()).toBe(`2 D=${text} C 2 D=long ${text} C ZI`);
    }
    const admin = await connect();
    expect(await one(admin, 'select count(*)::int from pg_prepared_statements')).toBe(4);
    a.socket.destroy();
    b.socket.destroy();
    await vi.waitUntil(async () => (await one(admin, 'select count(*)::int from pg_prepared_statements')) === 0);
  });

  it('runs nothing of another client between a flush and its Sync', async () => {
    const a = await raw();
    const b = await raw();
    a.send(parse('select generate_series(1, 3)'), bind('', 'p'), execute('p', 2), flush);
    expect((await a.until('s')).map(({ type }) => type)).toEqual(['1', '2', 'D', 'D', 's']);
    b.send(query("select 'b'"));
    a.send(execute('p'), sync);
    expect(await a.answer()).toBe('D=3 C ZI');
    expect(await b.answer()).toBe('T D=b C ZI');
  });

  it('lets the owner of a transaction finish first', async () => {
    const a = await raw();
    const b = await raw();
    a.send(query('begin'));
    expect(await a.answer()).toBe('C ZT');
    b.send(query("insert into note (text) values ('b') returning (select count(*) from note)"));
    a.send(query("insert into note (text) values ('a')"));
    expect(await a.answer()).toBe('C ZT');
    a.send(query('commit'));
    expect(await a.answer()).toBe('C ZI');
    expect(await b.answer()).toBe('T D=1 C ZI');
  });

  it('answers one ReadyForQuery for a unit, however many of its statements fail', async () => {
    const a = await raw();
    a.send(parse('selec'), bind(), execute(), sync, parse('select 1/0'), bind(), execute(), sync, query('select 2'));
    expect(await a.answer()).toBe('E=42601 ZI');
    expect(await a.answer()).toBe('1 E=22012 ZI');
    expect(await a.answer()).toBe('T D=2 C ZI');
  });
});

describe('pipelined clients', () => {
  it('answer each query with its own result, under transactions that overlap in time', async () => {
    const clients = await Promise.all(Array.from({ length: 6 }, () => connect({ pipeline: true })));
    const rounds = clients.flatMap((client, who) =>
      Array.from({ length: 25 }, async (_, round) => {
        const mine = `${who}/${round}`;
        const results = await Promise.all([
          client.query('begin'),
          client.query({ name: 'settle', text: "select set_config('test.who', $1, true)", values: [mine] }),
          client.query({ name: 'insert', text: "insert into note (text) values (current_setting('test.who')) returning text", values: [] }),
          client.query({ text: 'select $1::text as echo, count(*)::int as mine from note where text = $1', values: [mine] }),
          client.query('commit'),
        ]);
        expect(results.map(({ command }) => command)).toEqual(['BEGIN', 'SELECT', 'INSERT', 'SELECT', 'COMMIT']);
        expect(results[2].rows).toEqual([{ text: mine }]);
        expect(results[3].rows).toEqual([{ echo: mine, mine: 1 }]);
      }),
    );
    await Promise.all(rounds);
    expect(await one(clients[0] as Client, 'select count(distinct text)::int from note')).toBe(150);
  });

  it('go on after a query that fails', async () => {
    const client = await connect({ pipeline: true });
    const answers = await Promise.allSettled([client.query('select 1 as a'), client.query('select 1/0'), client.query('select 3 as a')]);
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.rows[0].a : answer.reason.code))).toEqual([1, '22012', 3]);
  });

  it('send and receive more than a socket holds', async () => {
    const client = await connect({ pipeline: true });
    const text = 'ø'.repeat(1_500_000);
    const answers = await Promise.all([1, 2, 3].map((n) => client.query('select $1::text || $2 as text', [text, n])));
    expect(answers.map(({ rows }) => rows[0].text === text + rows[0].text.at(-1))).toEqual([true, true, true]);
  });
});

describe('settings', () => {
  it('belong to a connection: from start-up, by SET, by set_config, custom ones too', async () => {
    const a = await connect({ application_name: 'a', options: '-c search_path=pg_catalog -c extra_float_digits=0' });
    const b = await connect();
    await a.query("set test.who = 'a'; set datestyle to 'SQL, DMY'");
    await a.query("select set_config('test.where', $1, false)", ['here']);
    await b.query('set role app');
    expect(
      await one(
        a,
        "select array[current_setting('search_path'), current_setting('application_name'), current_setting('test.who'), current_setting('test.where'), '2026-12-31'::date::text, current_user]",
      ),
    ).toEqual(['pg_catalog', 'a', 'a', 'here', '31/12/2026', 'postgres']);
    expect(
      await one(
        b,
        "select array[current_setting('search_path'), current_setting('application_name'), coalesce(current_setting('test.who', true), ''), '2026-12-31'::date::text, current_user]",
      ),
    ).toEqual(['"$user", public', '', '', '2026-12-31', 'app']);
    await a.query('reset search_path');
    expect(await one(a, 'show search_path')).toBe('"$user", public');
  });

  it('are forgotten with the transaction that set them', async () => {
    const a = await connect();
    await a.query('begin; set search_path to pg_catalog');
    await a.query('rollback');
    expect(await one(a, 'show search_path')).toBe('"$user", public');
  });

  it('of a role hold for its login', async () => {
    const admin = await connect();
    await admin.query("alter role app set work_mem = '5MB'");
    const app = await connectAsApp();
    expect(await one(app, 'show work_mem')).toBe('5MB');
    expect(await one(admin, 'show work_mem')).not.toBe('5MB');
    await admin.query('alter role app reset work_mem');
  });
});

describe('notifications', () => {
  it('go to those who listen, after commit, and to nobody else', async () => {
    const [a, b, c] = await Promise.all([connect(), connectAsApp(), connect()]);
    const heard: string[] = [];
    for (const [name, client] of [
      ['a', a],
      ['b', b],
      ['c', c],
    ] as const)
      client.on('notification', ({ channel, payload }) => heard.push(`${name} ${channel} ${payload}`));
    await a.query('-- the map\nlisten Edits');
    await b.query('listen edits; listen "Other"');
    await c.query('begin; listen edits');
    await c.query('rollback');
    await c.query("begin; notify edits, '1'");
    const meanwhile = b.query('select 1').then(() => heard.length);
    expect(heard).toEqual([]);
    await c.query('commit');
    await meanwhile;
    await a.query(`notify "Other", '2'`);
    await b.query('unlisten edits');
    await c.query("select pg_notify('edits', '3')");
    await Promise.all([a.query('select 1'), b.query('select 1'), c.query('select 1')]);
    expect(heard.toSorted()).toEqual(['a edits 1', 'a edits 3', 'b Other 2', 'b edits 1']);
  });

  it('no longer reach a client that left, and still reach the others', async () => {
    const [a, b] = [await connect(), await connect()];
    const heard: string[] = [];
    b.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await a.query('listen leaving');
    await b.query('listen leaving');
    await a.end();
    await b.query("notify leaving, 'x'");
    expect(heard).toEqual(['x']);
  });

  it('arrive before the answer of the client that sent them is complete', async () => {
    const a = await raw();
    a.send(query('listen own'));
    expect(await a.answer()).toBe('C ZI');
    a.send(query('notify own'));
    expect(await a.answer()).toBe('C A ZI');
  });
});
