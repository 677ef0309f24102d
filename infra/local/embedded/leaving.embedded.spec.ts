import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { appPassword, query, useEmbedded } from './embedded.fixture.js';
import { NotStarted, spawnEmbedded } from './spawn.mjs';
import { int32 } from './wire.mjs';

const { running, connect, connectAsApp, raw } = useEmbedded();

describe('a client that dies', () => {
  it('in a transaction has it rolled back, and others go on', async () => {
    const a = await raw();
    const b = await connect();
    a.send(query("begin; insert into note (text) values ('lost')"));
    expect(await a.answer()).toBe('C C ZT');
    const waiting = b.query("select count(*)::int as n from note where text = 'lost'");
    a.socket.resetAndDestroy();
    expect((await waiting).rows).toEqual([{ n: 0 }]);
  });

  it('with its messages half sent leaves nothing behind', async () => {
    const a = await raw();
    a.send(query("insert into note (text) values ('half')").subarray(0, 20));
    a.socket.destroy();
    expect((await (await connect()).query("select 1 from note where text = 'half'")).rows).toEqual([]);
  });

  it('says goodbye behind what it asked for, and that is done', async () => {
    const a = await raw();
    a.send(query("insert into note (text) values ('last')"), Buffer.from([0x58, 0, 0, 0, 4]));
    await once(a.socket, 'close');
    expect((await (await connect()).query("select 1 from note where text = 'last'")).rowCount).toBe(1);
  });
});

describe('a transaction left alone', () => {
  it('ends when the login has a limit for that', async () => {
    const admin = await connect();
    await admin.query("alter role app set idle_in_transaction_session_timeout = '50ms'");
    const app = await connectAsApp();
    const ended = once(app, 'error');
    await app.query("begin; insert into note (text) values ('idle')");
    expect((await ended)[0]).toMatchObject({ code: '25P03' });
    expect((await admin.query("select 1 from note where text = 'idle'")).rows).toEqual([]);
    await admin.query('alter role app reset idle_in_transaction_session_timeout');
  });
});

describe('a cancel request', () => {
  const cancel = async (id: number, secret: number) => {
    const socket = connectSocket(running.port, '127.0.0.1');
    socket.end(Buffer.concat([int32(16), int32(80877102), int32(id), int32(secret)]));
    socket.resume();
    await once(socket, 'close');
  };

  it('refuses what waits, if it knows the secret', async () => {
    const [a, b] = [await raw(), await raw()];
    a.send(query('begin'));
    await a.answer();
    b.send(query('select 1'));
    await cancel(b.key.id, b.key.secret + 1);
    await cancel(b.key.id, b.key.secret);
    a.send(query('commit'));
    expect(await a.answer()).toBe('C ZI');
    expect(await b.answer()).toBe('E=57014 ZI');
    b.send(query('select 1'));
    expect(await b.answer()).toBe('T D=1 C ZI');
  });

  it('without the secret changes nothing', async () => {
    const [a, b] = [await raw(), await raw()];
    a.send(query('begin'));
    await a.answer();
    b.send(query('select 1'));
    await cancel(b.key.id, b.key.secret ^ 1);
    a.send(query('commit'));
    expect(await b.answer()).toBe('T D=1 C ZI');
  });
});

describe('logging in', () => {
  const attempt = async (change: (url: URL) => void) => {
    const url = new URL(running.adminUrl);
    change(url);
    const client = new Client({ connectionString: url.toString() });
    try {
      await client.connect();
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await client.end();
    }
    return 'in';
  };

  it('takes the passwords of the roles and no others', async () => {
    expect(await attempt((url) => Object.assign(url, { password: 'wrong' }))).toBe('28P01');
    expect(await attempt((url) => Object.assign(url, { username: 'app', password: encodeURIComponent(appPassword) }))).toBe('in');
    expect(await attempt((url) => Object.assign(url, { username: 'app' }))).toBe('28P01');
    expect(await attempt((url) => Object.assign(url, { username: 'nobody' }))).toBe('28P01');
    expect(await attempt((url) => Object.assign(url, { username: 'pg_monitor', password: '' }))).toBe('28P01');
    expect(await attempt((url) => Object.assign(url, { pathname: '/other' }))).toBe('3D000');
    expect(await attempt((url) => url.searchParams.set('options', '-c no_such_setting=1'))).toBe('22023');
  });
});

describe('the process', () => {
  it('refuses a directory that is in use', async () => {
    await expect(spawnEmbedded(running.dataDir)).rejects.toThrow(NotStarted);
    await expect(spawnEmbedded(running.dataDir)).rejects.toThrow('Another process uses the database');
  });
});
