/** A refusal outside an operation, in the same shape as inside one: `{"errors":[{message, extensions}]}`. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Code, localeOf } from '@kvarter/contract';
import { formatError, refusalIn } from '../graphql/format-error.js';

const statuses: Record<Code, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  INVALID_GEOMETRY: 422,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 429,
  INTERNAL: 500,
};

export interface RefusalResponse {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const correlationIds = new WeakMap<object, string>();

/** The number a request goes by in log and answer; made here, never taken from outside. */
export function correlationIdOf(request: object): string {
  let id = correlationIds.get(request);
  if (!id) correlationIds.set(request, (id = randomUUID()));
  return id;
}

/** @param thrown a Refusal, or anything: then INTERNAL */
export function refusalResponse(request: IncomingMessage, thrown: unknown, route = 'other'): RefusalResponse {
  const error = formatError(thrown, { locale: localeOf(request.headers['accept-language']), correlationId: correlationIdOf(request), operation: route });
  const refusal = refusalIn(thrown);
  const code = error.extensions?.['code'] as Code;
  const seconds = refusal?.params['seconds'];
  return {
    status: refusal?.reason === 'REQUEST_TOO_LARGE' ? 413 : statuses[code],
    body: JSON.stringify({ errors: [error] }),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}),
    },
  };
}
