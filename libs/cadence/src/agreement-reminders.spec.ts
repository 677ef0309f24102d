import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementReminders } from './agreement-reminders.js';
import { day, patience, proof, start } from './cadence.arbitrary.js';
import { type FollowUpRules, ruleBounds, ruleNames } from './follow-up-rules.js';
import { addDays, type LocalDate, localDate } from './local-date.js';
import { offsetFrom } from './offsets.js';
import { isWorkingDay, nextWorkingDay } from './working-days.js';

const lines = (dueOn: string, through: string): string[] =>
  agreementReminders(localDate(dueOn), localDate(through)).map(({ on, to, kind }) => `${on} ${to} ${kind}`);

describe('agreementReminders', () => {
  it('reminds ahead, on the day, weekly, and turns to the coordinator after two weeks', () => {
    expect(lines('2026-08-20', '2026-09-11')).toEqual([
      '2026-08-17 RESPONSIBLE AHEAD',
      '2026-08-20 RESPONSIBLE DUE',
      '2026-08-27 RESPONSIBLE OVERDUE',
      '2026-09-03 COORDINATOR OVERDUE',
      '2026-09-03 RESPONSIBLE OVERDUE',
      '2026-09-10 RESPONSIBLE OVERDUE',
    ]);
  });

  it('stays apart around Easter: ahead of the holidays, and on the first day after them', () => {
    expect(lines('2026-04-06', '2026-04-12')).toEqual(['2026-04-01 RESPONSIBLE AHEAD', '2026-04-07 RESPONSIBLE DUE']);
  });

  it('ends with the day asked for', () => {
    expect(lines('2026-08-20', '2026-08-20')).toHaveLength(2);
    expect(lines('2026-08-20', '2026-08-19')).toHaveLength(1);
    expect(lines('2026-08-20', '2026-08-16')).toEqual([]);
    expect(() => agreementReminders(localDate('2026-08-20'), '2026-02-30' as LocalDate)).toThrow('DATE_INVALID');
  });

  it('is on working days, in order, never twice the same, with no week left out', { timeout: patience }, () => {
    fc.assert(
      fc.property(start, fc.integer({ min: -10, max: 200 }), (dueOn, days) => {
        const through = addDays(dueOn, days);
        const reminders = agreementReminders(dueOn, through);
        for (const { on } of reminders) expect(isWorkingDay(on) && on <= through).toBe(true);
        const own = reminders.filter(({ to }) => to === 'RESPONSIBLE').map(({ on }) => on);
        expect([...new Set(own)].sort()).toEqual(own);
        expect(own.filter((on) => on < dueOn).length).toBeLessThanOrEqual(1);
        // A week may end on a closed day and its reminder come up to five days later.
        expect(own.filter((on) => on > addDays(dueOn, 5)).length).toBeGreaterThanOrEqual(Math.floor((days - 5) / 7));
        expect(reminders.filter(({ to }) => to === 'COORDINATOR').map(({ on }) => on >= addDays(dueOn, 14) && on <= addDays(dueOn, 19))).toEqual(
          reminders.some(({ to }) => to === 'COORDINATOR') || days >= 19 ? [true] : [],
        );
      }),
      proof,
    );
  });

  it('goes by a municipality’s own rules, once a day whatever they are', { timeout: patience }, () => {
    const own: fc.Arbitrary<FollowUpRules> = fc.record(
      Object.fromEntries(ruleNames.map((name) => [name, fc.integer(ruleBounds[name])])) as Record<keyof FollowUpRules, fc.Arbitrary<number>>,
    );
    fc.assert(
      fc.property(start, own, fc.integer({ min: 0, max: 120 }), (dueOn, rules, days) => {
        const reminders = agreementReminders(dueOn, addDays(dueOn, days), rules);
        for (const { on } of reminders) expect(isWorkingDay(on)).toBe(true);
        const responsible = reminders.filter(({ to }) => to === 'RESPONSIBLE').map(({ on }) => on);
        expect([...new Set(responsible)].sort()).toEqual(responsible);
        expect(reminders[0]?.on).toBe(offsetFrom(dueOn, { days: -rules.agreementAheadDays }));
        expect(reminders.filter(({ to }) => to === 'COORDINATOR').map(({ on }) => on)).toEqual(
          [nextWorkingDay(addDays(dueOn, rules.coordinatorAfterDays))].filter((on) => on <= addDays(dueOn, days)),
        );
        for (const [index, on] of responsible.slice(1).entries()) {
          const before = responsible[index] ?? on;
          if (before >= dueOn) expect(on <= nextWorkingDay(addDays(before, rules.reminderEveryDays))).toBe(true);
        }
      }),
      proof,
    );
  });

  it('asked for longer is the same and then more', { timeout: patience }, () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), (dueOn, days, more) => {
        const short = addDays(dueOn, days);
        expect(agreementReminders(dueOn, addDays(short, more)).filter(({ on }) => on <= short)).toEqual(agreementReminders(dueOn, short));
      }),
      proof,
    );
  });
});
