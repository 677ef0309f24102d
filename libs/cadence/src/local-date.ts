/** Days of the calendar, without a time and without a zone. Temporal does the counting, so that no Date can shift a day. */
import { Temporal } from 'temporal-polyfill';
import { CadenceInputError } from './cadence-input-error.js';

declare const brand: unique symbol;

/** A day as ISO text, 'YYYY-MM-DD'. Two of them compare with `<` as their days do. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The years that days are taken from: wide enough for any plan, narrow enough to catch a year mistyped. */
export const years = { first: 1990, last: 2299 } as const;

/** More days or months than `years` has, and few enough for Temporal to count. */
const furthest = 200_000;

/**
 * Reads a day from outside.
 *
 * @throws CadenceInputError DATE_INVALID where it is no 'YYYY-MM-DD' or no day of the calendar, DATE_OUT_OF_RANGE outside `years`
 */
export function localDate(text: unknown): LocalDate {
  plainDate(text);
  return text as LocalDate;
}

/** The same day as Temporal has it. @throws CadenceInputError as localDate does */
export function plainDate(text: unknown): Temporal.PlainDate {
  // Temporal itself also takes '20260203', times and zones, which would then compare wrongly as text.
  const [, year, month, day] = (typeof text === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)) || [];
  let date: Temporal.PlainDate;
  try {
    date = Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' });
  } catch {
    throw new CadenceInputError('DATE_INVALID');
  }
  return withinYears(date);
}

/** @throws CadenceInputError DATE_OUT_OF_RANGE outside `years` */
export const localDateFrom = (date: Temporal.PlainDate): LocalDate => withinYears(date).toString() as LocalDate;

/**
 * The day so many days later, or earlier where `days` is negative.
 *
 * @throws CadenceInputError NUMBER_INVALID where `days` is no whole number, DATE_OUT_OF_RANGE where the day is outside `years`
 */
export const addDays = (date: LocalDate, days: number): LocalDate => localDateFrom(plainDate(date).add({ days: amount(days) }));

/**
 * The same day of the month so many months later or earlier, or the month's last day where it has no such
 * day (as § 27, stk. 1, of forældelsesloven counts). Always count from where the counting began: from
 * 31 January, two steps of one month end on 28 March, one step of two months on the 31st.
 *
 * @throws CadenceInputError as addDays does
 */
export const addMonths = (date: LocalDate, months: number): LocalDate => localDateFrom(plainDate(date).add({ months: amount(months) }));

export const weekdayOf = (date: LocalDate): Weekday => plainDate(date).dayOfWeek as Weekday;

/** For sorting: negative where `a` is the earlier day, 0 where they are the same. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

function amount(given: number): number {
  if (!Number.isSafeInteger(given)) throw new CadenceInputError('NUMBER_INVALID');
  if (Math.abs(given) > furthest) throw new CadenceInputError('DATE_OUT_OF_RANGE');
  return given;
}

function withinYears(date: Temporal.PlainDate): Temporal.PlainDate {
  if (date.year < years.first || date.year > years.last) throw new CadenceInputError('DATE_OUT_OF_RANGE');
  return date;
}
