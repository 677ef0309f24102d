import { mondayOf } from '../platform/i18n/days';

export interface Grouped<T> {
  /** The oldest first. */
  late: T[];
  today: T[];
  /** What is ahead, week by week. */
  weeks: { monday: string; items: T[] }[];
}

/** What is due before today, today, and in each week from today on. */
export function groupByDay<T extends { dueOn: string }>(items: readonly T[], today: string): Grouped<T> {
  const sorted = items.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const weeks = new Map<string, T[]>();
  for (const item of sorted) {
    if (item.dueOn <= today) continue;
    const monday = mondayOf(item.dueOn);
    weeks.set(monday, [...(weeks.get(monday) ?? []), item]);
  }
  return {
    late: sorted.filter(({ dueOn }) => dueOn < today),
    today: sorted.filter(({ dueOn }) => dueOn === today),
    weeks: [...weeks].map(([monday, ofWeek]) => ({ monday, items: ofWeek })),
  };
}
