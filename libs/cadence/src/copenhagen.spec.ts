import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, dayNumber, dayOf, patience, proof } from './cadence.arbitrary.js';
import { instantOf, localDateOf, localTimeOf } from './copenhagen.js';
import { addDays, type LocalDate, localDate, weekdayOf } from './local-date.js';

const at = (date: string, time: string): string => instantOf(localDate(date), time).toISOString();
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Directive 2000/84/EC: summer time from the last Sunday of March to that of October, each at 01:00 UTC. */
function lastSunday(year: number, month: '03' | '10'): LocalDate {
  const last = localDate(`${year}-${month}-31`);
  return addDays(last, -(weekdayOf(last) % 7));
}

describe('instantOf', () => {
  it('is two hours before UTC shows it in summer, one in winter', () => {
    expect(at('2026-07-01', '09:00')).toBe('2026-07-01T07:00:00.000Z');
    expect(at('2026-01-15', '09:00')).toBe('2026-01-15T08:00:00.000Z');
    expect(at('2026-01-01', '00:00')).toBe('2025-12-31T23:00:00.000Z');
  });

  it('moves a time that spring leaves out forward, and takes the first of two in autumn', () => {
    expect(at('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(at('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-29', '03:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('knows the autumn of 1995, when summer time ended in September', () => {
    expect(at('1995-09-25', '12:00')).toBe('1995-09-25T11:00:00.000Z');
    expect(at('1996-09-25', '12:00')).toBe('1996-09-25T10:00:00.000Z');
  });

  it('follows the directive, on changing days above all', { timeout: patience }, () => {
    const changing = fc
      .tuple(fc.integer({ min: 1996, max: 2298 }), fc.constantFrom('03' as const, '10' as const))
      .map(([year, month]) => lastSunday(year, month));
    const since1996 = anyDay.filter((date) => date >= '1996-01-01');
    fc.assert(
      fc.property(fc.oneof(changing, since1996), minutes, (date, minute) => {
        const year = Number(date.slice(0, 4));
        const [spring, autumn] = [lastSunday(year, '03'), lastSunday(year, '10')];
        // Before 03:00 on the changing day the clock still is (spring) or counts as (autumn) what it was.
        const early = minute < 180;
        const summer = (date > spring || (date === spring && !early)) && (date < autumn || (date === autumn && early));
        expect(instantOf(date, clock(minute)).getTime()).toBe((dayNumber(date) * 24 * 60 + minute - (summer ? 120 : 60)) * 60_000);
      }),
      proof,
    );
  });

  it('refuses what is no time of day or no day', () => {
    for (const time of ['24:00', '9:00', '09:60', '09:00:00', '', 'noon']) expect(() => at('2026-01-15', time)).toThrow('TIME_INVALID');
    expect(() => instantOf('2026-02-30' as LocalDate, '09:00')).toThrow('DATE_INVALID');
  });
});

describe('localDateOf', () => {
  it('is the day in Denmark, which begins before that of UTC', () => {
    expect(localDateOf(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
    expect(localDateOf(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
    expect(localDateOf(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
  });

  it('gives back the day of every time of it, whatever the clock change', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyDay, minutes, (date, minute) => {
        expect(localDateOf(instantOf(date, clock(minute)))).toBe(date);
        expect(localDateOf(new Date(instantOf(dayOf(dayNumber(date) + 1), '00:00').getTime() - 1))).toBe(date);
      }),
      proof,
    );
  });

  it('refuses what is no moment', () => {
    expect(() => localDateOf(new Date(Number.NaN))).toThrow('INSTANT_INVALID');
    expect(() => localDateOf(new Date('1850-01-01'))).toThrow('DATE_OUT_OF_RANGE');
  });
});

describe('localTimeOf', () => {
  it('gives back every time of day but those that spring leaves out', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyDay, minutes, (date, minute) => {
        const time = clock(minute);
        if (time < '02:00' || time >= '03:00') expect(localTimeOf(instantOf(date, time))).toBe(time);
      }),
      proof,
    );
  });

  it('refuses what is no moment', () => expect(() => localTimeOf(new Date(Number.NaN))).toThrow('INSTANT_INVALID'));
});
