/** Counts operations by the names of registered documents, with what came of them. */
import { log } from '../log/log.js';
import { counter, gauge, histogram } from '../metrics/metrics.js';
import type { Answer } from './execute.js';
import { codeIn } from './format-error.js';
import type { OperationContext } from './operation-context.js';

const operations = counter('kvarter_operations_total', 'GraphQL operations answered; code is OK or the first error code.', [
  'operation',
  'kind',
  'transport',
  'code',
]);
const seconds = histogram(
  'kvarter_operation_seconds',
  'Time from a prepared operation to its answer.',
  ['operation', 'kind'],
  [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
);
const refused = counter('kvarter_refused_requests_total', 'Requests refused before an operation began.', ['transport', 'code']);

export const openSockets = gauge('kvarter_sockets', 'Sockets open now.');
export const openSubscriptions = gauge('kvarter_subscriptions', 'Subscriptions open now.');
export const deliveries = counter('kvarter_deliveries_total', 'Subscription payloads written to sockets.');
export const slowSockets = counter('kvarter_slow_sockets_total', 'Sockets closed because they read too slowly.');

/** @param startedAt of performance.now() */
export function countOperation({ operation, transport, correlationId }: OperationContext, { errors }: Answer, startedAt: number): void {
  const code = errors?.[0] ? codeIn(errors[0]) : 'OK';
  const kind = operation.operation.operation;
  const durationMs = performance.now() - startedAt;
  operations.inc({ operation: operation.label, kind, transport, code });
  seconds.observe({ operation: operation.label, kind }, durationMs / 1000);
  log.debug('operation', { operation: operation.label, transport, code, correlationId, durationMs: Math.round(durationMs) });
}

export const countRefused = (transport: 'http' | 'socket', code: string): void => refused.inc({ transport, code });
