import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, patience, proof } from './cadence.arbitrary.js';
import { holidaysOf } from './holidays.js';
import { addDays, localDate, weekdayOf } from './local-date.js';
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-days.js';

describe('working days', () => {
  it('pass over Easter, Christmas and the closed days', () => {
    expect(nextWorkingDay(localDate('2026-04-02'))).toBe('2026-04-07');
    expect(previousWorkingDay(localDate('2026-04-06'))).toBe('2026-04-01');
    expect(nextWorkingDay(localDate('2026-12-24'))).toBe('2026-12-28');
    expect(nextWorkingDay(localDate('2026-06-05'))).toBe('2026-06-08');
    expect(nextWorkingDay(localDate('2026-12-31'))).toBe('2027-01-04');
    expect(nextWorkingDay(localDate('2026-08-14'))).toBe('2026-08-14');
  });

  it('leave 1 May a working day, and store bededag from 2024 on', () => {
    expect(isWorkingDay(localDate('2026-05-01'))).toBe(true);
    expect(isWorkingDay(localDate('2023-05-05'))).toBe(false);
    expect(isWorkingDay(localDate('2024-04-26'))).toBe(true);
  });

  it('are counted without the day they are counted from', () => {
    expect(addWorkingDays(localDate('2026-04-01'), 1)).toBe('2026-04-07');
    expect(addWorkingDays(localDate('2026-04-07'), -1)).toBe('2026-04-01');
    expect(addWorkingDays(localDate('2026-08-15'), 1)).toBe('2026-08-17');
    expect(addWorkingDays(localDate('2026-08-15'), 0)).toBe('2026-08-17');
    expect(addWorkingDays(localDate('2026-08-12'), 0)).toBe('2026-08-12');
    expect(() => addWorkingDays(localDate('2026-08-12'), 1.5)).toThrow('NUMBER_INVALID');
  });

  it('are never far: the nearest is at most five days off, and nothing between is one', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const next = nextWorkingDay(date);
        const previous = previousWorkingDay(date);
        for (const found of [next, previous]) expect(weekdayOf(found) <= 5 && !holidaysOf(Number(found.slice(0, 4))).some(({ on }) => on === found)).toBe(true);
        expect(next <= addDays(date, 5) && previous >= addDays(date, -5) && previous <= date && date <= next).toBe(true);
        for (let between = addDays(previous, 1); between < next; between = addDays(between, 1)) expect(isWorkingDay(between)).toBe(previous === next);
      }),
      proof,
    );
  });

  it('come back when counted there and back', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyDay.map(nextWorkingDay), fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 20 }), (date, count, more) => {
        const there = addWorkingDays(date, count);
        expect(isWorkingDay(there)).toBe(true);
        expect(addWorkingDays(there, -count)).toBe(date);
        if (count >= 0) expect(addWorkingDays(there, more)).toBe(addWorkingDays(date, count + more));
      }),
      { numRuns: proof.numRuns / 10 },
    );
  });
});
