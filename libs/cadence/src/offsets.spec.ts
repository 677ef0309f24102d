import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, day, patience, proof } from './cadence.arbitrary.js';
import { addDays, addMonths, type LocalDate, localDate } from './local-date.js';
import { feedbackDueOn, offsetFrom } from './offsets.js';
import { isWorkingDay } from './working-days.js';

describe('offsetFrom', () => {
  it('moves what is due ahead of the anchor to before, what follows it to after', () => {
    expect(offsetFrom(localDate('2026-04-20'), { days: -14 })).toBe('2026-04-01');
    expect(offsetFrom(localDate('2026-03-23'), { days: 14 })).toBe('2026-04-07');
    expect(offsetFrom(localDate('2026-08-15'), { days: 0 })).toBe('2026-08-14');
    expect(offsetFrom(localDate('2026-03-23'), { days: 14, move: 'BEFORE' })).toBe('2026-04-01');
    expect(offsetFrom(localDate('2026-08-31'), { months: -6 })).toBe('2026-02-27');
    expect(offsetFrom(localDate('2026-08-31'), { months: 6 })).toBe('2027-03-01');
  });

  it('is the nearest working day on the side asked for', { timeout: patience }, () => {
    const offset = fc.oneof(
      fc.integer({ min: -300, max: 300 }).map((days) => ({ days })),
      fc.integer({ min: -11, max: 11 }).map((months) => ({ months })),
    );
    fc.assert(
      fc.property(anyDay, offset, fc.constantFrom('BEFORE' as const, 'AFTER' as const), (anchor, distance, move) => {
        const exact = 'days' in distance ? addDays(anchor, distance.days) : addMonths(anchor, distance.months);
        const moved = offsetFrom(anchor, { ...distance, move });
        expect(isWorkingDay(moved)).toBe(true);
        const [first, last] = move === 'AFTER' ? [exact, moved] : [addDays(moved, 1), addDays(exact, 1)];
        for (let between = first; between < last; between = addDays(between, 1)) expect(isWorkingDay(between)).toBe(false);
        expect(move === 'AFTER' ? moved >= exact : moved <= exact).toBe(true);
        const ahead = 'days' in distance ? distance.days <= 0 : distance.months <= 0;
        expect(offsetFrom(anchor, distance)).toBe(offsetFrom(anchor, { ...distance, move: ahead ? 'BEFORE' : 'AFTER' }));
      }),
      proof,
    );
  });

  it('refuses what is no distance or no day', () => {
    expect(() => offsetFrom(localDate('2026-08-31'), { days: 0.5 })).toThrow('NUMBER_INVALID');
    expect(() => offsetFrom('2026-02-30' as LocalDate, { days: 1 })).toThrow('DATE_INVALID');
  });
});

describe('feedbackDueOn', () => {
  it('is within 30 days of the meeting, and no more than a holiday short of them', { timeout: patience }, () => {
    expect(feedbackDueOn(localDate('2026-03-05'))).toBe('2026-04-01');
    fc.assert(
      fc.property(day, (meetingOn) => {
        const due = feedbackDueOn(meetingOn);
        expect(due <= addDays(meetingOn, 30) && due >= addDays(meetingOn, 25) && isWorkingDay(due)).toBe(true);
      }),
      proof,
    );
  });
});
