import { useEffect, useState } from 'react';
import { dayOf } from './i18n/days';

/** The day in Denmark, looked at again each minute: a page left open overnight knows that it is tomorrow. */
export function useToday(): string {
  const [today, setToday] = useState(() => dayOf(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setToday(dayOf(Date.now())), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
