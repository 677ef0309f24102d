/** What one operation carries through resolvers and services: the `contextValue` of GraphQL, and the same in AsyncLocalStorage. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Actor, actAs, type Locale } from '../auth/actor.js';
import type { PreparedOperation } from './prepared-operation.js';
import type { ResponseSlot } from './response-cache.js';

export interface OperationContext {
  readonly transport: 'http' | 'socket';
  /** Random; the same for all operations of one socket. */
  readonly connectionId?: string;
  /** Null where nobody is signed in; only @Public fields answer then. */
  readonly actor: Actor | null;
  /** The language refusals are written in. */
  readonly locale: Locale;
  /** Random; names this operation in logs and in INTERNAL errors. */
  readonly correlationId: string;
  readonly operation: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Present where the whole response may be kept: see ResponseCache. */
  readonly response?: ResponseSlot;
}

const storage = new AsyncLocalStorage<OperationContext>();

/** Runs `work` inside the operation and as its actor. */
export function withinOperation<T>(context: OperationContext, work: () => T): T {
  return storage.run(context, () => (context.actor ? actAs(context.actor, work) : work()));
}

/** The operation under way, or undefined in jobs, timers and plain HTTP routes. */
export const currentOperation = (): OperationContext | undefined => storage.getStore();
