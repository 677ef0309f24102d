/** Between the clock on the wall in Denmark and moments in time, whatever zone the process runs in. */
import { Temporal } from 'temporal-polyfill';
import { CadenceInputError } from './cadence-input-error.js';
import { type LocalDate, localDateFrom, plainDate } from './local-date.js';

const zone = 'Europe/Copenhagen';

/**
 * The moment at which clocks in Denmark show a time of a day. In the hour that spring leaves out it is an
 * hour later (02:30 becomes 03:30); of the hour that autumn has twice it is the first.
 *
 * @param time 'HH:MM', 00:00 to 23:59
 * @throws CadenceInputError DATE_INVALID, DATE_OUT_OF_RANGE, TIME_INVALID
 */
export function instantOf(date: LocalDate, time: string): Date {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new CadenceInputError('TIME_INVALID');
  const local = plainDate(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/**
 * The day it is in Denmark at a moment.
 *
 * @throws CadenceInputError INSTANT_INVALID for an invalid Date, DATE_OUT_OF_RANGE outside `years`
 */
export function localDateOf(instant: Date): LocalDate {
  const milliseconds = instant.getTime();
  if (Number.isNaN(milliseconds)) throw new CadenceInputError('INSTANT_INVALID');
  return localDateFrom(Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone).toPlainDate());
}

/**
 * What clocks in Denmark show at a moment, 'HH:MM'.
 *
 * @throws CadenceInputError INSTANT_INVALID for an invalid Date
 */
export function localTimeOf(instant: Date): string {
  const milliseconds = instant.getTime();
  if (Number.isNaN(milliseconds)) throw new CadenceInputError('INSTANT_INVALID');
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
