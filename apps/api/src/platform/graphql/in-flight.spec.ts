import { describe, expect, it } from 'vitest';
import { InFlight } from './in-flight.js';

describe('InFlight', () => {
  it('waits for all that began, and no longer than told', async () => {
    const inFlight = new InFlight();
    expect(await inFlight.idle(0)).toBe(true);
    const [one, two] = [inFlight.begin(), inFlight.begin()];
    one();
    one(); // again, which counts for nothing
    expect(await inFlight.idle(5)).toBe(false);
    const idle = inFlight.idle(10_000);
    two();
    expect(await idle).toBe(true);
  });
});
