/** Row 6: a durable edit on 40 screens; and coming back after 100 edits. */
import { Client } from 'pg';
import { WebSocket } from 'ws';
import { createClient } from 'graphql-ws';
import { interleaved, load, post, ratio, typical } from '../measure.mjs';
import { creation } from '../world.mjs';

const people = 40;
const follow =
  'subscription ($areaId: UUID!, $afterSeq: Int!) { mapEdits(areaId: $areaId, afterSeq: $afterSeq) { seq editId op at actorName feature { id kind name note geometry version removed updatedAt } } }';
const apply = 'mutation ($areaId: UUID!, $edits: [MapEditInput!]!) { applyMapEdits(areaId: $areaId, edits: $edits) { seq } }';

export async function run(world, { rounds, times }) {
  const { url, headers, areaId: full, newArea, adminUrl, apiPid, pgPid, ask } = world;
  const areaId = await newArea(0);
  const plain = await world.peer('peers/plain-ws.mjs', {});
  let missing = 0;
  let all = () => undefined;
  const heard = () => {
    missing -= 1;
    if (missing === 0) all();
  };
  const expecting = () => {
    missing = people;
    return new Promise((resolve) => (all = resolve));
  };
  const clients = Array.from({ length: people }, () => client(url, headers));
  for (const one of clients)
    one.subscribe({ query: follow, variables: { areaId, afterSeq: 0 } }, { next: heard, error: console.error, complete: () => undefined });
  const sockets = Array.from({ length: people }, () => new WebSocket(`${plain.url.replace('http', 'ws')}/t`).on('message', heard));
  const commit = new Client({ connectionString: adminUrl });
  await commit.connect();
  await commit.query('create temporary table one (n integer)');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  let index = 0;
  const results = await interleaved(rounds, {
    kvarter: () =>
      load({
        times,
        atOnce: 1,
        pids: [apiPid, pgPid],
        one: () => Promise.all([expecting(), post(`${url}/graphql`, { query: apply, variables: { areaId, edits: [creation(index++)] } }, headers)]),
      }),
    plain: () =>
      load({ times, atOnce: 1, pids: [plain.pid], one: () => Promise.all([expecting(), post(plain.url, { topic: 't', edits: [creation(index++)] })]) }),
    // A row that has to reach the disk, in a table that others see.
    commit: () => load({ times, atOnce: 1, pids: [pgPid], one: () => commit.query('update identity.release set at = now()') }),
  });
  for (const one of clients) await one.dispose();
  sockets.forEach((socket) => socket.terminate());
  await commit.end();
  const [own, without, disk] = ['kvarter', 'plain', 'commit'].map((name) => typical(results, name, 'p50'));

  const { areaMap } = await ask('query ($id: UUID!) { areaMap(areaId: $id) { seq } }', { id: full });
  const snapshot = 'query ($id: UUID!) { areaMap(areaId: $id) { seq features { id kind name note geometry version removed updatedAt } } }';
  const coming = await interleaved(rounds, {
    resume: () => load({ times: Math.ceil(times / 4), atOnce: 1, pids: [apiPid, pgPid], one: () => resume(url, headers, full, areaMap.seq - 100) }),
    snapshot: () =>
      load({
        times: Math.ceil(times / 4),
        atOnce: 1,
        pids: [apiPid, pgPid],
        one: () => post(`${url}/graphql`, { query: snapshot, variables: { id: full } }, { ...headers, 'accept-encoding': 'identity' }),
      }),
  });
  return [
    {
      what: 'durable edit on 40 screens: p50 of no database and one commit',
      value: own / (without + disk),
      target: 1.3,
      note: `${own.toFixed(2)} ms against ${without.toFixed(2)} + ${disk.toFixed(2)}`,
    },
    {
      what: 'resume of 100 edits: CPU of a whole map of 500',
      value: ratio(coming, 'resume', 'snapshot'),
      target: 0.2,
      note: `${typical(coming, 'resume').toFixed(2)} ms with opening the socket, against ${typical(coming, 'snapshot').toFixed(2)}`,
    },
  ];
}

function client(url, headers) {
  class Ours extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers });
    }
  }
  return createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: Ours, connectionParams: { tenant: headers['x-kvarter-tenant'] } });
}

/** On a socket of its own, as after a lost connection. */
function resume(url, headers, areaId, afterSeq) {
  const one = client(url, headers);
  return new Promise((resolve, reject) => {
    let left = 100;
    one.subscribe(
      { query: follow, variables: { areaId, afterSeq } },
      {
        next: () => {
          left -= 1;
          if (left === 0) resolve(one.dispose());
        },
        error: reject,
        complete: () => undefined,
      },
    );
  });
}
