import { describe, expect, it, vi } from 'vitest';
import { Scheduler } from './scheduler.mjs';

/** Each step says whether a transaction is open after it. */
function client(name: string, log: string[], steps: boolean[]) {
  let holding = false;
  return {
    steps,
    patience: 0,
    onImpatience: () => undefined,
    get waiting() {
      return steps.length > 0;
    },
    get holding() {
      return holding;
    },
    runNext: async () => {
      holding = steps.shift() ?? false;
      log.push(name);
    },
  };
}

const scheduler = () =>
  new Scheduler((error) => {
    throw error;
  });

describe('Scheduler', () => {
  it('takes turns between clients without a transaction', async () => {
    const log: string[] = [];
    const all = scheduler();
    all.submit(client('a', log, [false, false, false]));
    all.submit(client('b', log, [false, false]));
    await vi.waitUntil(() => all.idle);
    expect(log.join('')).toBe('ababa');
  });

  it('lets the holder of a transaction go on, however long others wait', async () => {
    const log: string[] = [];
    const all = scheduler();
    const a = client('a', log, [true]);
    all.submit(a);
    all.submit(client('b', log, [false]));
    await vi.waitUntil(() => log.length === 1);
    expect(all.idle).toBe(false);
    a.steps.push(true, false);
    all.submit(a);
    await vi.waitUntil(() => all.idle);
    expect(log.join('')).toBe('aaab');
  });

  it('runs its own work only when no transaction is open', async () => {
    const log: string[] = [];
    const all = scheduler();
    const a = client('a', log, [true]);
    all.submit(a);
    const own = all.alone(async () => log.push('own'));
    await vi.waitUntil(() => log.length === 1);
    a.steps.push(false);
    all.submit(a);
    await own;
    expect(log).toEqual(['a', 'a', 'own']);
    await expect(all.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('loses patience with a holder that says nothing', async () => {
    const all = scheduler();
    const lost = vi.fn();
    all.submit({ ...client('a', [], []), waiting: false, holding: true, patience: 1, onImpatience: lost, runNext: async () => undefined });
    await vi.waitUntil(() => lost.mock.calls.length === 1);
  });
});
