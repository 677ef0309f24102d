import type { Locale } from '@kvarter/contract';
import { CadenceInputError } from './cadence-input-error.js';
import { easterSunday } from './easter.js';
import { addDays, compareDates, type LocalDate, localDate, years } from './local-date.js';

export type DayName = Readonly<Record<Locale, string>>;

export interface Holiday {
  readonly on: LocalDate;
  readonly name: DayName;
  /** HOLIDAY: one of folkekirken's holidays. CLOSED: none of them, but the public administration does not work. */
  readonly kind: 'HOLIDAY' | 'CLOSED';
}

/** The last year in which store bededag was a holiday. */
const lastPrayerDay = 2023;

/** Days after Easter Sunday. */
const movable: readonly (readonly [days: number, da: string, en: string])[] = [
  [-3, 'skærtorsdag', 'Maundy Thursday'],
  [-2, 'langfredag', 'Good Friday'],
  [0, 'påskedag', 'Easter Sunday'],
  [1, '2. påskedag', 'Easter Monday'],
  [39, 'Kristi himmelfartsdag', 'Ascension Day'],
  [49, 'pinsedag', 'Whit Sunday'],
  [50, '2. pinsedag', 'Whit Monday'],
];

const fixed: readonly (readonly [monthDay: string, da: string, en: string, kind: Holiday['kind']])[] = [
  ['01-01', 'nytårsdag', "New Year's Day", 'HOLIDAY'],
  ['12-25', 'juledag', 'Christmas Day', 'HOLIDAY'],
  ['12-26', '2. juledag', 'Boxing Day', 'HOLIDAY'],
  ['06-05', 'grundlovsdag', 'Constitution Day', 'CLOSED'],
  ['12-24', 'juleaftensdag', 'Christmas Eve', 'CLOSED'],
  ['12-31', 'nytårsaftensdag', "New Year's Eve", 'CLOSED'],
];

const known = new Map<number, readonly Holiday[]>();

/**
 * The days of a year, in their order, on which the public administration in Denmark is closed whatever the
 * weekday. The holidays are those of folkekirken (the ordinance of 26 October 1770; listed one by one in
 * § 2, stk. 1, of lukkeloven since 2024). Store bededag was one until lov nr. 214 of 6 March 2023 made it a
 * working day from 1 January 2024. Grundlovsdag, 24 and 31 December are no holidays, but deadlines pass
 * over them alike: § 27, stk. 2, of forældelsesloven and § 36 a, stk. 5, of restaurationsloven. 1 May is a
 * working day by law, whatever is agreed locally. A day that is two at once is listed twice, the holiday first.
 *
 * @throws CadenceInputError NUMBER_INVALID where `year` is no whole number, DATE_OUT_OF_RANGE outside `years`
 */
export function holidaysOf(year: number): readonly Holiday[] {
  if (!Number.isSafeInteger(year)) throw new CadenceInputError('NUMBER_INVALID');
  if (year < years.first || year > years.last) throw new CadenceInputError('DATE_OUT_OF_RANGE');
  const holidays = known.get(year) ?? reckon(year);
  known.set(year, holidays);
  return holidays;
}

/** What makes a day no working day even on a weekday; null where nothing does. */
export const holidayOn = (date: LocalDate): Holiday | null => holidaysOf(Number(localDate(date).slice(0, 4))).find(({ on }) => on === date) ?? null;

function reckon(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const ofYear = year <= lastPrayerDay ? [...movable, [26, 'store bededag', 'Great Prayer Day'] as const] : movable;
  return [
    ...ofYear.map(([days, da, en]) => ({ on: addDays(easter, days), name: { da, en }, kind: 'HOLIDAY' as const })),
    ...fixed.map(([monthDay, da, en, kind]) => ({ on: localDate(`${year}-${monthDay}`), name: { da, en }, kind })),
  ].sort((a, b) => compareDates(a.on, b.on));
}
