import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Paced } from './paced.js';

describe('Paced', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs at once, then once more for all that was asked meanwhile', async () => {
    const at: number[] = [];
    const begun = performance.now();
    const paced = new Paced(200, async () => void at.push(performance.now() - begun));
    for (let i = 0; i < 10; i += 1) {
      paced.ask();
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(at).toEqual([0, 200, 400]);
  });

  it('never runs twice at a time, and forgets nothing asked while it ran', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const paced = new Paced(10, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running -= 1;
      runs += 1;
    });
    paced.ask();
    await vi.advanceTimersByTimeAsync(20);
    paced.ask();
    await vi.advanceTimersByTimeAsync(500);
    expect([most, runs]).toEqual([1, 2]);
  });

  it('is quiet after it was stopped', async () => {
    let runs = 0;
    const paced = new Paced(100, async () => void (runs += 1));
    paced.ask();
    await vi.advanceTimersByTimeAsync(1);
    paced.ask();
    paced.stop();
    await vi.advanceTimersByTimeAsync(500);
    expect(runs).toBe(1);
  });
});
