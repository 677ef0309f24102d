/** A POST sent on to every socket of its topic as one ready text: the floor under any live map. */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const topics = new Map();
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { topic, edits } = JSON.parse(Buffer.concat(chunks));
    for (const edit of edits) {
      const text = JSON.stringify({
        type: 'next',
        payload: { data: { mapEdits: { seq: 1, editId: edit.editId, op: edit.op, at: new Date(), actorName: 'Mette Holm', feature: edit } } },
      });
      for (const socket of topics.get(topic) ?? []) socket.send(text);
    }
    response.writeHead(200).end('{}');
  });
});
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, request) => {
  const topic = request.url.slice(1);
  const sockets = topics.get(topic) ?? new Set();
  topics.set(topic, sockets.add(socket));
  socket.on('close', () => sockets.delete(socket));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
