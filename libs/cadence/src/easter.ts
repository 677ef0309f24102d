import { Temporal } from 'temporal-polyfill';
import { type LocalDate, localDateFrom } from './local-date.js';

/**
 * Easter Sunday, the first Sunday after the first full moon of the church on or after 21 March, by the
 * algorithm of an anonymous correspondent (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8).
 * The one-letter names are those of the literature.
 *
 * @param year of the Gregorian calendar
 * @throws CadenceInputError DATE_OUT_OF_RANGE outside `years`
 */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return localDateFrom(Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 }));
}
