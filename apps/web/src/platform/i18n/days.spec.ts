import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, mondayOf, weekNumber } from './days';

describe('days', () => {
  it('are those of Denmark, whatever the clock in Greenwich says', () => {
    expect(dayOf('2026-11-21T22:59:00Z')).toBe('2026-11-21');
    expect(dayOf('2026-11-21T23:00:00Z')).toBe('2026-11-22');
    expect(dayOf('2026-06-30T22:00:00Z')).toBe('2026-07-01');
  });

  it('are counted over clock changes, leap days and ends of years', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2026-11-21', '2026-11-18')).toBe(-3);
  });

  it('lie in weeks that begin on a Monday and are numbered as in Danish calendars', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(weekNumber('2026-11-21')).toBe(47);
    expect(weekNumber('2026-12-31')).toBe(53);
    expect(weekNumber('2027-01-03')).toBe(53);
    expect(weekNumber('2027-01-04')).toBe(1);
    expect(weekNumber('2024-12-30')).toBe(1);
  });
});
