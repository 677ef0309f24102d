/** Days of the calendar as the api writes them, YYYY-MM-DD: counted without a clock, so that no zone can shift them. */

/** Everyone meets in Denmark, so every clock shows Danish time wherever the browser is. */
export const timeZone = 'Europe/Copenhagen';

const msPerDay = 86_400_000;
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone });

/** The Danish day of an instant. */
export const dayOf = (instant: string | Date | number): string => calendar.format(new Date(instant));

export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10);

/** Negative where `to` is the earlier one. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msPerDay;

/** The Monday of the week a day is in. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7));

/** ISO 8601, as in Danish calendars: the week with the year's first Thursday is its first. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}
