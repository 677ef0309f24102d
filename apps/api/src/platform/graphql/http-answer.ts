import type { IncomingMessage } from 'node:http';
import type { Response } from 'graphql-http';
import type { Answer } from './execute.js';

const graphqlType = 'application/graphql-response+json';

/**
 * Status and headers of an answer. Clients that ask for `application/graphql-response+json` see by
 * the status whether the operation began; for `application/json` it is 200 either way.
 */
export function headOf({ headers }: IncomingMessage, answer: Answer): Response[1] {
  const type = prefersGraphqlType(headers.accept) ? graphqlType : 'application/json';
  const status = type === graphqlType && answer.data === undefined ? 400 : 200;
  return { status, statusText: '', headers: { 'content-type': `${type}; charset=utf-8` } };
}

/** Whichever is named first, as the library itself chooses. */
function prefersGraphqlType(accept = '*/*'): boolean {
  const types = accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  return types.find((type) => type === graphqlType || type === 'application/json' || type === 'application/*' || type === '*/*') === graphqlType;
}
