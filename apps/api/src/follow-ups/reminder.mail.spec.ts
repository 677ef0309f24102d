import { instantOf, isWorkingDay, localDate, localDateOf } from '@kvarter/cadence';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeTime } from './reminder.mail.js';

const at = (day: string, time: string): Date => instantOf(localDate(day), time);

describe('the time of a mail', () => {
  it('is now at work, the morning before it, and the next working morning after it', () => {
    expect(officeTime(at('2026-11-20', '09:15'))).toEqual(at('2026-11-20', '09:15'));
    expect(officeTime(at('2026-11-20', '00:00'))).toEqual(at('2026-11-20', '07:30'));
    expect(officeTime(at('2026-11-20', '17:00'))).toEqual(at('2026-11-23', '07:30'));
    expect(officeTime(at('2026-12-24', '10:00'))).toEqual(at('2026-12-28', '07:30'));
  });

  it('is never before now, never on a closed day, and at most a few days off', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (now) => {
        const time = officeTime(now);
        expect(time >= now && isWorkingDay(localDateOf(time))).toBe(true);
        expect(time.getTime() - now.getTime()).toBeLessThan(7 * 86_400_000);
      }),
    );
  });
});
