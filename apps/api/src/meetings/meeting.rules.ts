/** What a meeting may be and when a series of them falls; pure. */
import { type CadenceKind, instantOf, localDateOf, localTimeOf, seriesDates, years } from '@kvarter/cadence';
import type { FieldName } from '@kvarter/contract';
import { checkText } from '@kvarter/geo';
import { refuse } from '../platform/graphql/errors.js';
import { MeetingKind, MeetingSeries } from './meeting.entity.js';

/** The most characters of each text of a meeting. */
export const meetingTexts = {
  title: 120,
  place: 200,
  purpose: 2000,
  audience: 500,
  process: 2000,
  reason: 300,
  outcome: 1000,
  said: 500,
  summary: 20_000,
} as const;

/** Those held round an area's map: with guests by link, one open at a time, a snapshot at the end. */
export const mapKinds: readonly MeetingKind[] = [MeetingKind.AREA, MeetingKind.WALK];
export const hasMap = ({ kind }: { readonly kind: MeetingKind }): boolean => mapKinds.includes(kind);

/** How long a meeting takes unless said (K), in minutes. */
export const usualMinutes: Readonly<Record<MeetingKind, number>> = { AREA: 120, TEAM: 90, NETWORK: 120, WALK: 90 };
export const durationLimits = { min: 15, max: 720 } as const;

/** How often a meeting comes again unless it says so itself (domain section 9). */
export const usualSeries: Readonly<Record<MeetingKind, MeetingSeries>> = {
  AREA: MeetingSeries.HALF_YEARLY,
  TEAM: MeetingSeries.QUARTERLY,
  NETWORK: MeetingSeries.QUARTERLY,
  WALK: MeetingSeries.HALF_YEARLY,
};

/** How many meetings of a series are put in the calendar at once (K): about a year of them. */
export const seriesLength: Readonly<Record<MeetingSeries, number>> = { MONTHLY: 12, QUARTERLY: 4, HALF_YEARLY: 2, YEARLY: 2 };

/**
 * A text of a meeting: cleaned, null where empty. A CPR number means a meeting about a single citizen, which the
 * open room has none of. Throws INVALID_INPUT naming the field.
 */
export function meetingText(given: unknown, field: FieldName, max: number, required = false): string | null {
  const { text, fault } = checkText(given, { field, max, required });
  if (fault?.reason === 'CPR_NUMBER') throw refuse('MEETING_ABOUT_PERSON', { field }, { field });
  if (fault) throw refuse(fault.reason, fault.params, { field });
  return text;
}

export const meetingTitle = (given: unknown): string => meetingText(given, 'title', meetingTexts.title, true) ?? '';

/** Throws INVALID_INPUT outside the years that dates are counted in, less two at the end for what follows. */
export function checkedStart(startsAt: Date): Date {
  const year = startsAt.getUTCFullYear();
  if (year <= years.first || year >= years.last - 2) throw refuse('VALUE_INVALID', { field: 'startsAt' }, { field: 'startsAt' });
  return startsAt;
}

/** Throws INVALID_INPUT where a meeting is shorter or longer than people sit. */
export function checkedDuration(minutes: number | null | undefined, kind: MeetingKind): number {
  const given = minutes ?? usualMinutes[kind];
  const { min, max } = durationLimits;
  if (given < min || given > max) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'durationMinutes', min, max }, { field: 'durationMinutes' });
  return given;
}

/**
 * When the meetings of a series begin: the first as given, the others on the same weekday of the month and at the
 * same hour by the clock in Denmark, also across a change of clocks. None is moved for a holiday.
 */
export function startsOf(first: Date, series: MeetingSeries, count = seriesLength[series]): Date[] {
  const dates = seriesDates({ kind: series satisfies CadenceKind, first: localDateOf(first), count });
  const time = localTimeOf(first);
  return dates.map(({ on }, index) => (index === 0 ? first : instantOf(on, time)));
}

/** The moment one period after a meeting, placed as its series places it. */
export const nextStart = (startsAt: Date, series: MeetingSeries): Date => startsOf(startsAt, series, 2)[1] ?? startsAt;

/** When the next one like it would be. */
export const proposedNext = ({
  startsAt,
  series,
  kind,
}: {
  readonly startsAt: Date;
  readonly series: MeetingSeries | null;
  readonly kind: MeetingKind;
}): Date => nextStart(startsAt, series ?? usualSeries[kind]);

const minuteMs = 60_000;
export const endOf = ({ startsAt, durationMinutes }: { readonly startsAt: Date; readonly durationMinutes: number }): Date =>
  new Date(startsAt.getTime() + durationMinutes * minuteMs);
