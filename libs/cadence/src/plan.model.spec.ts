/** Plans over ten years against a model too simple to be wrong: days walked one by one, months from a list. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadence, day, dayNumber, dayOf, patience, proof } from './cadence.arbitrary.js';
import type { CadenceKind } from './cadence-kinds.js';
import { instantOf, localDateOf } from './copenhagen.js';
import { holidaysOf } from './holidays.js';
import { compareDates, type LocalDate, localDate } from './local-date.js';
import { type Cadence, type Check, plan } from './plan.js';

const every = (months: number): number[] => Array.from({ length: 30 * (12 / months) }, (_, number) => (number + 1) * months);

const monthsOf: Record<CadenceKind, readonly number[]> = {
  TAPERING: [1, 2, 3, 4, 5, 6, 9, 12, 15, 18, ...every(6).filter((months) => months >= 24)],
  MONTHLY: every(1),
  QUARTERLY: every(3),
  HALF_YEARLY: every(6),
  YEARLY: every(12),
  ONCE: [0],
};

function later(date: LocalDate, months: number): LocalDate {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return localDate(new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10));
}

function isClosed(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || holidaysOf(Number(date.slice(0, 4))).some(({ on }) => on === date);
}

function working(date: LocalDate): LocalDate {
  let number = dayNumber(date);
  while (isClosed(dayOf(number))) number += 1;
  return dayOf(number);
}

/** Every check of a cadence that the rule asks for, whatever today is. */
function checksOf({ kind, startsOn, endsOn, pauses = [] }: Cadence, through: LocalDate): Check[] {
  return monthsOf[kind]
    .map((months, position) => ({ index: position + 1, plannedOn: later(startsOn, months) }))
    .filter(({ plannedOn }) => plannedOn <= through)
    .map((check) => ({ ...check, dueOn: working(check.plannedOn) }))
    .filter(({ dueOn }) => !endsOn || dueOn <= endsOn)
    .filter(({ dueOn }) => !pauses.some(({ from, through: until }) => from <= dueOn && dueOn <= (until ?? '9999')));
}

const inTenYears = ({ startsOn }: Cadence): LocalDate => later(startsOn, 120);
const lastIndexOf = (checks: readonly Check[]): number => checks.at(-1)?.index ?? 0;

describe('plan, over ten years', { timeout: patience }, () => {
  it('misses no check, doubles none, and puts none on a closed day', () => {
    fc.assert(
      fc.property(cadence, (given) => {
        const through = inTenYears(given);
        const checks = plan({ ...given, today: given.startsOn, through });
        expect(checks).toEqual(checksOf(given, through));
        for (const [position, { index, plannedOn, dueOn }] of checks.entries()) {
          expect(isClosed(dueOn)).toBe(false);
          expect(dueOn >= plannedOn && dueOn >= given.startsOn && dueOn <= (given.endsOn ?? dueOn)).toBe(true);
          const before = checks[position - 1];
          if (before) expect(before.dueOn < dueOn && before.plannedOn < plannedOn && before.index < index).toBe(true);
        }
      }),
      proof,
    );
  });

  it('planned on any later day is the rest of it, after one overdue check for all before', () => {
    fc.assert(
      fc.property(cadence, day, (given, today) => {
        const through = [inTenYears(given), today].sort(compareDates)[1] as LocalDate;
        const all = checksOf(given, through);
        const missed = all.filter(({ dueOn }) => dueOn < today);
        const overdue = missed.length > 0 ? [{ ...missed.at(-1), standsFor: missed.length }] : [];
        expect(plan({ ...given, today, through })).toEqual([...overdue, ...all.slice(missed.length)]);
      }),
      proof,
    );
  });

  it('extended is what it would have been at once, in however many steps', () => {
    fc.assert(
      fc.property(cadence, day, fc.array(day, { maxLength: 5 }), (given, today, steps) => {
        const through = inTenYears(given);
        let inSteps: Check[] = [];
        for (const step of [...steps.filter((date) => date <= through).sort(compareDates), through]) {
          inSteps = [...inSteps, ...plan({ ...given, today, through: step, after: lastIndexOf(inSteps) })];
        }
        expect(inSteps).toEqual(plan({ ...given, today, through }));
      }),
      proof,
    );
  });

  it('extended day by day as time passes is the same as well, and each check comes up once', () => {
    fc.assert(
      fc.property(cadence, fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 8 }), (given, waits) => {
        let today = given.startsOn;
        let rolling = plan({ ...given, today });
        for (const wait of waits) {
          today = dayOf(dayNumber(today) + wait);
          rolling = [...rolling, ...plan({ ...given, today, after: lastIndexOf(rolling) })];
        }
        // Waiting at most 700 days, nothing falls due before it is planned.
        expect(rolling).toEqual(checksOf(given, later(today, 24)));
      }),
      proof,
    );
  });

  it('covers 24 months unless told otherwise, from the start or from today', () => {
    fc.assert(
      fc.property(cadence, day, (given, today) => {
        const through = [later(given.startsOn, 24), later(today, 24)].sort(compareDates)[1];
        expect(plan({ ...given, today })).toEqual(plan({ ...given, today, through }));
      }),
      proof,
    );
  });

  it('keeps its days at every hour of them, whichever way the clock changes', () => {
    fc.assert(
      fc.property(cadence, fc.constantFrom('00:00', '02:30', '09:00', '23:59'), (given, time) => {
        for (const { dueOn } of plan({ ...given, today: given.startsOn, through: inTenYears(given) })) {
          expect(localDateOf(instantOf(dueOn, time))).toBe(dueOn);
        }
      }),
      { numRuns: proof.numRuns / 10 },
    );
  });

  it('loses none to a pause but those in it', () => {
    fc.assert(
      fc.property(cadence, day, ({ pauses = [], ...given }, today) => {
        const input = { ...given, today, through: inTenYears(given) };
        const onHold = plan({ ...input, pauses }).filter(({ standsFor }) => !standsFor);
        const kept = plan(input).filter(
          ({ dueOn, standsFor }) => !standsFor && !pauses.some(({ from, through }) => from <= dueOn && dueOn <= (through ?? '9999')),
        );
        expect(onHold).toEqual(kept);
      }),
      proof,
    );
  });
});
