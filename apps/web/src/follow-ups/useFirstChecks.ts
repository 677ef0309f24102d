import { useEffect, useState } from 'react';
import type { CadenceKind } from '../generated/graphql';
import { useToday } from '../platform/useToday';
import { cadenceCalendar } from './cadenceCalendar';

/** What a cadence would plan: the first days ahead, and how many have been missed already. */
export interface FirstChecks {
  ahead: string[];
  missed: number;
}

const shown = 3;

/** The plan of a cadence that is being thought about, by the rules it will be planned by. */
export function useFirstChecks(kind: CadenceKind, startsOn: string | null): FirstChecks | null {
  const today = useToday();
  const [known, setKnown] = useState<FirstChecks | null>(null);
  useEffect(() => {
    let wanted = true;
    const tell = (checks: FirstChecks | null) => {
      if (wanted) setKnown(checks);
    };
    if (startsOn === null) tell(null);
    else {
      cadenceCalendar()
        .then(({ localDate, plan }) => {
          const checks = plan({ kind, startsOn: localDate(startsOn), today: localDate(today) });
          const ahead = checks.filter(({ standsFor }) => standsFor === undefined).map(({ dueOn }) => dueOn);
          tell({ ahead: ahead.slice(0, shown), missed: checks[0]?.standsFor ?? 0 });
        })
        // A year half typed plans nothing.
        .catch(() => tell(null));
    }
    return () => {
      wanted = false;
    };
  }, [kind, startsOn, today]);
  return known;
}
