import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HealthChecks } from './health-checks.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('HealthChecks', () => {
  it('is ready when every part is', async () => {
    const checks = new HealthChecks();
    checks.add('database', async () => undefined);
    checks.add('queue', () => undefined);
    expect(await checks.run()).toEqual({ ready: true, checks: { database: 'ok', queue: 'ok' } });
  });

  it('says which part is not, in words of ours', async () => {
    const checks = new HealthChecks();
    checks.add('database', async () => {
      throw new Error('password of somebody');
    });
    checks.add('migrations', () => {
      throw new Error('at once');
    });
    checks.add('demo data', () => 'not created yet');
    checks.add('queue', () => undefined);
    expect(await checks.run()).toEqual({
      ready: false,
      checks: { database: 'not reachable', migrations: 'not reachable', 'demo data': 'not created yet', queue: 'ok' },
    });
  });

  it('waits for no part longer than three seconds', async () => {
    const checks = new HealthChecks();
    checks.add('database', () => new Promise<undefined>(() => undefined));
    const result = checks.run();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await result).toEqual({ ready: false, checks: { database: 'no answer in time' } });
    expect(vi.getTimerCount()).toBe(0);
  });
});
