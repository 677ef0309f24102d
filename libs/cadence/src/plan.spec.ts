import { describe, expect, it } from 'vitest';
import type { CadenceKind } from './cadence-kinds.js';
import { type LocalDate, localDate } from './local-date.js';
import { type Check, type PlanInput, plan } from './plan.js';

const startsOn = localDate('2026-01-15');
const of = (kind: CadenceKind, given: Partial<PlanInput> = {}): Check[] => plan({ kind, startsOn, today: startsOn, ...given });
const due = (checks: readonly Check[]): LocalDate[] => checks.map(({ dueOn }) => dueOn);

describe('plan', () => {
  it('tapers: 6 monthly, 4 quarterly, then half-yearly, 24 months ahead and the last day with them', () => {
    expect(of('TAPERING').map(({ index, plannedOn }) => `${index} ${plannedOn}`)).toEqual([
      '1 2026-02-15',
      '2 2026-03-15',
      '3 2026-04-15',
      '4 2026-05-15',
      '5 2026-06-15',
      '6 2026-07-15',
      '7 2026-10-15',
      '8 2027-01-15',
      '9 2027-04-15',
      '10 2027-07-15',
      '11 2028-01-15',
    ]);
    expect(
      of('TAPERING', { through: localDate('2029-08-01') })
        .map(({ plannedOn }) => plannedOn)
        .slice(10),
    ).toEqual(['2028-01-15', '2028-07-15', '2029-01-15', '2029-07-15']);
  });

  it('moves what lands on a closed day to the next working day', () => {
    expect(due(of('MONTHLY', { startsOn: localDate('2026-03-02'), through: localDate('2026-06-30') }))).toEqual(['2026-04-07', '2026-05-04', '2026-06-02']);
    expect(due(of('YEARLY', { startsOn: localDate('2025-12-24') }))).toEqual(['2026-12-28', '2027-12-27']);
  });

  it('counts month ends from the start', () => {
    const planned = of('MONTHLY', { startsOn: localDate('2027-10-31'), through: localDate('2028-05-31') }).map(({ plannedOn }) => plannedOn);
    expect(planned).toEqual(['2027-11-30', '2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31']);
  });

  it('plans the other kinds from one period after the start', () => {
    const planned = (kind: CadenceKind): LocalDate[] => of(kind).map(({ plannedOn }) => plannedOn);
    expect(planned('MONTHLY')).toHaveLength(24);
    expect(planned('QUARTERLY').slice(0, 2)).toEqual(['2026-04-15', '2026-07-15']);
    expect(planned('HALF_YEARLY')).toEqual(['2026-07-15', '2027-01-15', '2027-07-15', '2028-01-15']);
    expect(planned('YEARLY')).toEqual(['2027-01-15', '2028-01-15']);
  });

  it('plans ONCE on its day, and that is all', () => {
    expect(of('ONCE', { startsOn: localDate('2026-04-03') })).toEqual([{ index: 1, plannedOn: '2026-04-03', dueOn: '2026-04-07' }]);
    expect(of('ONCE', { after: 1 })).toEqual([]);
    expect(of('ONCE', { today: localDate('2027-01-01') })).toEqual([{ index: 1, plannedOn: '2026-01-15', dueOn: '2026-01-15', standsFor: 1 }]);
  });

  it('makes one overdue check of all that were missed, dated as the last of them', () => {
    const checks = of('TAPERING', { today: localDate('2026-06-16') });
    expect(checks[0]).toEqual({ index: 5, plannedOn: '2026-06-15', dueOn: '2026-06-15', standsFor: 5 });
    expect(checks[1]).toEqual({ index: 6, plannedOn: '2026-07-15', dueOn: '2026-07-15' });
    expect(checks.at(-1)?.plannedOn).toBe('2028-01-15');
  });

  it('has missed nothing that is due today', () => {
    const checks = of('MONTHLY', { today: localDate('2026-02-16') });
    expect(checks[0]).toEqual({ index: 1, plannedOn: '2026-02-15', dueOn: '2026-02-16' });
    expect(of('MONTHLY', { today: localDate('2026-02-17') })[0]?.standsFor).toBe(1);
  });

  it('gathers all missed ones even where asked to plan less far than today', () => {
    expect(of('MONTHLY', { today: localDate('2026-06-20'), through: localDate('2026-03-01') })).toEqual([
      { index: 5, plannedOn: '2026-06-15', dueOn: '2026-06-15', standsFor: 5 },
    ]);
  });

  it('ends with the last day, and lets no weekend carry a check past it', () => {
    expect(due(of('MONTHLY', { endsOn: localDate('2026-04-15') }))).toEqual(['2026-02-16', '2026-03-16', '2026-04-15']);
    expect(due(of('MONTHLY', { endsOn: localDate('2026-03-15') }))).toEqual(['2026-02-16']);
    expect(of('MONTHLY', { endsOn: localDate('2025-12-31') })).toEqual([]);
  });

  it('drops what falls in a pause without calling it missed, and leaves the rest where it was', () => {
    const pauses = [{ from: localDate('2026-03-16'), through: localDate('2026-05-15') }];
    const through = localDate('2026-07-31');
    expect(of('MONTHLY', { pauses, through }).map(({ index, dueOn }) => `${index} ${dueOn}`)).toEqual(['1 2026-02-16', '5 2026-06-15', '6 2026-07-15']);
    expect(of('MONTHLY', { pauses, through, today: localDate('2026-07-01') })[0]).toMatchObject({ index: 5, standsFor: 2 });
    expect(due(of('MONTHLY', { pauses: [{ from: localDate('2026-04-01') }] }))).toEqual(['2026-02-16', '2026-03-16']);
  });

  it('refuses what it cannot plan from, by a code', () => {
    expect(() => of('WEEKLY' as CadenceKind)).toThrow('KIND_UNKNOWN');
    for (const field of ['startsOn', 'today', 'endsOn', 'through']) expect(() => of('ONCE', { [field]: '2026-02-30' })).toThrow('DATE_INVALID');
    for (const after of [-1, 0.5, Number.NaN]) expect(() => of('ONCE', { after })).toThrow('NUMBER_INVALID');
    expect(() => of('ONCE', { pauses: [{ from: localDate('2026-02-02'), through: localDate('2026-02-01') }] })).toThrow('PAUSE_REVERSED');
    expect(() => of('ONCE', { pauses: [{ from: '2026-02-30' as LocalDate }] })).toThrow('DATE_INVALID');
    expect(() => of('YEARLY', { startsOn: localDate('2298-06-01') })).toThrow('DATE_OUT_OF_RANGE');
  });
});
