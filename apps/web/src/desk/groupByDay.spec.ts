import { describe, expect, it } from 'vitest';
import { groupByDay } from './groupByDay';

const due = (...days: string[]) => days.map((dueOn) => ({ dueOn }));

describe('groupByDay', () => {
  it('puts what is late first, the oldest at the top, then today, then week by week', () => {
    // A Saturday: Sunday is still of this week.
    const grouped = groupByDay(due('2026-12-04', '2026-11-20', '2026-11-21', '2026-11-22', '2026-10-30', '2026-11-30', '2026-11-27'), '2026-11-21');
    expect(grouped.late).toEqual(due('2026-10-30', '2026-11-20'));
    expect(grouped.today).toEqual(due('2026-11-21'));
    expect(grouped.weeks).toEqual([
      { monday: '2026-11-16', items: due('2026-11-22') },
      { monday: '2026-11-23', items: due('2026-11-27') },
      { monday: '2026-11-30', items: due('2026-11-30', '2026-12-04') },
    ]);
  });

  it('keeps a week that runs into a new year whole', () => {
    expect(groupByDay(due('2026-12-31', '2027-01-01', '2027-01-04'), '2026-12-29').weeks.map(({ monday }) => monday)).toEqual(['2026-12-28', '2027-01-04']);
  });

  it('is empty where there is nothing', () => {
    expect(groupByDay([], '2026-11-21')).toEqual({ late: [], today: [], weeks: [] });
  });
});
