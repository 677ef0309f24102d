/** What one should know of a date before people are invited; nothing is moved, people decide. */
import { holidayOn, localDateOf, seriesDates } from '@kvarter/cadence';
import type { Locale } from '../platform/auth/actor.js';
import type { MeetingWarning } from './meeting.type.js';

const words = {
  da: {
    day: (date: string, name: string) => `${date} er ${name}. Mødet er sat til den dag; flyt det, hvis folk ikke kan komme.`,
  },
  en: {
    day: (date: string, name: string) => `${date} is ${name}. The meeting is set for that day; move it if people cannot come.`,
  },
} as const;

/** In the order of the dates; none for a working day. */
export function warningsOf(starts: readonly Date[], locale: Locale): MeetingWarning[] {
  const written = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
  return starts.flatMap((startsAt) => {
    const on = localDateOf(startsAt);
    const [day] = seriesDates({ kind: 'ONCE', first: on, count: 1 });
    if (!day?.holiday) return [];
    return [{ code: holidayOn(on) ? 'HOLIDAY' : 'WEEKEND', message: words[locale].day(written.format(startsAt), day.holiday[locale]), on }];
  });
}
