import { useEffect, useState } from 'react';
import type { LocalDate } from '@kvarter/cadence';
import { cadenceCalendar } from './cadenceCalendar';
import { useLocale } from '../platform/i18n/locale';

/** A day on which nobody is at work: what makes it one, null for a plain weekend, and the working day after it. */
export interface FreeDay {
  holiday: string | null;
  next: string;
}

/** Whether a chosen day is no working day. */
export function useFreeDay(day: string | null): FreeDay | null {
  const { locale } = useLocale();
  const [known, setKnown] = useState<{ day: string; free: FreeDay | null } | null>(null);
  useEffect(() => {
    if (day === null) return;
    let wanted = true;
    cadenceCalendar()
      .then(({ holidayOn, isWorkingDay, localDate, nextWorkingDay }) => {
        const date: LocalDate = localDate(day);
        const free = isWorkingDay(date) ? null : { holiday: holidayOn(date)?.name[locale] ?? null, next: nextWorkingDay(date) };
        if (wanted) setKnown({ day, free });
      })
      // A year half typed is no day yet, and the hint is only a hint.
      .catch(() => wanted && setKnown(null));
    return () => {
      wanted = false;
    };
  }, [day, locale]);
  return known && known.day === day ? known.free : null;
}
