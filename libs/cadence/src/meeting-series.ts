import { CadenceInputError } from './cadence-input-error.js';
import { type CadenceKind, monthsFromStart } from './cadence-kinds.js';
import { type DayName, holidayOn } from './holidays.js';
import { addDays, addMonths, type LocalDate, localDate, localDateFrom, plainDate, weekdayOf } from './local-date.js';

export interface SeriesDate {
  readonly on: LocalDate;
  /** Why it is no working day, a weekend's day by its own name; null where it is one. To be shown: people decide, nothing is moved. */
  readonly holiday: DayName | null;
}

export type SeriesInput = { readonly kind: CadenceKind; readonly first: LocalDate } & ({ readonly count: number } | { readonly through: LocalDate });

const weekend: Readonly<Record<number, DayName>> = { 6: { da: 'lørdag', en: 'Saturday' }, 7: { da: 'søndag', en: 'Sunday' } };

/**
 * The days of a meeting held again and again, `first` among them, placed as people place meetings: on the
 * same weekday of the month as the first (its second Tuesday). A fifth one counts as the month's last.
 *
 * @throws CadenceInputError KIND_UNKNOWN, DATE_INVALID, DATE_OUT_OF_RANGE; NUMBER_INVALID where `count` is not 1 or more
 */
export function seriesDates(input: SeriesInput): SeriesDate[] {
  const { kind, first } = input;
  const count = 'count' in input ? input.count : Number.POSITIVE_INFINITY;
  const through = 'through' in input ? localDate(input.through) : undefined;
  if (through === undefined && (!Number.isSafeInteger(count) || count < 1)) throw new CadenceInputError('NUMBER_INVALID');
  const dates: SeriesDate[] = [];
  // A series begins at its start, where a recurring cadence of checks waits one period.
  for (let number = kind === 'ONCE' ? 1 : 0; dates.length < count; number++) {
    const months = monthsFromStart(kind, number);
    if (months === null) break;
    const on = placedAlike(first, months);
    if (through !== undefined && on > through) break;
    dates.push({ on, holiday: holidayOn(on)?.name ?? weekend[weekdayOf(on)] ?? null });
  }
  return dates;
}

/** The day that many months on with the weekday of `first` and its place in the month. */
function placedAlike(first: LocalDate, months: number): LocalDate {
  const place = Math.ceil(plainDate(first).day / 7);
  const monthStart = addMonths(localDateFrom(plainDate(first).with({ day: 1 })), months);
  const earliest = (weekdayOf(first) - weekdayOf(monthStart) + 7) % 7;
  const days = earliest + 7 * (place - 1);
  return addDays(monthStart, days < plainDate(monthStart).daysInMonth ? days : days - 7);
}
