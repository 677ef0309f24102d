import { addDays, defaultRules, isWorkingDay, type LocalDate, localDate, localDateOf } from '@kvarter/cadence';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeetingKind, MeetingState } from './meeting.entity.js';
import { runSheetTemplates, templatesFor, wordsFor } from './run-sheet.catalogue.js';
import { dueOn, isLate } from './run-sheet.rules.js';
import { RunSheetStage } from './run-sheet.type.js';

const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
const kinds = Object.values(MeetingKind);
const day = (text: string): LocalDate => localDate(text);

describe('the run sheet a meeting begins with', () => {
  it('goes out two weeks ahead for every kind, and ends with summary, next date and agreements', () => {
    for (const kind of kinds) {
      const keys = templatesFor(kind).map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining(['send-out', 'prepare', 'summary', 'next-date', 'agreements']));
      expect(templatesFor(kind).find(({ key }) => key === 'send-out')?.days).toBe(-14);
    }
    expect(templatesFor(MeetingKind.AREA).map(({ key }) => key)).toContain('feedback');
    expect(templatesFor(MeetingKind.TEAM).map(({ key }) => key)).not.toContain('feedback');
  });

  it('has words in both languages, each key once', () => {
    expect(new Set(runSheetTemplates.map(({ key }) => key)).size).toBe(runSheetTemplates.length);
    for (const { key, words } of runSheetTemplates) for (const locale of ['da', 'en'] as const) expect(wordsFor(key, locale)).toBe(words[locale]);
    expect(wordsFor('unknown-here', 'da')).toBe('unknown-here');
  });
});

describe('an item is due', () => {
  it('on a working day on its own side of the meeting, within its distance where that is a limit', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...kinds), (at, kind) => {
        const meetingOn = localDateOf(at);
        for (const { key, stage, days } of templatesFor(kind)) {
          const due = dueOn(at, { key, offsetDays: days });
          if (stage === RunSheetStage.DURING) expect(due).toBe(meetingOn);
          else expect(isWorkingDay(due)).toBe(true);
          if (stage === RunSheetStage.BEFORE) expect(due <= addDays(meetingOn, days)).toBe(true);
          if (stage === RunSheetStage.AFTER) expect(due > meetingOn).toBe(true);
          if (key === 'feedback') expect(due <= addDays(meetingOn, 30)).toBe(true);
        }
      }),
    );
  });

  it('where the municipality says so, for what is sent out and for feedback', () => {
    const rules = { ...defaultRules, runSheetDays: 21, feedbackDays: 10 };
    const days = Object.fromEntries(templatesFor(MeetingKind.AREA, rules).map((item) => [item.key, item.days]));
    expect(days).toMatchObject({ 'send-out': -21, feedback: 10, replies: -3 });
    // Ten days after 17 December 2026 is the Sunday after Christmas: told before it rather than after.
    expect(dueOn(new Date('2026-12-17T09:00:00Z'), { key: 'feedback', offsetDays: 10 })).toBe('2026-12-23');
  });

  it('before Easter, where two weeks ahead is a holiday', () => {
    // Two weeks before 8 April 2027 is Maundy Thursday.
    expect(dueOn(new Date('2027-04-08T09:00:00Z'), { key: 'send-out', offsetDays: -14 })).toBe('2027-03-24');
  });
});

describe('an item is late', () => {
  const item = { dueOn: '2027-01-18', done: false, stage: RunSheetStage.BEFORE, state: MeetingState.PLANNED };

  it('from the day after it was due, not when done, nor when the meeting was called off', () => {
    expect(isLate(item, day('2027-01-18'))).toBe(false);
    expect(isLate(item, day('2027-01-19'))).toBe(true);
    expect(isLate({ ...item, done: true }, day('2027-01-19'))).toBe(false);
    expect(isLate({ ...item, state: MeetingState.CANCELLED }, day('2027-01-19'))).toBe(false);
  });

  it('after the meeting only where it belongs after it', () => {
    const held = { ...item, state: MeetingState.CLOSED };
    expect(isLate(held, day('2027-02-19'))).toBe(false);
    expect(isLate({ ...held, stage: RunSheetStage.AFTER }, day('2027-02-19'))).toBe(true);
  });
});
