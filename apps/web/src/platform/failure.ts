import type { CombinedError } from 'urql';

/** Why something could not be done, as the interface needs to know it. */
export interface Failure {
  /** `offline`: this device has no network. `gone`: the server does not answer. `refused`: it said no. */
  kind: 'offline' | 'gone' | 'refused';
  /** One of the fixed codes of the contract; only when refused. */
  code?: string;
  /** Finer than the code, e.g. INVITATION_EXPIRED; only when refused. */
  reason?: string;
  /** The input field it concerns, if one does. */
  field?: string;
  params?: Record<string, unknown>;
  /** Already in the user's language when the server wrote it; empty otherwise. */
  message: string;
  correlationId?: string;
}

interface Extensions {
  code?: string;
  reason?: string;
  field?: string;
  path?: string;
  params?: Record<string, unknown>;
  correlationId?: string;
}

/** One refusal of the server, from GraphQL or from `/auth`, both have the same shape. */
export function refusal(error: { message: string; extensions?: unknown }): Failure {
  // The wire has no types; every field is optional and only shown or compared.
  const extensions = (error.extensions ?? {}) as Extensions;
  return {
    kind: 'refused',
    code: extensions.code,
    reason: extensions.reason,
    field: extensions.field ?? extensions.path,
    params: extensions.params,
    correlationId: extensions.correlationId,
    message: error.message,
  };
}

export const unreachable = (): Failure => ({ kind: navigator.onLine ? 'gone' : 'offline', message: '' });

/** The first refusal, or that the server could not be reached. */
export function failureOf(error: CombinedError): Failure {
  const first = error.graphQLErrors[0];
  return first ? refusal(first) : unreachable();
}
