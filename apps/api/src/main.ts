/** The api: GraphQL over HTTP and sockets, signing in, health, and the web client's files. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { config } from './config.js';
import { prepareHttp } from './platform/http/prepare-http.js';
import { log, logFrom } from './platform/log/log.js';
import { NestLog } from './platform/log/nest-log.js';
import { begin } from './platform/process.js';

await begin(async () => {
  const { host, port, logLevel } = config();
  logFrom(logLevel);
  // /graphql reads its own bodies, and a start that fails is ours to report.
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { bodyParser: false, logger: new NestLog(), abortOnError: false });
  prepareHttp(app, config());
  await app.listen(port, host);
  log.info('listening', { port });
  return app;
});
