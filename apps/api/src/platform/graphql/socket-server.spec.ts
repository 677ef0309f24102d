import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logTo } from '../log/log.js';
import { canary, cookieOf, startTestApp, type TestApp } from './kvarter.driver.fixture.js';
import { TestSocket } from './socket-client.fixture.js';

let app: TestApp;
const lines: string[] = [];
let back: () => void;

beforeAll(async () => {
  back = logTo({ write: (line) => lines.push(line) });
  app = await startTestApp();
});
afterAll(async () => {
  await app.stop();
  back();
  expect(lines.join('')).not.toContain(canary);
});

const greet = (name = 'host', payload?: object) => TestSocket.greet(app.url, { cookie: cookieOf(name) }, payload);
const painted = 'subscription ($from: Int!) { painted(from: $from) { name } }';

describe('operations over a socket', () => {
  it('are answered as over HTTP, with ready-made JSON as it stands', async () => {
    const socket = await greet();
    app.traces.runs.length = 0;
    socket.subscribe('1', { query: '{ hello map }' });
    const { payload } = await socket.until(({ id, type }) => id === '1' && type === 'next');
    expect(payload).toMatchObject({ data: { hello: 'hej', map: { type: 'FeatureCollection' } } });
    await socket.until(({ id, type }) => id === '1' && type === 'complete');
    expect(app.traces.runs).toEqual(['read only as host: commit']);
    socket.close();
  });

  it('end in an error message where they never began', async () => {
    const socket = await greet('host', { tenant: 'aa', locale: 'en' });
    socket.subscribe('1', { query: 'query ($id: UUID!) { bench(id: $id) { id } }', variables: { id: canary } });
    const { payload } = await socket.until(({ id }) => id === '1');
    expect(payload).toMatchObject([
      {
        message: 'Something cannot be read: the identifier has the wrong form. Nothing is saved. Correct the field and try again.',
        extensions: { code: 'INVALID_INPUT', field: 'id' },
      },
    ]);
    expect(JSON.stringify(socket.messages)).not.toContain(canary);
    socket.subscribe('2', { query: '{ hello }' });
    await socket.until(({ id, type }) => id === '2' && type === 'complete');
    expect(socket.messages.filter(({ id }) => id === '1')).toHaveLength(1);
    socket.close();
  });
});

describe('a direct subscription', () => {
  it('executes once and sends the same payload to all who select the same', async () => {
    const sockets = await Promise.all([greet(), greet('reader'), greet()]);
    for (const [i, socket] of sockets.entries()) socket.subscribe(`s${i}`, { query: painted, variables: { from: i } });
    sockets[0]?.subscribe('other', { query: painted.replace('{ name }', '{ id }'), variables: { from: 1 } });
    await expect.poll(() => app.traces.sinks.size).toBe(4);
    const sinks = [...app.traces.sinks];
    expect(new Set(sinks.map(({ selectionKey }) => selectionKey)).size).toBe(2);
    const [first] = sinks;
    const payload = (await first?.executeSelection({ name: 'bænk', id: 'x' })) ?? '';
    expect(payload).toBe('{"data":{"painted":{"name":"bænk"}}}');
    for (const sink of sinks) if (sink.selectionKey === first?.selectionKey) sink.send(payload);
    for (const [i, socket] of sockets.entries()) {
      expect(await socket.until(({ id }) => id === `s${i}`)).toEqual({ id: `s${i}`, type: 'next', payload: { data: { painted: { name: 'bænk' } } } });
      socket.close();
    }
    await expect.poll(() => app.traces.sinks.size).toBe(0);
  });

  it('ends from the client without another message', async () => {
    const socket = await greet();
    socket.subscribe('1', { query: painted, variables: { from: 1 } });
    await expect.poll(() => app.traces.sinks.size).toBe(1);
    const [sink] = app.traces.sinks;
    socket.send({ id: '1', type: 'complete' });
    await expect.poll(() => app.traces.sinks.size).toBe(0);
    expect(sink?.open).toBe(false);
    sink?.send('{"data":null}');
    sink?.fail(new Error('late'));
    socket.subscribe('2', { query: '{ hello }' });
    await socket.until(({ id, type }) => id === '2' && type === 'complete');
    expect(socket.messages.filter(({ id }) => id === '1')).toEqual([]);
    socket.close();
  });

  it('ends from the source, well or with an error, once', async () => {
    const socket = await greet();
    socket.subscribe('well', { query: painted, variables: { from: 1 } });
    socket.subscribe('badly', { query: painted, variables: { from: 2 } });
    await expect.poll(() => app.traces.sinks.size).toBe(2);
    const [well, badly] = app.traces.sinks;
    well?.complete();
    badly?.fail(new Error(canary));
    await socket.until(({ id, type }) => id === 'well' && type === 'complete');
    const { type, payload } = await socket.until(({ id }) => id === 'badly');
    expect([type, payload]).toMatchObject(['error', [{ extensions: { code: 'INTERNAL' } }]]);
    socket.subscribe('3', { query: '{ hello }' });
    await socket.until(({ id, type }) => id === '3' && type === 'complete');
    expect(socket.messages.filter(({ id }) => id === 'badly')).toHaveLength(1);
    expect(JSON.stringify(socket.messages)).not.toContain(canary);
    expect(app.traces.sinks.size).toBe(0);
    socket.close();
  });

  it('is refused by its resolver before it begins, having read in a transaction', async () => {
    const socket = await greet();
    app.traces.runs.length = 0;
    socket.subscribe('1', { query: painted, variables: { from: -1 } });
    expect(await socket.until(({ id }) => id === '1')).toMatchObject({ type: 'error', payload: [{ path: ['painted'], extensions: { code: 'NOT_FOUND' } }] });
    expect(app.traces.runs).toEqual(['subscribe only as host: commit']);
    socket.close();
  });

  it('closes a socket that reads too slowly, telling it to come back', async () => {
    const socket = await greet();
    socket.subscribe('1', { query: painted, variables: { from: 1 } });
    await expect.poll(() => app.traces.sinks.size).toBe(1);
    socket.socket.pause();
    const [sink] = app.traces.sinks;
    const payload = JSON.stringify({ data: { painted: { name: 'x'.repeat(512 * 1024) } } });
    for (let sent = 0; sent < 64; sent += 1) sink?.send(payload);
    socket.socket.resume();
    expect(await socket.closed).toBe(1013);
    expect(socket.messages.length).toBeLessThan(64);
  });
});

describe('a subscription by iterator', () => {
  it('executes each event, and lets its source go when the client ends it or the socket closes', async () => {
    const socket = await greet();
    const ended = app.traces.ticksEnded;
    socket.subscribe('1', { query: 'subscription { t: ticks }' });
    socket.subscribe('2', { query: '{ hello }' });
    await socket.until(({ id, type }) => id === '2' && type === 'complete');
    app.traces.tick();
    expect((await socket.until(({ id, type }) => id === '1' && type === 'next')).payload).toEqual({ data: { t: app.traces.ticks } });
    socket.send({ id: '1', type: 'complete' });
    await expect.poll(() => app.traces.ticksEnded).toBe(ended + 1);
    socket.subscribe('3', { query: 'subscription { ticks }' });
    socket.subscribe('4', { query: '{ hello }' });
    await socket.until(({ id, type }) => id === '4' && type === 'complete');
    socket.socket.terminate();
    await expect.poll(() => app.traces.ticksEnded).toBe(ended + 2);
  });
});

describe('a socket', () => {
  it('is refused for a foreign page before it opens', async () => {
    for (const origin of ['https://evil.example', 'null']) {
      const refused = await TestSocket.open(app.url, { origin, cookie: cookieOf('host') }).catch((error: { status: number; body: string }) => error);
      expect(refused).toMatchObject({ status: 403 });
      expect(JSON.parse((refused as { body: string }).body)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    }
    (await TestSocket.open(app.url, { origin: app.url })).close();
  });

  it('opens on one path only', async () => {
    await expect(TestSocket.open(app.url, {}, '/other')).rejects.toMatchObject({ status: 404 });
  });

  it('has to say who it is before it asks, and to speak the protocol', async () => {
    const hasty = await TestSocket.open(app.url);
    hasty.subscribe('1', { query: '{ hello }' });
    expect(await hasty.closed).toBe(4401);
    const strange = await TestSocket.open(app.url);
    strange.send('no JSON');
    expect(await strange.closed).toBe(4400);
  });

  it('is closed where a message is larger than a megabyte', async () => {
    const socket = await greet();
    socket.subscribe('1', { query: '{ hello }', variables: { much: 'x'.repeat(1024 * 1024) } });
    expect(await socket.closed).toBe(1009);
  });

  it('may be open 64 times at least in one sign-in, and not endlessly', async () => {
    const headers = { cookie: cookieOf('many') };
    const open = await Promise.all(Array.from({ length: 128 }, () => TestSocket.open(app.url, headers)));
    await expect(TestSocket.open(app.url, headers)).rejects.toMatchObject({ status: 429 });
    (await TestSocket.open(app.url, { cookie: cookieOf('other') })).close();
    open[0]?.close();
    await open[0]?.closed;
    await expect
      .poll(() =>
        TestSocket.open(app.url, headers).then(
          (socket) => socket.close(),
          () => 'refused',
        ),
      )
      .toBeUndefined();
    for (const socket of open) socket.close();
  });

  it('follows a hundred subscriptions and not one more', async () => {
    const socket = await greet();
    for (let i = 0; i <= 100; i += 1) socket.subscribe(`s${i}`, { query: painted, variables: { from: i } });
    expect(await socket.until(({ type }) => type === 'error')).toMatchObject({
      id: 's100',
      payload: [{ extensions: { code: 'LIMIT_EXCEEDED', params: { max: 100 } } }],
    });
    socket.close();
    await expect.poll(() => app.traces.sinks.size).toBe(0);
  });

  it('is told to connect again when the process stops', async () => {
    const other = await startTestApp();
    const socket = await TestSocket.greet(other.url, { cookie: cookieOf('host') });
    socket.subscribe('1', { query: '{ slow }' });
    await expect.poll(() => String(other.traces.release)).toContain('resolve');
    const stopped = other.stop();
    other.traces.release();
    expect((await socket.until(({ id }) => id === '1')).payload).toEqual({ data: { slow: 'done' } });
    expect(await socket.closed).toBe(1012);
    await stopped;
  });
});

describe('rights that end while a socket is open', () => {
  const follow = async (name: string) => {
    const socket = await greet(name);
    socket.subscribe('1', { query: painted, variables: { from: 1 } });
    await expect.poll(() => [...app.traces.sinks].some(({ context }) => context.actor?.personId === name)).toBe(true);
    const sink = [...app.traces.sinks].find(({ context }) => context.actor?.personId === name);
    return { socket, sink };
  };

  it('close it at once, and nothing follows: sign-out, membership, role', async () => {
    const cases: [after: Record<string, string[]> | undefined, code: number][] = [
      [undefined, 4401],
      [{ bb: ['bench.read'] }, 4403],
      [{ aa: ['bench.read'] }, 1012],
    ];
    for (const [after, code] of cases) {
      app.sessions.rights.set('leaver', { aa: ['bench.read', 'bench.edit'] });
      const { socket, sink } = await follow('leaver');
      const { socket: stays } = await follow('reader');
      if (after) app.sessions.rights.set('leaver', after);
      else app.sessions.rights.delete('leaver');
      app.sessions.revoke('leaver');
      expect(await socket.closed).toBe(code);
      await expect.poll(() => sink?.open).toBe(false);
      expect(socket.messages.map(({ type }) => type)).toEqual(['connection_ack']);
      expect(stays.socket.readyState).toBe(stays.socket.OPEN);
      stays.close();
      await expect.poll(() => app.traces.sinks.size).toBe(0);
    }
  });

  it('close it within a sweep where no word of it came', async () => {
    app.sessions.rights.set('expiring', { aa: ['bench.read'] });
    const { socket } = await follow('expiring');
    const started = performance.now();
    app.sessions.rights.delete('expiring');
    expect(await socket.closed).toBe(4401);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('say why at the operation to whoever comes without them, and then close', async () => {
    for (const [name, code, closeCode] of [
      ['nobody', 'UNAUTHENTICATED', 4401],
      ['stranger', 'FORBIDDEN', 4403],
    ] as const) {
      const socket = await greet(name);
      socket.subscribe('1', { query: painted, variables: { from: 1 } });
      expect((await socket.until(({ id }) => id === '1')).payload).toMatchObject([{ extensions: { code } }]);
      expect(await socket.closed).toBe(closeCode);
    }
  });
});
