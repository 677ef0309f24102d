import { addDays, isWorkingDay, type LocalDate, localDate, localDateOf } from '@kvarter/cadence';
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
      expect(templatesFor(kind).find(({ key }) => key === 'send-out')?.offset.days).toBe(-14);
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
        for (const { key, stage, offset } of templatesFor(kind)) {
          const due = dueOn(at, { key, offsetDays: offset.days });
          if (stage === RunSheetStage.DURING) expect(due).toBe(meetingOn);
          else expect(isWorkingDay(due)).toBe(true);
          if (stage === RunSheetStage.BEFORE) expect(due <= addDays(meetingOn, offset.days)).toBe(true);
          if (stage === RunSheetStage.AFTER) expect(due > meetingOn).toBe(true);
          if (key === 'feedback') expect(due <= addDays(meetingOn, 30)).toBe(true);
        }
      }),
    );
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
