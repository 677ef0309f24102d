/** One job a row, on BullMQ with the same backends as Kvarter's own queue. */
import { createPostgresBackend, Queue, Worker, withBackend } from 'bullmq';
import pg from 'pg';
import { remind } from './effect.mjs';

const { DATABASE_URL, REDIS_URL, ROWS } = process.env;
const name = 'bench-rows';
const on = REDIS_URL ? { Queue, Worker } : withBackend(createPostgresBackend);
const connection = REDIS_URL ? { url: REDIS_URL, maxRetriesPerRequest: null } : { connectionString: DATABASE_URL, schema: 'queues', max: 10 };
const queue = new on.Queue(name, { connection });
const admin = new pg.Client({ connectionString: DATABASE_URL });
await admin.connect();
const { rows } = await admin.query(
  `select tenant_id as "tenantId", follow_up_id as "followUpId" from open_room.follow_up where subject_type = 'GAP' order by follow_up_id limit $1`,
  [ROWS],
);
await admin.end();
for (let at = 0; at < rows.length; at += 1_000) {
  const some = rows.slice(at, at + 1_000);
  await queue.addBulk(some.map((data) => ({ name: 'remind', data, opts: { removeOnComplete: true } })));
}
const worker = new on.Worker(name, ({ data }) => remind(data), { connection, concurrency: 10, autorun: false });
await worker.waitUntilReady();
console.log('ready');
await worker.run();
