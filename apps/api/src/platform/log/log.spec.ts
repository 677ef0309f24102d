import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { log, logFrom, logTo } from './log.js';
import { NestLog } from './nest-log.js';

let lines: string[];
let back: () => void;

beforeEach(() => {
  lines = [];
  back = logTo({ write: (line) => lines.push(line) });
});
afterEach(() => {
  back();
  logFrom('info');
});

const secret = 'Bo Hansen, Egevej 12, 010190-1234';

describe('log', () => {
  it('writes the event and the fields it knows, and no other', () => {
    log.info('operation', { operation: 'AreaMap', durationMs: 3, ...({ name: 'api', body: secret, url: `/?q=${secret}` } as object) });
    const line = JSON.parse(lines[0] as string) as Record<string, unknown>;
    expect(line).toMatchObject({ event: 'operation', operation: 'AreaMap', durationMs: 3, name: 'api' });
    expect(Object.keys(line).sort()).toEqual(['durationMs', 'event', 'level', 'name', 'operation', 'time']);
  });

  it('names the type, code and place of an error, never its words', () => {
    const error = Object.assign(new RangeError(`Key (name)=(${secret}) already exists\n    at ${secret} (x.js:1:1)`), {
      code: '23505',
      detail: secret,
      constraint: 'area_pkey',
    });
    error.cause = new TypeError(secret);
    log.error('failed', { error });
    expect(lines[0]).not.toContain('Hansen');
    const line = JSON.parse(lines[0] as string) as { error: { type: string; code: string; constraint: string; at: string[]; cause: { type: string } } };
    expect(line.error).toMatchObject({ type: 'RangeError', code: '23505', constraint: 'area_pkey', cause: { type: 'TypeError' } });
    expect(line.error.at[0]).toContain('log.spec.ts');
  });

  it('takes no words from what is thrown without being an error', () => {
    log.error('failed', { error: secret });
    log.error('failed', { error: { message: secret } });
    expect(lines.join('')).not.toContain('Hansen');
  });

  it('writes nothing below its level', () => {
    log.debug('hidden');
    logFrom('debug');
    log.debug('seen');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('seen');
  });
});

describe('NestLog', () => {
  it('leaves out the words of errors and of contexts it does not know', () => {
    logFrom('debug');
    const nest = new NestLog();
    nest.error(new Error(secret), 'ExceptionsHandler');
    nest.error(secret, 'stack', 'ExceptionsHandler');
    nest.warn(secret, 'Anything');
    nest.log(secret, 'Anything');
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toContain('Hansen');
  });

  it('keeps what Nest says of our own modules', () => {
    logFrom('debug');
    new NestLog().log('AppModule dependencies initialized', 'InstanceLoader');
    expect(lines[0]).toContain('AppModule dependencies initialized');
  });
});
