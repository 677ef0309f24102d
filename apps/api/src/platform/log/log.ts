/**
 * JSON lines on standard output. Only the fields named here can be logged: no bodies, addresses with
 * queries, names, texts or cookies, so that personal data stays in the database.
 */
import pino, { type Logger } from 'pino';
import { outlineOf } from './outline.js';

/** What a line may hold besides its event. Values are ids, numbers and words of ours. */
export interface LogFields {
  readonly correlationId?: string;
  /** Name of a persisted operation, a route pattern, or "other". */
  readonly operation?: string;
  readonly transport?: 'http' | 'socket';
  readonly code?: string;
  readonly reason?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly count?: number;
  readonly port?: number;
  /** Name of a job, queue, check, migration or part of the program. */
  readonly name?: string;
  readonly version?: string;
  readonly signal?: string;
  readonly tenantId?: string;
  /** Anything thrown; its class, code and stack are logged, its message never. */
  readonly error?: unknown;
}

const allowed: readonly (keyof LogFields)[] = [
  'correlationId',
  'operation',
  'transport',
  'code',
  'reason',
  'status',
  'durationMs',
  'count',
  'port',
  'name',
  'version',
  'signal',
  'tenantId',
];

export type Level = 'debug' | 'info' | 'warn' | 'error';

let pinoLogger: Logger = pino({ level: 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' });

/** Which lines are written from now on: `debug`, `info`, `warn`, `error` or `silent`. */
export function logFrom(level: string): void {
  pinoLogger.level = level;
}

/** Writes to `destination` instead of standard output. @returns how to go back */
export function logTo(destination: { write(line: string): void }): () => void {
  const before = pinoLogger;
  pinoLogger = pino({ level: before.level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' }, destination);
  return () => {
    pinoLogger = before;
  };
}

/** @param event what happened, in fixed words of ours */
function write(level: Level, event: string, fields: LogFields): void {
  if (!pinoLogger.isLevelEnabled(level)) return;
  const line: Record<string, unknown> = {};
  for (const name of allowed) if (fields[name] !== undefined) line[name] = fields[name];
  if (fields.error !== undefined) line['error'] = outlineOf(fields.error);
  pinoLogger[level](line, event);
}

export const log = {
  debug: (event: string, fields: LogFields = {}): void => write('debug', event, fields),
  info: (event: string, fields: LogFields = {}): void => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}): void => write('warn', event, fields),
  error: (event: string, fields: LogFields = {}): void => write('error', event, fields),
};
