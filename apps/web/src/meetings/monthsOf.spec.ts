import { describe, expect, it } from 'vitest';
import { monthsOf } from './monthsOf';

const at = (startsAt: string) => ({ startsAt });

describe('monthsOf', () => {
  it('groups by the month in Denmark, in the order of time or against it', () => {
    const meetings = [at('2027-02-10T08:00:00Z'), at('2027-01-31T23:30:00Z'), at('2027-01-05T08:00:00Z')];
    expect(monthsOf(meetings, false)).toEqual([
      { id: '2027-01', meetings: [meetings[2]] },
      { id: '2027-02', meetings: [meetings[1], meetings[0]] },
    ]);
    expect(monthsOf(meetings, true).map(({ id }) => id)).toEqual(['2027-02', '2027-01']);
    expect(monthsOf([], false)).toEqual([]);
  });
});
