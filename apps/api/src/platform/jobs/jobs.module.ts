import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ConfigError, config } from '../../config.js';
import { engineOn } from './job-engine.js';
import { ENGINE, JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { JobWorker } from './job-worker.js';
import { QueueHealth } from './queue.health.js';

function engineOfConfig() {
  const { databaseUrl, redisUrl } = config();
  if (!databaseUrl)
    throw new ConfigError("KVARTER_DATABASE_URL is missing. `npm start` sets it for the embedded database; elsewhere it names the api's own login.");
  return engineOn(databaseUrl, redisUrl);
}

/** Both processes put jobs in; only the worker, by `JobWorker.start`, takes them out. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: ENGINE, useFactory: engineOfConfig }, JobQueue, JobRegistry, JobWorker, QueueHealth],
  exports: [JobQueue, JobWorker],
})
export class JobsModule {}
