/** What a client sent, in its one shape for HTTP and socket. */
import { refuse } from './errors.js';

export interface RequestParams {
  readonly query: string | undefined;
  /** Of a registered document: `documentId`, or `extensions.persistedQuery.sha256Hash`. */
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @throws Refusal where it isn't one request; a batch isn't */
export function requestParams(body: unknown): RequestParams {
  if (!isRecord(body)) throw refuse('REQUEST_MALFORMED');
  return {
    query: textOr(body['query'], 'query'),
    documentId: textOr(body['documentId'], 'documentId') ?? persistedId(body['extensions']),
    operationName: textOr(body['operationName'], 'operationName'),
    variables: recordOr(body['variables'], 'variables') ?? {},
  };
}

function persistedId(value: unknown): string | undefined {
  const persisted = recordOr(recordOr(value, 'extensions')?.['persistedQuery'], 'extensions');
  return textOr(persisted?.['sha256Hash'], 'extensions');
}

function textOr(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw refuse('REQUEST_MALFORMED', {}, { field });
  return value;
}

function recordOr(value: unknown, field: string): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) throw refuse('REQUEST_MALFORMED', {}, { field });
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
