/** The area map is reopened about every half year (in months); after that the overview reminds of it. */
const monthsBetweenMeetings = 6;

interface AreaFacts {
  id: string;
  name: string;
}

export interface MeetingFacts {
  id: string;
  areaId: string | null;
  kind: 'AREA' | 'TEAM' | 'NETWORK' | 'WALK';
  title: string;
  startsAt: string;
  state: 'PLANNED' | 'OPEN' | 'CLOSED' | 'CANCELLED';
  closedAt?: string | null;
}

/** What comes next round the maps of a municipality: one thing, the nearest first. The team's own meetings are no step of it. */
export type NextStep<A extends AreaFacts, M extends MeetingFacts> =
  | { kind: 'first-area' }
  | { kind: 'open'; area: A; meeting: M }
  /** Its time has come but nobody has opened it. */
  | { kind: 'start'; area: A; meeting: M }
  | { kind: 'planned'; area: A; meeting: M }
  | { kind: 'first-meeting'; area: A }
  | { kind: 'again'; area: A; since: string }
  | { kind: 'quiet' };

/**
 * @param now milliseconds since 1970
 */
export function nextStep<A extends AreaFacts, M extends MeetingFacts>(areas: readonly A[], meetings: readonly M[], now: number): NextStep<A, M> {
  if (areas.length === 0) return { kind: 'first-area' };
  const areaOf = new Map(areas.map((area) => [area.id, area]));
  const seen = meetings.flatMap((meeting) => {
    const area = areaOf.get(meeting.areaId ?? '');
    return area && (meeting.kind === 'AREA' || meeting.kind === 'WALK') ? [{ area, meeting }] : [];
  });

  const open = seen.find(({ meeting }) => meeting.state === 'OPEN');
  if (open) return { kind: 'open', ...open };

  const planned = seen.filter(({ meeting }) => meeting.state === 'PLANNED').sort((a, b) => Date.parse(a.meeting.startsAt) - Date.parse(b.meeting.startsAt));
  const first = planned[0];
  if (first) return { kind: Date.parse(first.meeting.startsAt) <= now ? 'start' : 'planned', ...first };

  const lastClosed = new Map<string, string>();
  for (const { area, meeting } of seen) {
    if (meeting.kind !== 'AREA' || meeting.state !== 'CLOSED') continue;
    const closed = meeting.closedAt ?? meeting.startsAt;
    if (closed > (lastClosed.get(area.id) ?? '')) lastClosed.set(area.id, closed);
  }
  const longest = [...lastClosed].sort(([, a], [, b]) => Date.parse(a) - Date.parse(b))[0];
  const area = longest && areaOf.get(longest[0]);
  if (longest && area && monthsBefore(longest[1], now) >= monthsBetweenMeetings) return { kind: 'again', area, since: longest[1] };

  const without = lastClosed.size === 0 ? areas[0] : undefined;
  return without ? { kind: 'first-meeting', area: without } : { kind: 'quiet' };
}

function monthsBefore(date: string, now: number): number {
  const then = new Date(date);
  const today = new Date(now);
  const months = (today.getFullYear() - then.getFullYear()) * 12 + today.getMonth() - then.getMonth();
  return today.getDate() < then.getDate() ? months - 1 : months;
}
