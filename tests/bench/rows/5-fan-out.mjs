/**
 * Row 5: edits to 40 sockets. Counted is what a delivery adds: the work for 40 less the work for one, with edits in
 * bursts, since waking up for a single one costs more than sending it on.
 */
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { interleaved, load, post, ratio, typical } from '../measure.mjs';
import { creation } from '../world.mjs';

const people = 40;
const burst = 25;

export async function run(world, { rounds, times }) {
  const { apiPid, pgPid } = world;
  const [ws, stock, hocuspocus] = [
    await world.peer('peers/plain-ws.mjs', {}),
    await world.peer('peers/stock-graphql-ws.mjs', {}),
    await world.peer('peers/hocuspocus.mjs', {}),
  ];
  const sides = {
    kvarter: await kvarterSide(world),
    ws: await wsSide(ws.url),
    stock: await graphqlSide(stock.url),
    hocuspocus: await hocuspocusSide(hocuspocus.url),
  };
  const pids = { kvarter: [apiPid, pgPid], ws: [ws.pid], stock: [stock.pid], hocuspocus: [hocuspocus.pid] };
  const measured = (name) => async () => {
    const side = sides[name];
    const edits = (listeners, many) => load({ times, atOnce: 1, pids: pids[name], one: () => side.edit(listeners, many) });
    const alone = await edits(1, burst);
    const all = await edits(people, burst);
    const { p99, p50 } = await edits(people, 1);
    return { delivery: (all.cpu - alone.cpu) / (people - 1) / burst, p99, p50 };
  };
  const results = await interleaved(rounds, { kvarter: measured('kvarter'), ws: measured('ws'), stock: measured('stock'), hocuspocus: measured('hocuspocus') });
  for (const side of Object.values(sides)) await side.stop();
  const us = (name) => `${(typical(results, name, 'delivery') * 1000).toFixed(0)} µs`;
  return [
    { what: 'a delivery: CPU of plain ws', value: ratio(results, 'kvarter', 'ws', 'delivery'), target: 1.2, note: `${us('kvarter')} against ${us('ws')}` },
    { what: 'a delivery: CPU of stock graphql-ws', value: ratio(results, 'kvarter', 'stock', 'delivery'), target: 0.3, note: `against ${us('stock')}` },
    { what: 'a delivery: CPU of Hocuspocus', value: ratio(results, 'kvarter', 'hocuspocus', 'delivery'), target: 0.8, note: `against ${us('hocuspocus')}` },
    {
      what: 'one edit on 40 screens: p99 of plain ws',
      value: ratio(results, 'kvarter', 'ws', 'p99'),
      target: 2,
      note: `p99 ${typical(results, 'kvarter', 'p99').toFixed(1)} ms, durable, against ${typical(results, 'ws', 'p99').toFixed(1)} ms in memory`,
    },
  ];
}

/** Two sets of listeners, one and forty; an edit waits until every one of its set has heard it. */
function gathering() {
  let missing = 0;
  let all = () => undefined;
  return {
    heard: () => {
      missing -= 1;
      if (missing === 0) all();
    },
    expecting: (count) => {
      missing = count;
      return new Promise((resolve) => (all = resolve));
    },
  };
}

async function kvarterSide({ url, headers, newArea }) {
  const apply = 'mutation ($areaId: UUID!, $edits: [MapEditInput!]!) { applyMapEdits(areaId: $areaId, edits: $edits) { seq } }';
  const follow =
    'subscription ($areaId: UUID!) { mapEdits(areaId: $areaId, afterSeq: 0) { seq editId op at actorName feature { id kind name note geometry version removed updatedAt } } }';
  const sets = {};
  const clients = [];
  for (const count of [1, people]) {
    const areaId = await newArea(0);
    const set = gathering();
    for (let n = 0; n < count; n++) clients.push(subscribe(url, headers, follow, { areaId }, set.heard));
    sets[count] = { areaId, set };
  }
  await settled();
  return {
    async edit(listeners, many) {
      const { areaId, set } = sets[listeners];
      const all = set.expecting(listeners * many);
      await post(`${url}/graphql`, { query: apply, variables: { areaId, edits: some(many) } }, headers);
      await all;
    },
    stop: () => Promise.all(clients.map((client) => client.dispose())),
  };
}

function subscribe(url, headers, query, variables, heard) {
  class Ours extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Ours,
    connectionParams: { tenant: headers['x-kvarter-tenant'] },
    lazy: false,
  });
  client.subscribe({ query, variables }, { next: heard, error: (error) => console.error('subscription', error), complete: () => undefined });
  return client;
}

async function graphqlSide(url) {
  const sets = {};
  const clients = [];
  for (const count of [1, people]) {
    const set = gathering();
    const topic = `t${count}`;
    for (let n = 0; n < count; n++)
      clients.push(
        subscribe(
          url,
          {},
          'subscription ($areaId: String!) { mapEdits(areaId: $areaId) { seq editId op at actorName feature { id kind name note geometry version removed updatedAt } } }',
          { areaId: topic },
          set.heard,
        ),
      );
    sets[count] = { topic, set };
  }
  await settled();
  return {
    async edit(listeners, many) {
      const { topic, set } = sets[listeners];
      const all = set.expecting(listeners * many);
      await post(url, { topic, edits: some(many) });
      await all;
    },
    stop: () => Promise.all(clients.map((client) => client.dispose())),
  };
}

async function wsSide(url) {
  const sets = {};
  const sockets = [];
  for (const count of [1, people]) {
    const set = gathering();
    for (let n = 0; n < count; n++) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/t${count}`);
      socket.on('message', set.heard);
      sockets.push(socket);
    }
    sets[count] = { topic: `t${count}`, set };
  }
  await settled();
  return {
    async edit(listeners, many) {
      const { topic, set } = sets[listeners];
      const all = set.expecting(listeners * many);
      await post(url, { topic, edits: some(many) });
      await all;
    },
    stop: async () => sockets.forEach((socket) => socket.terminate()),
  };
}

async function hocuspocusSide(url) {
  const { HocuspocusProvider, HocuspocusProviderWebsocket } = await import('../peers/node_modules/@hocuspocus/provider/dist/hocuspocus-provider.esm.js');
  const Y = await import('../peers/node_modules/yjs/dist/yjs.mjs');
  const sets = {};
  const sockets = [];
  for (const count of [1, people]) {
    const set = gathering();
    const open = () => {
      const document = new Y.Doc();
      const websocketProvider = new HocuspocusProviderWebsocket({ url: url.replace('http', 'ws'), WebSocketPolyfill: WebSocket });
      const provider = new HocuspocusProvider({ websocketProvider, name: `t${count}`, document });
      provider.attach();
      sockets.push(websocketProvider);
      return { document, synced: new Promise((resolve) => provider.on('synced', resolve)) };
    };
    const writer = open();
    const readers = Array.from({ length: count }, open);
    await Promise.all([writer, ...readers].map(({ synced }) => synced));
    for (const { document } of readers) document.on('update', set.heard);
    sets[count] = { set, marks: writer.document.getMap('marks') };
  }
  return {
    async edit(listeners, many) {
      const { set, marks } = sets[listeners];
      const all = set.expecting(listeners * many);
      for (const edit of some(many)) marks.set(edit.featureId, edit);
      await all;
    },
    stop: async () => sockets.forEach((socket) => socket.destroy()),
  };
}

let made = 0;
const some = (many) => Array.from({ length: many }, () => creation(made++));

const settled = () => new Promise((resolve) => setTimeout(resolve, 800));
