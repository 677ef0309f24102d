import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patience, proof } from './cadence.arbitrary.js';
import { easterSunday } from './easter.js';
import { holidayOn, holidaysOf } from './holidays.js';
import { addDays, localDate, weekdayOf, years } from './local-date.js';

const year = fc.integer({ min: years.first, max: years.last });
const named = (ofYear: number): string[] => holidaysOf(ofYear).map(({ on, name }) => `${on.slice(5)} ${name.da}`);

describe('easterSunday', { timeout: patience }, () => {
  it('is on the days known', () => {
    const known = [
      '1990-04-15',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2019-04-21',
      '2023-04-09',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2030-04-21',
      '2038-04-25',
      '2049-04-18',
      '2076-04-19',
      '2100-03-28',
      '2285-03-22',
    ];
    for (const date of known) expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });

  it('is the Sunday after the first full moon of spring as the church reckons it, within its bounds', () => {
    // The tables of Clavius instead of the algorithm: golden number, epact with its two corrections, Paschal full moon.
    fc.assert(
      fc.property(year, (ofYear) => {
        const century = Math.floor(ofYear / 100) + 1;
        const golden = (ofYear % 19) + 1;
        const solar = Math.floor((3 * century) / 4) - 12;
        const lunar = Math.floor((8 * century + 5) / 25) - 5;
        const epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
        const corrected = epact === 24 || (epact === 25 && golden > 11) ? epact + 1 : epact;
        const moonInMarch = 44 - corrected < 21 ? 74 - corrected : 44 - corrected;
        let sunday = addDays(localDate(`${ofYear}-03-01`), moonInMarch);
        while (weekdayOf(sunday) !== 7) sunday = addDays(sunday, 1);
        expect(easterSunday(ofYear)).toBe(sunday);
        expect(sunday >= `${ofYear}-03-22` && sunday <= `${ofYear}-04-25`).toBe(true);
      }),
      proof,
    );
  });
});

describe('holidaysOf', { timeout: patience }, () => {
  it('knows those of 2023, the last year of store bededag', () => {
    expect(named(2023)).toEqual([
      '01-01 nytårsdag',
      '04-06 skærtorsdag',
      '04-07 langfredag',
      '04-09 påskedag',
      '04-10 2. påskedag',
      '05-05 store bededag',
      '05-18 Kristi himmelfartsdag',
      '05-28 pinsedag',
      '05-29 2. pinsedag',
      '06-05 grundlovsdag',
      '12-24 juleaftensdag',
      '12-25 juledag',
      '12-26 2. juledag',
      '12-31 nytårsaftensdag',
    ]);
  });

  it('knows those of 2026', () => {
    expect(named(2026)).toEqual([
      '01-01 nytårsdag',
      '04-02 skærtorsdag',
      '04-03 langfredag',
      '04-05 påskedag',
      '04-06 2. påskedag',
      '05-14 Kristi himmelfartsdag',
      '05-24 pinsedag',
      '05-25 2. pinsedag',
      '06-05 grundlovsdag',
      '12-24 juleaftensdag',
      '12-25 juledag',
      '12-26 2. juledag',
      '12-31 nytårsaftensdag',
    ]);
  });

  it('puts the holiday first where two fall on a day', () => {
    expect(
      holidaysOf(2028)
        .filter(({ on }) => on === '2028-06-05')
        .map(({ name }) => name.en),
    ).toEqual(['Whit Monday', 'Constitution Day']);
    expect(holidayOn(localDate('2028-06-05'))).toEqual({ on: '2028-06-05', name: { da: '2. pinsedag', en: 'Whit Monday' }, kind: 'HOLIDAY' });
  });

  it('has the same in every year but for store bededag, in order, each on its weekday', () => {
    const weekdays = {
      skærtorsdag: 4,
      langfredag: 5,
      påskedag: 7,
      '2. påskedag': 1,
      'store bededag': 5,
      'Kristi himmelfartsdag': 4,
      pinsedag: 7,
      '2. pinsedag': 1,
    };
    fc.assert(
      fc.property(year, (ofYear) => {
        const holidays = holidaysOf(ofYear);
        const days = holidays.map(({ on }) => on);
        expect(holidays).toHaveLength(ofYear <= 2023 ? 14 : 13);
        expect([...days].sort()).toEqual(days);
        expect(new Set(holidays.map(({ name }) => name.da)).size).toBe(holidays.length);
        expect(holidays.filter(({ kind }) => kind === 'CLOSED').map(({ name }) => name.en)).toEqual(['Constitution Day', 'Christmas Eve', "New Year's Eve"]);
        expect(holidays.some(({ name }) => name.en === 'Great Prayer Day')).toBe(ofYear <= 2023);
        for (const { on, name } of holidays) {
          expect(on.startsWith(`${ofYear}-`)).toBe(true);
          expect(holidayOn(on)).not.toBeNull();
          const weekday = (weekdays as Record<string, number>)[name.da];
          if (weekday) expect(weekdayOf(on)).toBe(weekday);
        }
      }),
      proof,
    );
  });

  it('refuses years that are none or outside', () => {
    expect(() => holidaysOf(2026.5)).toThrow('NUMBER_INVALID');
    expect(() => holidaysOf(1989)).toThrow('DATE_OUT_OF_RANGE');
    expect(() => holidaysOf(2300)).toThrow('DATE_OUT_OF_RANGE');
  });
});
