/** Meetings as a calendar lists them: by month, each month's in the order of time. */
const month = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone: 'Europe/Copenhagen' });

export interface Month<M> {
  /** YYYY-MM in Denmark. */
  readonly id: string;
  readonly meetings: readonly M[];
}

/** @param latestFirst for what has been: months and meetings from now backwards */
export function monthsOf<M extends { startsAt: string }>(meetings: readonly M[], latestFirst: boolean): Month<M>[] {
  const sign = latestFirst ? -1 : 1;
  const sorted = [...meetings].sort((a, b) => sign * (Date.parse(a.startsAt) - Date.parse(b.startsAt)));
  const months = new Map<string, M[]>();
  for (const meeting of sorted) {
    const id = month.format(new Date(meeting.startsAt));
    months.set(id, [...(months.get(id) ?? []), meeting]);
  }
  return [...months].map(([id, list]) => ({ id, meetings: list }));
}
