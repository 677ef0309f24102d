/**
 * What people write, and what opens a door, stays in the database and in the answers to those who may have it: it is
 * looked for in everything that api and worker say besides. Both run as they do for real, and tell all they ever would.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect as openSocket } from 'node:net';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { isReady } from '../../infra/local/processes.mjs';
import { freePort } from '../../infra/local/services/ports.mjs';
import { apply, applyDocument, creation, editsDocument, meetingOn, newArea } from '../support/areas.js';
import { ApiClient, cookieIn } from '../support/client.js';
import { seedDemo, type Server, startApi, startWorker } from '../support/servers.js';
import { type Ear, toNotifications, toQueueTables, toRedis } from './ears.js';
import { wholeAnswer } from './graphql-attacks.js';
import { invitationTo, signOut } from './newcomers.js';
import { connect } from './rooms.js';

const engines: [name: string, redisUrl: () => string | undefined][] = [
  ['PostgreSQL', () => undefined],
  ['Redis', () => inject('redisUrl')],
];

describe.each(engines)('with the queue on %s', (name, redisUrl) => {
  const missing = name === 'Redis' && inject('redisUrl') === undefined;
  let api: Server;
  let worker: Server;
  let workerUrl: string;
  let admin: Client;
  let coordinator: ApiClient;
  const ears: Ear[] = [];
  /** Everything both processes wrote. */
  let log = '';
  /** Answers to those who were refused, with their headers. */
  const refusals: string[] = [];
  const canaries: Record<string, string> = {};

  /** A word that is nowhere else. */
  const word = (what: string): string => (canaries[what] = `kanarie-${what}-${randomUUID()}`);
  const cpr = (what = 'cpr'): string => {
    const number = `${String(randomInt(1, 29)).padStart(2, '0')}0790-${randomInt(1000, 9999)}`;
    canaries[what] = number;
    canaries[`${what} without its hyphen`] = number.replace('-', '');
    return number;
  };
  const refused = async (answer: Response, codes = /"code":"(?!INTERNAL)/): Promise<void> => {
    const text = await answer.text();
    expect(text).toMatch(codes);
    refusals.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${text}`);
  };
  const metrics = async (): Promise<string> =>
    (await Promise.all([api.url, workerUrl].map((url) => fetch(`${url}/metrics`).then((answer) => answer.text())))).join('\n');
  const failedJobs = async () => (await metrics()).match(/kvarter_job_seconds_count\{name="area-maps.fade",outcome="failed"\} (\d+)/)?.[1] ?? '0';
  const doneJobs = async () => (await metrics()).match(/kvarter_job_seconds_count\{name="area-maps.fade",outcome="done"\} (\d+)/)?.[1] ?? '0';

  beforeAll(async () => {
    if (missing) return;
    await seedDemo();
    admin = await connect('admin');
    const redis = redisUrl();
    ears.push(await toNotifications(), redis ? await toRedis(redis) : await toQueueTables());
    const settings = { KVARTER_LOG_LEVEL: 'debug', KVARTER_REDIS_URL: redis };
    const hear = (text: string) => {
      log += text;
    };
    const workerPort = await freePort();
    workerUrl = `http://127.0.0.1:${workerPort}`;
    [api, worker] = [await startApi(settings, hear), await startWorker({ ...settings, KVARTER_WORKER_PORT: String(workerPort) }, hear)];
    await vi.waitUntil(() => isReady(workerUrl), { timeout: 30_000 });
    coordinator = await ApiClient.as(api.url, 'coordinator');
    canaries['session'] = coordinator.cookie?.split('=')[1] ?? '';
  });
  afterAll(async () => {
    if (missing) return;
    await Promise.all([api.kill(), worker.kill()]);
    for (const ear of ears) await ear.close();
    await admin.end();
  });

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(api.url + path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', cookie: coordinator.cookie ?? '', 'x-kvarter-tenant': 'aakoebing', ...headers },
    });
  const graphql = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
    post('/graphql', JSON.stringify({ query, variables }), headers);

  /** All that is written round a meeting, and what is refused of it. */
  const preparedAndHeld = async (id: string): Promise<void> => {
    const change = (mutation: string, variables: object = {}, declared = '') =>
      [`mutation ($id: UUID!${declared}) { ${mutation} }`, { id, ...variables }] as const;
    const describe = 'describeMeeting(id: $id, input: $input) { id }';
    const people = 'addParticipants(meetingId: $id, input: $input) { participants { id } }';
    const minutes = 'saveMinutes(meetingId: $id, text: $text, baseVersion: 0) { saved }';
    const external = {
      name: word('participant'),
      email: `${word('address').toLowerCase().replaceAll(' ', '-')}@example.dk`,
      organisation: word('organisation'),
    };
    canaries['address as it is written'] = external.email;
    const described = { place: word('place'), purpose: word('purpose'), audience: word('audience'), process: word('process') };
    await coordinator.do(...change(describe, { input: described }, ', $input: DescribeMeetingInput!'));
    await coordinator.do(...change(people, { input: { externals: [external] } }, ', $input: AddParticipantsInput!'));
    const { setAgenda } = await coordinator.do<{ setAgenda: { agenda: { id: string }[] } }>(
      ...change('setAgenda(meetingId: $id, items: [{ title: $text }]) { agenda { id } }', { text: word('agenda') }, ', $text: String!'),
    );
    const finish = 'finishAgendaItem(meetingId: $id, itemId: $itemId, done: true, outcome: $text) { id }';
    const itemId = setAgenda.agenda[0]?.id;
    await coordinator.do(...change(finish, { itemId, text: word('outcome') }, ', $itemId: UUID!, $text: String!'));
    const sheet = 'addRunSheetItem(meetingId: $id, input: $input) { id }';
    await coordinator.do(...change(sheet, { input: { stage: 'AFTER', title: word('task'), offsetDays: 1 } }, ', $input: RunSheetItemInput!'));
    await coordinator.do(...change(minutes, { text: word('minutes') }, ', $text: String!'));
    const number = cpr('cpr in a meeting');
    for (const [text, variables] of [
      change(describe, { input: { purpose: `${word('refused purpose')} ${number}` } }, ', $input: DescribeMeetingInput!'),
      change(people, { input: { externals: [{ name: word('refused participant'), email: word('no address') }] } }, ', $input: AddParticipantsInput!'),
      change(finish, { itemId, text: `${word('refused outcome')} ${number}` }, ', $itemId: UUID!, $text: String!'),
      change(minutes, { text: `${word('refused minutes')} ${number}` }, ', $text: String!'),
      change('cancelMeeting(id: $id, reason: $text) { id }', { text: word('refused reason') }, ', $text: String!'),
    ])
      await refused(await graphql(text, variables));
  };

  it.skipIf(missing)('a meeting with guests, from its map to its end', async () => {
    const areaId = await newArea(coordinator, word('area'));
    // Before anybody follows the area: the room is opened by this.
    await coordinator.do('mutation ($areaId: UUID!) { movePresence(areaId: $areaId, cursor: { lon: 10, lat: 56 }) }', { areaId });
    const challenge = creation(word('mark'), { kind: 'GATHERING_SPOT', note: word('note') });
    expect(await apply(coordinator, areaId, challenge)).toMatchObject([{ status: 'APPLIED' }]);
    const meetingId = await meetingOn(coordinator, areaId, word('meeting'));
    await preparedAndHeld(meetingId);
    const { code } = await invitationTo(coordinator, meetingId);
    canaries['invitation'] = code;
    const accepted = await post('/auth/invitation', JSON.stringify({ code, name: word('guest') }), { cookie: '' });
    expect(accepted.status).toBe(200);
    const guest = ApiClient.withCookie(api.url, cookieIn(accepted), 'aakoebing');
    canaries['session of the guest'] = guest.cookie?.split('=')[1] ?? '';
    await refused(await post('/auth/invitation', JSON.stringify({ code, name: word('latecomer') }), { cookie: '' }));
    await refused(await post('/auth/invitation', JSON.stringify({ code: word('wrong code'), name: word('intruder') }), { cookie: '' }));

    const stream = guest.follow(editsDocument, { areaId, afterSeq: 0 });
    const there = guest.follow('subscription ($areaId: UUID!) { mapPresence(areaId: $areaId) { name editing } }', { areaId });
    expect(JSON.stringify(await stream.until(1))).toContain(canaries['mark']);
    expect(JSON.stringify(await there.until(1))).toContain(canaries['guest']);
    const number = cpr();
    for (const edit of [
      creation(`${word('refused mark')} ${number}`),
      creation(word('crooked mark'), { geometry: { type: 'Point', coordinates: [500, 1] }, note: number }),
      creation('', { note: word('nameless mark') }),
    ]) {
      const [result] = await apply(guest, areaId, edit);
      expect(result?.status).toBe('REJECTED');
      refusals.push(JSON.stringify(result));
    }
    await refused(await graphql(applyDocument, { areaId: randomUUID(), edits: [creation(word('mark of nowhere'))] }));
    await stream.stop();
    await there.stop();
    expect((await signOut(guest)).status).toBe(204);
    await refused(await graphql('{ me { name } }', {}, { cookie: guest.cookie ?? '' }));
    const before = await doneJobs();
    await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: meetingId });
    await expect.poll(doneJobs, { timeout: 30_000 }).not.toBe(before);
    // Nothing went wrong, so nothing is to be warned of.
    expect(log.split('\n').filter((line) => /"level":[45]0/.test(line))).toEqual([]);
  });

  it.skipIf(missing)('calls that are refused, by HTTP and by socket', async () => {
    await refused(await graphql('query ($id: UUID!) { area(id: $id) { id } }', { id: word('variable') }));
    await refused(await graphql(`{ ${word('field').replaceAll('-', '_')} }`));
    canaries['field with lower dashes'] = (canaries['field'] ?? '').replaceAll('-', '_');
    await refused(await graphql(`{ area(id: "${word('literal')}") { id } }`));
    await refused(
      await graphql('mutation ($input: CreateAreaInput!) { createArea(input: $input) { id } }', {
        input: { name: word('area nobody made'), boundary: { type: word('kind of shape') } },
      }),
    );
    await refused(await graphql('mutation ($input: CreateAreaInput!) { createArea(input: $input) { id } }', { input: { [word('unknown key')]: 1 } }));
    await refused(await graphql('{ me { name } }', {}, { 'x-kvarter-tenant': word('tenant') }));
    await refused(await graphql('{ me { name } }', {}, { cookie: `kvarter_session=${word('cookie')}` }));
    await refused(await graphql('{ me { name } }', {}, { origin: `https://${word('origin')}.example` }));
    await refused(await post('/graphql', `{"query": "${word('malformed')}`));
    await refused(await post('/graphql', `query=${word('form')}`, { 'content-type': 'application/x-www-form-urlencoded' }));
    await refused(await post('/graphql', JSON.stringify([{ query: `# ${word('batch')}` }])));
    await refused(await post('/graphql', JSON.stringify({ query: `# ${word('too long')}${'x'.repeat(1_200_000)}` })));
    await refused(await post('/graphql', JSON.stringify({ documentId: word('document') })));
    await refused(await post('/auth/demo', JSON.stringify({ persona: word('persona') })));
    await refused(await post('/auth/demo', `{"persona": "${word('half a persona')}`));
    await refused(await post('/auth/invitation', `{"name": "${word('half a guest')}`));
    const lost = await fetch(`${api.url}/assets/${word('path')}?q=${word('query')}`, {
      headers: { referer: `https://x.example/${word('referer')}`, 'user-agent': word('agent') },
    });
    refusals.push(`${lost.status} ${JSON.stringify([...lost.headers])} ${await lost.text()}`);
    await refused(await post(`/${word('posted path')}`, '{}'));

    for (const [text, variables] of [
      ['query ($id: UUID!) { area(id: $id) { id } }', { id: word('variable in a socket') }],
      [`{ me { "${word('socket')}`, {}],
      [editsDocument, { areaId: word('area in a socket'), afterSeq: 0 }],
    ] as [string, object][])
      refusals.push(await wholeAnswer(coordinator, { text }, variables));
    refusals.push(await wholeAnswer(coordinator.at({ tenant: word('tenant of a socket') }), { text: '{ areas { id } }' }, {}));
    for (const [path, headers] of [
      [`/graphql?${word('socket query')}`, { origin: `https://${word('socket origin')}.example` }],
      [`/${word('socket path')}`, { cookie: `kvarter_session=${word('socket cookie')}` }],
    ] as const) {
      const socket = new WebSocket(api.url.replace('http', 'ws') + path, 'graphql-transport-ws', { headers });
      socket.on('error', () => undefined);
      const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, import('node:http').IncomingMessage];
      refusals.push(`${answer.statusCode} ${JSON.stringify(answer.rawHeaders)} ${Buffer.concat(await answer.toArray()).toString()}`);
    }
    for (const message of [
      word('no message'),
      JSON.stringify({ type: word('type of message') }),
      JSON.stringify({ type: 'subscribe', id: word('id of message'), payload: { query: word('text of message') } }),
    ]) {
      const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { cookie: coordinator.cookie ?? '' } });
      await once(socket, 'open');
      socket.send(message);
      const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
      refusals.push(`${code} ${reason.toString()}`);
    }
  });

  it.skipIf(missing)('a mailbox, its password, and what goes wrong with both', async () => {
    const administrator = await ApiClient.as(api.url, 'admin');
    const input = {
      host: 'localhost',
      port: 993,
      tls: 'IMPLICIT',
      user: word('mailbox user'),
      password: word('mailbox password'),
      address: `${word('mailbox address').replaceAll(' ', '-')}@example.dk`,
    };
    canaries['address of the mailbox'] = input.address;
    for (const form of ['hex', 'base64'] as const) canaries[`mailbox password in ${form}`] = Buffer.from(input.password).toString(form);
    const ask = (field: string, more: object = {}) =>
      administrator.post(`mutation ($input: MailboxInput!) { ${field} }`, { input: { ...input, ...more } }).then(({ text }) => text);
    const saved = await ask('setMailbox(input: $input) { host user address }');
    expect(saved).toContain(input.user);
    expect(saved).not.toContain(input.password);
    refusals.push(await ask('tryMailbox(input: $input) { fault }'));
    for (const wrong of [
      { host: word('mailbox host') },
      { password: word('long password').repeat(20) },
      { user: word('long user').repeat(20) },
      { address: word('no address') },
    ])
      for (const field of ['setMailbox(input: $input) { host }', 'tryMailbox(input: $input) { fault }']) {
        const answer = await ask(field, wrong);
        expect(answer).toMatch(/"code":"INVALID_INPUT"/);
        refusals.push(answer);
      }
    const { rows } = await admin.query<{ row: string }>('select b::text as row from open_room.mailbox b');
    for (const [what, canary] of Object.entries(canaries)) if (what.startsWith('mailbox password')) expect(JSON.stringify(rows), what).not.toContain(canary);
    await expect.poll(() => log, { timeout: 30_000 }).toContain('a mailbox could not be read');
    expect(await metrics()).toContain('kvarter_mailbox_visits_total{outcome="host_unknown"}');
    await administrator.do('mutation { removeMailbox }');
  });

  it.skipIf(missing)('people who are gone in the middle of a word', async () => {
    const areaId = await newArea(coordinator);
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { cookie: coordinator.cookie ?? '' } });
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { tenant: 'aakoebing', more: word('greeting') } }));
    await once(socket, 'message');
    socket.send(JSON.stringify({ type: 'subscribe', id: word('id'), payload: { query: editsDocument, variables: { areaId, afterSeq: 0 } } }));
    const sockets = async () => Number(/^kvarter_sockets (\d+)/m.exec(await metrics())?.[1]);
    await expect.poll(sockets).toBe(1);
    socket.terminate();
    await expect.poll(sockets).toBe(0);
    const half = openSocket(api.port, '127.0.0.1');
    await once(half, 'connect');
    const written = new Promise((resolve) => {
      half.write(
        `POST /graphql?${word('half a path')} HTTP/1.1\r\nhost: x\r\ncookie: ${coordinator.cookie}\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"query": "${word('half a request')}`,
        resolve,
      );
    });
    await written;
    half.destroy();
    const nonsense = openSocket(api.port, '127.0.0.1');
    nonsense.end(`${word('no request')}\r\n\r\n`);
    refusals.push(Buffer.concat(await nonsense.toArray()).toString());
  });

  it.skipIf(missing)('faults nobody foresaw, in which the database quotes what was written', async () => {
    const areaId = await newArea(coordinator);
    const name = word('snapshot');
    await admin.query(`alter table open_room.map_snapshot add constraint ear check (name not like 'kanarie-snapshot%') not valid`);
    try {
      const answer = await graphql('mutation ($areaId: UUID!, $name: String!) { takeMapSnapshot(areaId: $areaId, name: $name) { id } }', { areaId, name });
      await refused(answer, /"code":"INTERNAL"/);
    } finally {
      await admin.query('alter table open_room.map_snapshot drop constraint ear');
    }
    await apply(coordinator, areaId, creation(word('mark of a job'), { kind: 'GATHERING_SPOT' }));
    await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: await meetingOn(coordinator, areaId) });
    const before = await failedJobs();
    await admin.query(`create function open_room.ear() returns trigger language plpgsql as $$ begin raise exception 'not %', new.after; end $$;
      create trigger ear before insert on open_room.map_edit for each row when (new.after ->> 'name' like 'kanarie-mark of a job%') execute function open_room.ear()`);
    try {
      // A meeting that ends while the job of the one before is at work puts in no other: one more is ended then.
      const failedAfterAnother = async () => {
        await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: await meetingOn(coordinator, areaId) });
        return failedJobs();
      };
      await expect.poll(failedAfterAnother, { timeout: 30_000, interval: 300 }).not.toBe(before);
      const id = await meetingOn(coordinator, areaId);
      await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id });
      // A job of the same area that was at work just then took this one's place: whatever changes about the meeting brings the next.
      const again = async () => {
        await coordinator.do('mutation ($id: UUID!) { setReadAfter(meetingId: $id, allowed: true) { id } }', { id });
        return failedJobs();
      };
      await expect.poll(again, { timeout: 30_000, interval: 500 }).not.toBe(before);
    } finally {
      await admin.query('drop function open_room.ear cascade');
    }
    expect(log).toContain('unforeseen error');
    await expect.poll(() => log, { timeout: 10_000 }).toContain('a job failed and is tried again');
  });

  it.skipIf(missing)('none of their words is in logs, metrics, refusals, queues or notifications', async () => {
    const [notified = '', queued = ''] = await Promise.all(ears.map((ear) => ear.heard()));
    const counted = await metrics();
    expect([await api.stop(), await worker.stop()]).toEqual([0, 0]);
    const places = { logs: log, metrics: counted, refusals: refusals.join('\n'), notifications: notified, queue: queued };
    // Each of them holds what it should, so that there is something to find.
    expect(places).toMatchObject({
      logs: expect.stringContaining('"event":"ended"'),
      metrics: expect.stringContaining('kvarter_job_seconds'),
      notifications: expect.stringContaining('kvarter_map'),
      queue: expect.stringContaining('area-maps.fade'),
    });
    expect(refusals.length).toBeGreaterThan(30);
    expect(Object.keys(canaries).length).toBeGreaterThan(45);
    const found = Object.entries(places).flatMap(([place, text]) =>
      Object.entries(canaries).flatMap(([what, canary]) => (text.includes(canary) ? [`${what} in ${place}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
