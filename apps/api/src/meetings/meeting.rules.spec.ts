import { localDateOf, localTimeOf } from '@kvarter/cadence';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeetingKind, MeetingSeries } from './meeting.entity.js';
import { checkedDuration, checkedStart, meetingText, meetingTitle, nextStart, seriesLength, startsOf } from './meeting.rules.js';
import { warningsOf } from './meeting-warning.js';

const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
const series = fc.constantFrom(...Object.values(MeetingSeries));
const weekday = (at: Date) => new Date(`${localDateOf(at)}T12:00:00Z`).getUTCDay();

describe('a series', () => {
  it('begins as given and keeps weekday and hour by the clock in Denmark, later each time', () => {
    fc.assert(
      fc.property(moment, series, (first, kind) => {
        const starts = startsOf(first, kind);
        expect(starts).toHaveLength(seriesLength[kind]);
        expect(starts[0]).toEqual(first);
        for (const [index, at] of starts.entries()) {
          expect(weekday(at)).toBe(weekday(first));
          if (index > 0) expect(at.getTime()).toBeGreaterThan(starts[index - 1]?.getTime() ?? 0);
          // In spring an hour is left out, so a meeting at 02:30 can't be.
          if (!localTimeOf(first).startsWith('02:')) expect(localTimeOf(at)).toBe(localTimeOf(first));
        }
        expect(nextStart(first, kind)).toEqual(starts[1]);
      }),
    );
  });

  it('goes from winter to summer time without shifting', () => {
    expect(startsOf(new Date('2026-01-13T13:00:00Z'), MeetingSeries.QUARTERLY).map((at) => at.toISOString())).toEqual([
      '2026-01-13T13:00:00.000Z',
      '2026-04-14T12:00:00.000Z',
      '2026-07-14T12:00:00.000Z',
      '2026-10-13T12:00:00.000Z',
    ]);
  });
});

describe('warnings', () => {
  it('name the holiday or the day of the weekend, in the language asked for', () => {
    const days = ['2026-05-14T12:00:00Z', '2026-05-16T12:00:00Z', '2026-05-18T12:00:00Z', '2026-12-24T12:00:00Z'].map((at) => new Date(at));
    expect(warningsOf(days, 'da').map(({ code, on }) => `${code} ${on}`)).toEqual(['HOLIDAY 2026-05-14', 'WEEKEND 2026-05-16', 'HOLIDAY 2026-12-24']);
    expect(warningsOf(days, 'da')[0]?.message).toContain('14. maj 2026 er Kristi himmelfartsdag');
    expect(warningsOf(days, 'en')[1]?.message).toContain('16 May 2026 is Saturday');
  });

  it('go by the day in Denmark', () => {
    expect(warningsOf([new Date('2026-12-23T23:30:00Z')], 'da')).toMatchObject([{ code: 'HOLIDAY', on: '2026-12-24' }]);
  });
});

describe('a meeting', () => {
  it('is never about a single citizen, whatever stands round the number', () => {
    for (const text of ['Om 010203-1234', 'Møde vedr. 0102031234 og familien']) {
      expect(() => meetingTitle(text)).toThrow(expect.objectContaining({ reason: 'MEETING_ABOUT_PERSON', params: { field: 'title' } }));
      expect(() => meetingText(text, 'purpose', 2000)).toThrow(expect.objectContaining({ reason: 'MEETING_ABOUT_PERSON' }));
    }
  });

  it('has a title, texts within their limits, a length and a time that people can meet at', () => {
    expect(() => meetingTitle(' ')).toThrow(expect.objectContaining({ reason: 'FIELD_EMPTY' }));
    expect(() => meetingText('x'.repeat(201), 'place', 200)).toThrow(expect.objectContaining({ reason: 'TEXT_TOO_LONG' }));
    expect(meetingText('  ', 'place', 200)).toBeNull();
    for (const minutes of [0, 14, 721, -60])
      expect(() => checkedDuration(minutes, MeetingKind.TEAM)).toThrow(expect.objectContaining({ reason: 'NUMBER_OUT_OF_RANGE' }));
    expect(checkedDuration(null, MeetingKind.TEAM)).toBe(90);
    for (const year of ['0001', '1989', '2298'])
      expect(() => checkedStart(new Date(`${year}-05-01T10:00:00Z`))).toThrow(expect.objectContaining({ reason: 'VALUE_INVALID' }));
  });
});
