/** Days and hours of the story, told from the day of seeding, by the clock on a Danish wall. */

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'medium' });

/** How far the Danish clock is ahead of UTC at an instant, in milliseconds. */
const ahead = (/** @type {Date} */ instant) => Date.parse(`${wall.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant.getTime() / 1000) * 1000;

/** @type {(instant: Date) => string} the day in Denmark, as 2026-05-14 */
export const dayOf = (instant) => wall.format(instant).slice(0, 10);

/** @type {(day: string, clock: string) => Date} the instant of a Danish day and clock, `clock` as 16:30 */
export const instantOf = (day, clock) => {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  return new Date(asUtc - ahead(new Date(asUtc)));
};

/** @type {(instant: Date, days: number) => Date} */
export const addDays = (instant, days) => new Date(instant.getTime() + days * 86_400_000);

/** @type {(instant: Date, minutes: number) => Date} */
export const addMinutes = (instant, minutes) => new Date(instant.getTime() + minutes * 60_000);

/**
 * The day of a weekday nearest to so many months from an instant.
 * @type {(instant: Date, months: number, weekday: number) => string} weekday from 0, Sunday; months may be negative
 */
export const weekdayNear = (instant, months, weekday) => {
  const day = new Date(`${dayOf(instant)}T12:00:00Z`);
  const [wanted, monthFrom0] = [day.getUTCDate(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(day.getUTCFullYear(), monthFrom0 + 1, 0)).getUTCDate();
  const near = new Date(Date.UTC(day.getUTCFullYear(), monthFrom0, Math.min(wanted, last), 12));
  const off = (weekday - near.getUTCDay() + 10) % 7;
  return addDays(near, off - 3)
    .toISOString()
    .slice(0, 10);
};

/**
 * The day so many days from an instant; one at a weekend moves further away from it, so that what is late stays late and what is ahead stays ahead.
 * @type {(instant: Date, days: number) => string}
 */
export const weekdayFrom = (instant, days) => {
  const day = addDays(new Date(`${dayOf(instant)}T12:00:00Z`), days);
  const weekday = day.getUTCDay();
  const [back, on] = [{ 0: -2, 6: -1 }[weekday] ?? 0, { 0: 1, 6: 2 }[weekday] ?? 0];
  return dayOf(addDays(day, days < 0 ? back : on));
};
