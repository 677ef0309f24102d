/** BullMQ on Redis where there is one, else on PostgreSQL in a schema of its own. */
import { createPostgresBackend, Queue, type QueueOptions, Worker, type WorkerOptions, withBackend } from 'bullmq';
import type { Processor } from 'bullmq';
import { queueName, queueSchema } from './migrate-queues.js';

export interface Engine {
  queue(): Queue;
  worker(process: Processor): Worker;
}

const shared = { prefix: 'kvarter' } satisfies Partial<QueueOptions>;
/** A job whose worker was killed is taken up again within ten seconds, however often that happens. */
const working = { concurrency: 4, autorun: false, lockDuration: 6_000, stalledInterval: 3_000, maxStalledCount: 20 } satisfies Partial<WorkerOptions>;

/**
 * @param databaseUrl the api's own login
 * @param redisUrl undefined: PostgreSQL carries the queue
 * @param name of the queue
 */
export function engineOn(databaseUrl: string, redisUrl: string | undefined, name = queueName): Engine {
  if (redisUrl) {
    return {
      queue: () => new Queue(name, { ...shared, connection: { url: redisUrl, connectionName: 'kvarter queue' } }),
      worker: (process) => new Worker(name, process, { ...shared, ...working, connection: { url: redisUrl, maxRetriesPerRequest: null } }),
    };
  }
  const onPostgres = withBackend(createPostgresBackend);
  // Nothing of the queue is waited for to lie on the disk: a job lost with the server is found again, and one done twice acts once.
  const options = '-c synchronous_commit=off';
  const connection = (max: number) => ({ connectionString: databaseUrl, schema: queueSchema, max, application_name: 'kvarter queue', options });
  return {
    // The classes differ from those above only in the type of their connection.
    queue: () => new onPostgres.Queue(name, { ...shared, connection: connection(2) }) as unknown as Queue,
    worker: (process) => new onPostgres.Worker(name, process, { ...shared, ...working, connection: connection(3) }) as unknown as Worker,
  };
}
