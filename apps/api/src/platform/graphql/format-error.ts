/** Every error that leaves /graphql passes here: a code of ours, words of ours, nothing of what came in. */
import { HttpException } from '@nestjs/common';
import { type Locale, type ParamsOf, type Reason, render } from '@kvarter/contract';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { log } from '../log/log.js';
import { Refusal, refuse } from './errors.js';

export interface ErrorContext {
  readonly locale: Locale;
  readonly correlationId: string;
  /** The operation's label, for the log. */
  readonly operation: string;
}

/**
 * What the client is told. A refusal says its reason in the reader's language; anything unforeseen
 * says INTERNAL with a number under which the log has its place.
 */
export function formatError(thrown: unknown, { locale, correlationId, operation }: ErrorContext): GraphQLFormattedError {
  const path = thrown instanceof GraphQLError ? thrown.path : undefined;
  const refusal = refusalIn(thrown);
  if (!refusal) log.error('unforeseen error', { correlationId, operation, error: unwrapped(thrown) });
  const { reason, params, extensions } = refusal ?? new Refusal('INTERNAL', { correlationId });
  return {
    message: render(reason, params as ParamsOf<Reason>, locale),
    ...(path && path.length > 0 ? { path } : {}),
    extensions: refusal ? extensions : { code: 'INTERNAL', reason, correlationId },
  };
}

/** The code of an error in its final words. */
export const codeIn = ({ extensions }: GraphQLFormattedError): string => (typeof extensions?.['code'] === 'string' ? extensions['code'] : 'INTERNAL');

/** The refusal behind an error, or undefined where there is none: then the fault is ours. */
export function refusalIn(thrown: unknown): Refusal | undefined {
  const error = unwrapped(thrown);
  if (error instanceof Refusal) return error;
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  if (isUnstorableText(error)) return refuse('REQUEST_MALFORMED');
  return isOfTheLibrary(thrown) || isOfTheLibrary(error) ? refuse('REQUEST_MALFORMED') : undefined;
}

/** What was thrown before the library wrapped it with path and place. */
function unwrapped(thrown: unknown): unknown {
  let error = thrown;
  while (!(error instanceof Refusal) && error instanceof GraphQLError && error.originalError) error = error.originalError;
  return error;
}

/**
 * The library itself refuses a variable (no path yet) or an argument, and names the node it stands in.
 * What a scalar of ours can't serialise has no node where it is thrown: that is our fault.
 */
const isOfTheLibrary = (error: unknown): boolean =>
  error instanceof GraphQLError && error.nodes !== undefined && (error.path === undefined || error.originalError === undefined);

/** Errors of Nest itself. */
function ofStatus(status: number): Refusal | undefined {
  if (status === 401) return refuse('SIGN_IN_NEEDED');
  if (status === 403) return refuse('NOT_ALLOWED');
  if (status === 404) return refuse('ADDRESS_NOT_FOUND');
  return status < 500 ? refuse('REQUEST_MALFORMED') : undefined;
}

/** PostgreSQL can't keep the character U+0000 in text or jsonb: a fault of the input wherever nothing looked before. */
function isUnstorableText(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === '22021' || code === '22P05';
}
