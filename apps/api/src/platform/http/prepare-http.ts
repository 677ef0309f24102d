/** What stands before every route: headers, limits, origin, small JSON bodies, and the web client's files. */
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { refuse } from '../graphql/errors.js';
import { clientFiles } from './client-files.js';
import { clientFolder } from './client-folder.js';
import { isOurOrigin } from './origin.js';
import { refusalResponse } from './refusal-response.js';
import { securityHeaders } from './security-headers.js';
import { Traffic } from './traffic.js';

/** Probes and scrapes come often, from one address, and have to be answered when everything else is refused. */
const uncounted = new Set(['/healthz', '/readyz', '/metrics']);
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);
const longestJson = 64 * 1024;

/**
 * To be called before the application is initialised; it has to be created with `bodyParser: false`,
 * for /graphql reads its own bodies.
 */
export function prepareHttp(app: NestExpressApplication, { publicUrl }: { publicUrl: string }): void {
  const traffic = app.get(Traffic);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  app.use(securityHeaders(publicUrl));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const refusal = refusalOf(request, traffic, publicUrl);
    if (!refusal) return next();
    const { status, headers, body } = refusalResponse(request, refusal);
    request.resume();
    response.status(status).set(headers).send(body);
  });
  const json = express.json({ limit: longestJson, strict: true, inflate: false });
  app.use((request: Request, response: Response, next: NextFunction) => (request.path === '/graphql' ? next() : json(request, response, next)));
  const folder = clientFolder();
  if (folder) app.use(clientFiles(folder));
  setTimeouts(app.getHttpServer());
}

function refusalOf(request: Request, traffic: Traffic, publicUrl: string) {
  if (uncounted.has(request.path)) return undefined;
  const seconds = traffic.take(request);
  if (seconds > 0) return refuse('RATE_LIMITED', { seconds });
  return harmless.has(request.method) || isOurOrigin(request.headers, publicUrl) ? undefined : refuse('FOREIGN_ORIGIN');
}

/** A client that sends slowly or not at all holds a connection no longer than this. */
function setTimeouts(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000; // longer than the usual 60 of a proxy, which else meets a closing connection
  server.maxRequestsPerSocket = 0;
}
