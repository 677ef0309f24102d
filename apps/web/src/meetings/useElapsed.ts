import { useEffect, useState } from 'react';

/** Whole minutes since a moment, counted on; null where nothing has begun. */
export function useElapsed(since: string | null | undefined): number | null {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!since) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, [since]);
  return since ? Math.max(0, Math.floor((now - Date.parse(since)) / 60_000)) : null;
}
