/** A working day is Monday to Friday, less the days on which the public administration is closed. */
import { CadenceInputError } from './cadence-input-error.js';
import { holidayOn } from './holidays.js';
import { addDays, type LocalDate, weekdayOf } from './local-date.js';

export const isWorkingDay = (date: LocalDate): boolean => weekdayOf(date) <= 5 && !holidayOn(date);

/** The first working day on or after a day. */
export const nextWorkingDay = (date: LocalDate): LocalDate => nearest(date, 1);

/** The last working day on or before a day. */
export const previousWorkingDay = (date: LocalDate): LocalDate => nearest(date, -1);

/**
 * The working day so many working days after a day, or before it where `count` is negative; the day itself
 * is not counted. 0 is the first working day on or after it.
 *
 * @throws CadenceInputError NUMBER_INVALID where `count` is no whole number, DATE_OUT_OF_RANGE where the day is outside `years`
 */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  if (!Number.isSafeInteger(count)) throw new CadenceInputError('NUMBER_INVALID');
  if (count === 0) return nextWorkingDay(date);
  const step = count > 0 ? 1 : -1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left--) day = nearest(addDays(day, step), step);
  return day;
}

function nearest(date: LocalDate, step: 1 | -1): LocalDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
}
