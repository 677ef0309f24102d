/** What plain HTTP routes throw leaves in the same shape as on /graphql. */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { refuse } from '../graphql/errors.js';
import { refusalResponse } from './refusal-response.js';

@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    // GraphQL formats its own, and Nest would log their words.
    if (host.getType() !== 'http') throw thrown;
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const { status, headers, body } = refusalResponse(request, understood(thrown), routeOf(request));
    if (response.headersSent) return void response.end();
    response.status(status).set(headers).send(body);
  }
}

/** Nest knows Express' own errors; the limit of a body that is too large is in the cause. */
function understood(thrown: unknown): unknown {
  if (!(thrown instanceof HttpException) || thrown.getStatus() !== 413) return thrown;
  const { limit } = thrown.cause as { limit?: unknown };
  return refuse('REQUEST_TOO_LARGE', { max: typeof limit === 'number' ? limit : 0 });
}

/** The pattern of the route, never the address asked for. */
function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : 'other';
}
