import { isWorkingDay, localDateOf, weekdayOf } from '@kvarter/cadence';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestMoments, waitsUntil } from './digest-moments.js';

const momentsAt = (rhythm: 'DAILY' | 'WEEKLY', now: string) => {
  const { last, next } = digestMoments(rhythm, new Date(now));
  return [last.toISOString(), next.toISOString()];
};

describe('mails that wait for each other', () => {
  it.each([
    ['DAILY', '2026-11-20T06:29:59Z', '2026-11-19T06:30:00.000Z', '2026-11-20T06:30:00.000Z'], // a Friday
    ['DAILY', '2026-11-20T06:30:00Z', '2026-11-20T06:30:00.000Z', '2026-11-23T06:30:00.000Z'],
    ['DAILY', '2026-11-22T12:00:00Z', '2026-11-20T06:30:00.000Z', '2026-11-23T06:30:00.000Z'], // a Sunday
    ['DAILY', '2026-12-24T12:00:00Z', '2026-12-23T06:30:00.000Z', '2026-12-28T06:30:00.000Z'],
    ['DAILY', '2026-07-01T12:00:00Z', '2026-07-01T05:30:00.000Z', '2026-07-02T05:30:00.000Z'], // summer time
    ['WEEKLY', '2026-11-23T06:29:59Z', '2026-11-16T06:30:00.000Z', '2026-11-23T06:30:00.000Z'],
    ['WEEKLY', '2026-11-25T12:00:00Z', '2026-11-23T06:30:00.000Z', '2026-11-30T06:30:00.000Z'],
    ['WEEKLY', '2026-04-06T12:00:00Z', '2026-03-30T05:30:00.000Z', '2026-04-07T05:30:00.000Z'], // Easter Monday
  ] as const)('%s at %s: last %s, next %s', (rhythm, now, last, next) => expect(momentsAt(rhythm, now)).toEqual([last, next]));

  it('have one moment after another, on working days, at half past seven', () => {
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom('DAILY' as const, 'WEEKLY' as const), (now, rhythm) => {
        const { last, next } = digestMoments(rhythm, now);
        expect(last <= now && now < next).toBe(true);
        expect(digestMoments(rhythm, next).last).toEqual(next);
        expect(digestMoments(rhythm, new Date(next.getTime() - 1))).toEqual({ last, next });
        for (const at of [last, next]) {
          expect(isWorkingDay(localDateOf(at))).toBe(true);
          expect(at.toLocaleTimeString('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' })).toBe('07.30');
        }
        if (rhythm === 'WEEKLY') expect(weekdayOf(localDateOf(next))).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('go at the first moment after they were due, and at once where nobody asked for that', () => {
    const friday = new Date('2026-11-20T12:00:00Z');
    const monday = new Date('2026-11-23T06:30:00Z');
    expect(waitsUntil('EACH', friday, friday)).toBeNull();
    expect(waitsUntil('DAILY', friday, friday)).toEqual(monday);
    expect(waitsUntil('DAILY', friday, monday)).toBeNull();
    expect(waitsUntil('WEEKLY', new Date(friday.getTime() - 7 * 86_400_000), friday)).toBeNull();
  });
});
