import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, dayNumber, dayOf, patience, proof } from './cadence.arbitrary.js';
import { CadenceInputError } from './cadence-input-error.js';
import { addDays, addMonths, compareDates, type LocalDate, laterOf, localDate, weekdayOf } from './local-date.js';

const reasonOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof CadenceInputError) return error.reason;
    throw error;
  }
  return 'none';
};

describe('localDate', { timeout: patience }, () => {
  it('takes days of the calendar', () => {
    for (const text of ['1990-01-01', '2024-02-29', '2026-12-31', '2299-12-31']) expect(localDate(text)).toBe(text);
  });

  it('refuses what is none, by a code that repeats nothing', () => {
    const none = [
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-2-3',
      '20260203',
      '2026-02-03T10:00',
      ' 2026-02-03',
      '2026-02-03\n',
      '',
      'x',
      null,
      5,
      {},
    ];
    for (const text of none) expect(reasonOf(() => localDate(text))).toBe('DATE_INVALID');
    for (const text of ['1989-12-31', '2300-01-01', '0202-05-05']) expect(reasonOf(() => localDate(text))).toBe('DATE_OUT_OF_RANGE');
    expect(() => localDate('0101701234 Hansen')).toThrow(/^DATE_INVALID$/);
  });

  it('takes exactly the days there are, of whatever text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(19[89]|20\d|2[12]\d|230)\d-[01]\d-[0-3]\d$/)), (text) => {
        const milliseconds = Date.parse(`${text}T00:00:00Z`);
        const isDay = /^(199|2[012]\d)\d-\d\d-\d\d$/.test(text) && !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
        expect(reasonOf(() => localDate(text)) === 'none').toBe(isDay);
      }),
      proof,
    );
  });
});

describe('counting days', () => {
  it('agrees with days counted since 1970, both ways', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -365, max: 365 }), (date, days) => {
        const there = addDays(date, days);
        expect(there).toBe(dayOf(dayNumber(date) + days));
        expect(addDays(there, -days)).toBe(date);
        expect(weekdayOf(date)).toBe(((((dayNumber(date) + 3) % 7) + 7) % 7) + 1);
        expect(Math.sign(compareDates(there, date))).toBe(Math.sign(days));
        expect(laterOf(there, date)).toBe(days > 0 ? there : date);
      }),
      proof,
    );
  });

  it('refuses what is no number of days, and what lies outside the years', () => {
    const date = localDate('2026-05-14');
    for (const days of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(reasonOf(() => addDays(date, days))).toBe('NUMBER_INVALID');
    for (const days of [1e6, -1e6, 1e15]) expect(reasonOf(() => addDays(date, days))).toBe('DATE_OUT_OF_RANGE');
    expect(reasonOf(() => addMonths(date, 0.5))).toBe('NUMBER_INVALID');
    expect(reasonOf(() => addMonths(date, 12 * 274))).toBe('DATE_OUT_OF_RANGE');
    expect(reasonOf(() => addDays('2026-02-30' as LocalDate, 1))).toBe('DATE_INVALID');
  });
});

describe('counting months', () => {
  it('ends on the last day of a month that is too short', () => {
    const from31 = localDate('2027-01-31');
    expect([1, 2, 3, 12, 13].map((months) => addMonths(from31, months))).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2028-01-31', '2028-02-29']);
    expect(addMonths(localDate('2028-02-29'), 12)).toBe('2029-02-28');
    expect(addMonths(localDate('2028-02-29'), 48)).toBe('2032-02-29');
    expect(addMonths(from31, -2)).toBe('2026-11-30');
  });

  it('never drifts: the month is that many on, the day the same or the last', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -12, max: 12 }), (date, months) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
        const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        const there = new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)));
        expect(addMonths(date, months)).toBe(there.toISOString().slice(0, 10));
      }),
      proof,
    );
  });
});
