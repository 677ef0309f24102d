/** When mails that wait for each other go out. */
import { addDays, instantOf, type LocalDate, localDateOf, nextWorkingDay, previousWorkingDay, weekdayOf } from '@kvarter/cadence';

/** How a member wants mails that can wait. */
export type Rhythm = 'EACH' | 'DAILY' | 'WEEKLY';

const time = '07:30';

/**
 * The newest moment not after `now`, and the one after it: 07:30 in Denmark on working days, or on Mondays (the next
 * working day, where Monday is a holiday).
 */
export function digestMoments(rhythm: 'DAILY' | 'WEEKLY', now: Date): { last: Date; next: Date } {
  const today = localDateOf(now);
  const moment = (day: LocalDate) => instantOf(day, time);
  if (rhythm === 'DAILY') {
    const newest = previousWorkingDay(today);
    const last = moment(newest) <= now ? newest : previousWorkingDay(addDays(newest, -1));
    return { last: moment(last), next: moment(nextWorkingDay(addDays(last, 1))) };
  }
  const monday = addDays(today, 1 - weekdayOf(today));
  // A week of nothing but holidays would end in the next one's day; around Christmas it comes close.
  const days = [-14, -7, 0, 7, 14].map((offset) => nextWorkingDay(addDays(monday, offset)));
  const last = days.findLast((day) => moment(day) <= now) as LocalDate;
  return { last: moment(last), next: moment(days.find((day) => moment(day) > now) as LocalDate) };
}

/**
 * Whether a mail has to wait for others, and until when; null: it goes now.
 * @param dueSince from when on it could be sent
 */
export function waitsUntil(rhythm: Rhythm, dueSince: Date, now: Date): Date | null {
  if (rhythm === 'EACH') return null;
  const { last, next } = digestMoments(rhythm, now);
  return dueSince <= last ? null : next;
}
