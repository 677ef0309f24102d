/** graphql-ws as its documentation sets it up: every subscriber's selection is executed for every event. */
import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const schema = buildSchema(`
  scalar JSON
  type Feature { id: ID! kind: String! name: String! note: String geometry: JSON version: Int! removed: Boolean! updatedAt: String! }
  type Edit { seq: Int! editId: ID! op: String! at: String! actorName: String! feature: Feature! }
  type Query { nothing: Boolean }
  type Subscription { mapEdits(areaId: String!): Edit! }`);
const topics = new Map();
async function* follow(topic) {
  const queue = [];
  let wake = () => undefined;
  const push = (event) => {
    queue.push(event);
    wake();
  };
  topics.set(topic, (topics.get(topic) ?? new Set()).add(push));
  try {
    for (;;) {
      while (queue.length > 0) yield { mapEdits: queue.shift() };
      await new Promise((resolve) => (wake = resolve));
    }
  } finally {
    topics.get(topic).delete(push);
  }
}
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { topic, edits } = JSON.parse(Buffer.concat(chunks));
    for (const edit of edits) {
      const { featureId, kind, name, note, geometry, editId, op } = edit;
      const event = {
        seq: 1,
        editId,
        op,
        at: new Date().toISOString(),
        actorName: 'Mette Holm',
        feature: { id: featureId, kind, name, note, geometry, version: 1, removed: false, updatedAt: new Date().toISOString() },
      };
      for (const push of topics.get(topic) ?? []) push(event);
    }
    response.writeHead(200).end('{}');
  });
});
useServer({ schema, roots: { subscription: { mapEdits: ({ areaId }) => follow(areaId) } } }, new WebSocketServer({ server, path: '/graphql' }));
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
