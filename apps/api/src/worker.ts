/** The worker: does the jobs. It answers nobody but probes, and those only where KVARTER_WORKER_PORT is set. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { config } from './config.js';
import { HealthServer } from './platform/health/health.server.js';
import { JobWorker } from './platform/jobs/job-worker.js';
import { log, logFrom } from './platform/log/log.js';
import { NestLog } from './platform/log/nest-log.js';
import { begin } from './platform/process.js';

await begin(async () => {
  const { host, workerPort, logLevel } = config();
  logFrom(logLevel);
  const app = await NestFactory.createApplicationContext(AppModule, { logger: new NestLog(), abortOnError: false });
  await app.get(JobWorker).start();
  if (workerPort > 0) await app.get(HealthServer).listen(workerPort, host);
  log.info('working', { port: workerPort });
  return app;
});
