/** What stands before every route: the front door, small JSON bodies, and the web client's files. */
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { clientFiles } from './client-files.js';
import { clientFolder } from './client-folder.js';
import { FrontDoor } from './front-door.js';

const longestJson = 64 * 1024;

/**
 * To be called before the application is initialised; it has to be created with `bodyParser: false`,
 * for /graphql reads its own bodies.
 */
export function prepareHttp(app: NestExpressApplication, { publicUrl }: { publicUrl: string }): void {
  const server: Server = app.getHttpServer();
  app.get(FrontDoor).install(server, publicUrl);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  app.use(express.json({ limit: longestJson, strict: true, inflate: false }));
  const folder = clientFolder();
  if (folder) app.use(clientFiles(folder));
  setTimeouts(server);
}

/** A client that sends slowly or not at all holds a connection no longer than this. */
function setTimeouts(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000; // longer than the usual 60 of a proxy, which else meets a closing connection
  server.maxRequestsPerSocket = 0;
}
