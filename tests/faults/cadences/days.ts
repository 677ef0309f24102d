/** Days and Danish time, reckoned apart from Kvarter's own: whole numbers of days, Easter from a table, clock changes by their rule. */

/** Days since 1 January 1970. */
export type Day = number;
/** Milliseconds since then, UTC. */
export type Moment = number;

const dayLength = 86_400_000;
const minuteLength = 60_000;

export const dayOf = (text: string): Day => Date.parse(`${text}T00:00:00Z`) / dayLength;
export const textOf = (day: Day): string => new Date(day * dayLength).toISOString().slice(0, 10);
const parts = (day: Day): [year: number, month: number, dayOfMonth: number] => textOf(day).split('-').map(Number) as [number, number, number];
/** 0 is Sunday. */
const weekdayOf = (day: Day): number => (day + 4) % 7;

/** The same day of the month so many months later, or that month's last. */
export function monthsLater(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = parts(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)) / dayLength;
}

/** As almanacs print them. */
const easterSundays: readonly Day[] = [
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
  '2034-04-09',
  '2035-03-25',
  '2036-04-13',
  '2037-04-05',
  '2038-04-25',
  '2039-04-10',
  '2040-04-01',
  '2041-04-21',
].map(dayOf);
/** Skærtorsdag, langfredag, 2. påskedag, Kristi himmelfartsdag, 2. pinsedag; the Sundays among them are Sundays anyway. */
const afterEaster = [-3, -2, 1, 39, 50];
const everyYear = ['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'];

const closed = new Set([
  ...easterSundays.flatMap((easter) => afterEaster.map((days) => easter + days)),
  ...easterSundays.flatMap((easter) => everyYear.map((monthDay) => dayOf(`${parts(easter)[0]}-${monthDay}`))),
]);

const [first, last] = [dayOf('2024-01-01'), dayOf('2041-12-31')];

/** Whether the public administration works that day. Throws for years the table doesn't have. */
export function isOpen(day: Day): boolean {
  if (day < first || day > last) throw new RangeError(`no Easter for ${textOf(day)} in the table`);
  return weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !closed.has(day);
}

/** The first open day on or after a day. */
export function openFrom(day: Day): Day {
  let open = day;
  while (!isOpen(open)) open += 1;
  return open;
}

/** The last open day on or before a day. */
export function openUntil(day: Day): Day {
  let open = day;
  while (!isOpen(open)) open -= 1;
  return open;
}

const lastSunday = (year: number, month: number): Day => {
  const last = Date.UTC(year, month, 0) / dayLength;
  return last - weekdayOf(last);
};

/**
 * When clocks in Denmark show a time of a day.
 * @param minutes since midnight; not between two and three, when they change
 */
export function momentOf(day: Day, minutes: number): Moment {
  const [year] = parts(day);
  const changed = minutes >= 180 ? 0 : 1;
  const summer = day >= lastSunday(year, 3) + changed && day < lastSunday(year, 10) + changed;
  return day * dayLength + (minutes - (summer ? 120 : 60)) * minuteLength;
}

export const textOfMoment = (moment: Moment): string => new Date(moment).toISOString();
