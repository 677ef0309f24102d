import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patience, proof, start } from './cadence.arbitrary.js';
import { type CadenceKind, cadenceKinds } from './cadence-kinds.js';
import { addDays, addMonths, type LocalDate, localDate, weekdayOf } from './local-date.js';
import { seriesDates } from './meeting-series.js';
import { isWorkingDay } from './working-days.js';

const days = (kind: CadenceKind, first: string, count: number): LocalDate[] => seriesDates({ kind, first: localDate(first), count }).map(({ on }) => on);
const period = { TAPERING: 1, MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12, ONCE: 0 };

describe('seriesDates', () => {
  it('keeps the weekday and its place in the month', () => {
    expect(days('QUARTERLY', '2026-01-13', 4)).toEqual(['2026-01-13', '2026-04-14', '2026-07-14', '2026-10-13']);
    expect(days('MONTHLY', '2026-01-29', 4)).toEqual(['2026-01-29', '2026-02-26', '2026-03-26', '2026-04-30']);
    expect(days('ONCE', '2026-01-13', 4)).toEqual(['2026-01-13']);
  });

  it('warns of closed days and moves nothing', () => {
    const series = seriesDates({ kind: 'MONTHLY', first: localDate('2026-03-02'), through: localDate('2026-06-30') });
    expect(series.map(({ on, holiday }) => `${on} ${holiday?.da}`)).toEqual([
      '2026-03-02 undefined',
      '2026-04-06 2. påskedag',
      '2026-05-04 undefined',
      '2026-06-01 undefined',
    ]);
    expect(seriesDates({ kind: 'ONCE', first: localDate('2026-08-15'), count: 1 })[0]?.holiday).toEqual({ da: 'lørdag', en: 'Saturday' });
    expect(seriesDates({ kind: 'ONCE', first: localDate('2026-04-05'), count: 1 })[0]?.holiday).toEqual({ da: 'påskedag', en: 'Easter Sunday' });
  });

  it('refuses what makes no series', () => {
    const first = localDate('2026-03-02');
    for (const count of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => seriesDates({ kind: 'MONTHLY', first, count })).toThrow('NUMBER_INVALID');
    expect(() => seriesDates({ kind: 'WEEKLY' as CadenceKind, first, count: 1 })).toThrow('KIND_UNKNOWN');
    expect(() => seriesDates({ kind: 'MONTHLY', first: '2026-02-30' as LocalDate, count: 1 })).toThrow('DATE_INVALID');
    expect(() => seriesDates({ kind: 'MONTHLY', first, through: '2026-02-30' as LocalDate })).toThrow('DATE_INVALID');
    expect(seriesDates({ kind: 'MONTHLY', first, through: localDate('2026-03-01') })).toEqual([]);
  });

  it('has a date in every period, on the same weekday, in the same week of the month or its last', { timeout: patience }, () => {
    const week = (date: LocalDate): number => Math.ceil(Number(date.slice(8)) / 7);
    fc.assert(
      fc.property(fc.constantFrom(...cadenceKinds), start, fc.integer({ min: 1, max: 40 }), (kind, first, count) => {
        const series = seriesDates({ kind, first, count });
        expect(series[0]?.on).toBe(first);
        expect(series).toHaveLength(kind === 'ONCE' ? 1 : count);
        for (const [number, { on, holiday }] of series.entries()) {
          expect(weekdayOf(on)).toBe(weekdayOf(first));
          if (kind !== 'TAPERING') expect(on.slice(0, 7)).toBe(addMonths(first, number * period[kind]).slice(0, 7));
          const isLast = addDays(on, 7).slice(0, 7) !== on.slice(0, 7);
          expect(week(on) === week(first) || (week(first) === 5 && isLast)).toBe(true);
          expect(holiday === null).toBe(isWorkingDay(on));
        }
        expect(seriesDates({ kind, first, through: series.at(-1)?.on ?? first })).toEqual(series);
      }),
      { numRuns: proof.numRuns / 2 },
    );
  });
});
