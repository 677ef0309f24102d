import { useMemo } from 'react';
import { dayOf, daysBetween, timeZone } from './days';
import { type Locale, useLocale } from './locale';

export { timeZone } from './days';

/** Up to so many days back one counts them; before that the date says more. */
const farBack = 60;

/**
 * Dates, numbers and distances as people write them: 14. maj 2026, kl. 14.05, 1.234,5, 350 m.
 * English keeps the 24-hour clock and the same order (14 May 2026).
 */
export function formats(locale: Locale) {
  const tag = locale === 'da' ? 'da-DK' : 'en-GB';
  const dateFormat = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone });
  const shortDate = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const monthYear = new Intl.DateTimeFormat(tag, { month: 'short', year: '2-digit', timeZone });
  const weekdayName = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone });
  const dayMonth = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone });
  const timeFormat = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone });
  const relativeFormat = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  // Days further back than the day before yesterday have a number and no name.
  const agoFormat = new Intl.RelativeTimeFormat(tag);
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const oneDecimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const at = locale === 'da' ? 'kl.' : 'at';
  // A short date stands in tables and never breaks.
  const short = (value: string | Date) => shortDate.format(new Date(value)).replaceAll(' ', '\u00a0');
  // Browsers disagree on whether a Danish weekday takes a "den"; it does.
  const weekday = (value: string | Date) => `${weekdayName.format(new Date(value))} ${locale === 'da' ? 'den ' : ''}${dayMonth.format(new Date(value))}`;
  const time = (value: string | Date) => timeFormat.format(new Date(value));

  return {
    /** 14. maj 2026 */
    date: (value: string | Date) => dateFormat.format(new Date(value)),
    /** 14. maj 2026, shortened where months are long: 14. sep. 2026 */
    shortDate: short,
    /** maj 26 */
    month: (value: string | Date) => monthYear.format(new Date(value)),
    /** torsdag den 14. maj */
    weekday,
    /** 14.05 */
    time,
    /** 14. maj 2026 kl. 14.05 */
    dateTime: (value: string | Date) => `${dateFormat.format(new Date(value))} ${at} ${time(value)}`,
    /** For a minute, hours and days back or ahead; older things get their date. */
    relative: (value: string | Date, now = Date.now()) => {
      const seconds = (new Date(value).getTime() - now) / 1000;
      const size = Math.abs(seconds);
      if (size < 45) return locale === 'da' ? 'lige nu' : 'just now';
      if (size < 59.5 * 60) return relativeFormat.format(Math.round(seconds / 60), 'minute');
      if (size < 22 * 3600) return relativeFormat.format(Math.round(seconds / 3600), 'hour');
      if (size < 7 * 86400) return relativeFormat.format(Math.round(seconds / 86400), 'day');
      if (size < 60 * 86400) return short(value);
      if (size < 2 * 365 * 86400) return relativeFormat.format(Math.round(seconds / (30.4 * 86400)), 'month');
      return short(value);
    },
    /** For something ahead: the day in words, with its clock. */
    upcoming: (value: string | Date, now = Date.now()) => {
      const days = daysBetween(dayOf(now), dayOf(value));
      const day = days === 0 || days === 1 ? relativeFormat.format(days, 'day') : `${weekday(value)}${otherYear(value, now)}`;
      return `${day} ${at} ${time(value)}`;
    },
    /** A day in words, as seen from today: for 3 dage siden, i dag, torsdag den 26. november. */
    day: (day: string, today: string) => {
      const days = daysBetween(today, day);
      if (Math.abs(days) <= 1) return relativeFormat.format(days, 'day');
      if (days > 0) return `${weekday(day)}${otherYear(day, Date.parse(today))}`;
      return days >= -farBack ? agoFormat.format(days, 'day') : dateFormat.format(new Date(day));
    },
    /** 23.-29. november */
    span: (from: string, to: string) => dayMonth.formatRange(new Date(from), new Date(to)),
    number: (value: number) => oneDecimal.format(value),
    /** Metres below one kilometre, then kilometres with one decimal. */
    distance: (metres: number) => (metres < 1000 ? `${whole.format(metres)} m` : `${oneDecimal.format(metres / 1000)} km`),
    /** A, B og C */
    list: (items: string[]) => lists.format(items),
  };
}

const yearOf = (value: string | Date | number) => dayOf(value).slice(0, 4);

/** " 2027", or nothing in the year that it is. */
const otherYear = (value: string | Date, now: number) => (yearOf(value) === yearOf(now) ? '' : ` ${yearOf(value)}`);

export type Formats = ReturnType<typeof formats>;

export function useFormats(): Formats {
  const { locale } = useLocale();
  return useMemo(() => formats(locale), [locale]);
}
