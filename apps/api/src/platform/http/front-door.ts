/**
 * What every request goes through first: headers, limits, origin. The busiest path is then answered by its own
 * handler; all others go on to Express, whose way through its layers costs more than an answer from the cache.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { refuse } from '../graphql/errors.js';
import { isOurOrigin } from './origin.js';
import { refusalResponse } from './refusal-response.js';
import { securityHeaders } from './security-headers.js';
import { Traffic } from './traffic.js';

/** Probes and scrapes come often, from one address, and have to be answered when everything else is refused. */
const uncounted = new Set(['/healthz', '/readyz', '/metrics']);
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

@Injectable()
export class FrontDoor {
  private readonly handlers = new Map<string, RequestListener>();

  constructor(private readonly traffic: Traffic) {}

  /** Stands before what has listened to the server so far. */
  install(server: Server, publicUrl: string): void {
    const headers = securityHeaders(publicUrl);
    const others = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      response.setHeaders(headers);
      const path = pathOf(request);
      const refusal = this.refusalOf(request, path, publicUrl);
      if (refusal) return turnAway(request, response, refusal);
      const handler = this.handlers.get(path);
      if (handler) handler(request, response);
      else for (const other of others) other(request, response);
    });
  }

  /** Answers a path by itself, exactly as it is written. */
  answer(path: string, handler: RequestListener): void {
    this.handlers.set(path, handler);
  }

  private refusalOf(request: IncomingMessage, path: string, publicUrl: string): Error | undefined {
    if (uncounted.has(path)) return undefined;
    const seconds = this.traffic.take(request);
    if (seconds > 0) return refuse('RATE_LIMITED', { seconds });
    return harmless.has(request.method ?? '') || isOurOrigin(request.headers, publicUrl) ? undefined : refuse('FOREIGN_ORIGIN');
  }
}

function pathOf({ url = '' }: IncomingMessage): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

function turnAway(request: IncomingMessage, response: ServerResponse, refusal: Error): void {
  const { status, headers, body } = refusalResponse(request, refusal);
  request.resume();
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}
