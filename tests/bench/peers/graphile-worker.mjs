/** One job a row, on graphile-worker with its queue kept in memory in hundreds, which is how it is fastest. */
import { run } from 'graphile-worker';
import { remind } from './effect.mjs';

const runner = await run({
  connectionString: process.env.DATABASE_URL,
  noHandleSignals: true,
  preset: { worker: { concurrentJobs: 10, pollInterval: 500, localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  taskList: { remind },
});
console.log('ready');
await runner.promise;
