import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileClock } from './file-clock.js';

const directory = mkdtempSync(join(tmpdir(), 'kvarter-clock-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('a clock in a file', () => {
  const file = join(directory, 'now');
  const clock = new FileClock(file);

  it('goes where the file is put, in Danish days', () => {
    writeFileSync(file, '2031-03-30T22:30:00.000Z\n');
    expect([clock.now().toISOString(), clock.today()]).toEqual(['2031-03-30T22:30:00.000Z', '2031-03-31']);
    writeFileSync(file, '2036-11-21T12:00:00.000Z');
    expect(clock.today()).toBe('2036-11-21');
  });

  it.each(['', '2031', '2031-03-30', '2031-02-30T00:00:00.000Z', 'i morgen'])('knows no time where it holds %j', (text) => {
    writeFileSync(file, text);
    expect(() => clock.now()).toThrow(RangeError);
  });
});
