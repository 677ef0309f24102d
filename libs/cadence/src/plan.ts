import { CadenceInputError } from './cadence-input-error.js';
import { type CadenceKind, monthsFromStart } from './cadence-kinds.js';
import { addMonths, laterOf, type LocalDate, localDate } from './local-date.js';
import { nextWorkingDay } from './working-days.js';

/** How far ahead is planned unless said otherwise (K). */
export const monthsAhead = 24;

/** Days on hold, both inclusive; without `through` until further notice. */
export interface Pause {
  readonly from: LocalDate;
  readonly through?: LocalDate | null;
}

/** The rule that produces checks. */
export interface Cadence {
  readonly kind: CadenceKind;
  readonly startsOn: LocalDate;
  /** The last day on which a check may be due. */
  readonly endsOn?: LocalDate | null;
  readonly pauses?: readonly Pause[];
}

export interface Check {
  /** Its number in the cadence, 1 for the first: the same whenever it is planned, so fit for a unique key. */
  readonly index: number;
  /** The day by the rule, counted from `startsOn`. */
  readonly plannedOn: LocalDate;
  /** The working day on or after `plannedOn`. */
  readonly dueOn: LocalDate;
  /** On an overdue check only: how many missed checks it stands for, itself included. */
  readonly standsFor?: number;
}

export interface PlanInput extends Cadence {
  readonly today: LocalDate;
  /** Plans every check whose `plannedOn` is on or before this day; 24 months from `startsOn` or `today`, the later, unless given. */
  readonly through?: LocalDate;
  /** The index of the last check planned before, 0 for none: what comes is what follows it. */
  readonly after?: number;
}

/**
 * The checks of a cadence, by due day. All missed ones (due before `today`) are one overdue check with the
 * days and index of the last of them; ahead follow all others, strictly later each. Checks due during a
 * pause are left out and not missed; the rest keep their days, so that a pause moves nothing that people
 * have in their calendars. A check that a weekend or holiday would carry past `endsOn` is left out.
 *
 * To extend a plan, call again with `after`: the two lists are the one that a single call would have given.
 *
 * @throws CadenceInputError KIND_UNKNOWN, DATE_INVALID, DATE_OUT_OF_RANGE, PAUSE_REVERSED; NUMBER_INVALID where `after` is none
 */
export function plan({ kind, startsOn, endsOn, pauses = [], today, through, after = 0 }: PlanInput): Check[] {
  if (!Number.isSafeInteger(after) || after < 0) throw new CadenceInputError('NUMBER_INVALID');
  for (const date of [startsOn, today, endsOn, through]) if (date !== undefined && date !== null) localDate(date);
  for (const pause of pauses) checkPause(pause);
  // Never less far than today, so that one check stands for all that were missed.
  const horizon = through === undefined ? addMonths(laterOf(startsOn, today), monthsAhead) : laterOf(through, today);

  let missed = 0;
  let lastMissed: Check | undefined;
  const ahead: Check[] = [];
  for (const check of checksOf(kind, startsOn, after)) {
    if (check.plannedOn > horizon || (endsOn && check.dueOn > endsOn)) break;
    if (pauses.some((pause) => isOnHold(pause, check.dueOn))) continue;
    if (check.dueOn >= today) ahead.push(check);
    else {
      missed += 1;
      lastMissed = check;
    }
  }
  return lastMissed ? [{ ...lastMissed, standsFor: missed }, ...ahead] : ahead;
}

function* checksOf(kind: CadenceKind, startsOn: LocalDate, after: number): Generator<Check> {
  for (let index = after + 1; ; index++) {
    // From the start each time: month ends would drift if counted from check to check.
    const months = monthsFromStart(kind, index);
    if (months === null) return;
    const plannedOn = addMonths(startsOn, months);
    yield { index, plannedOn, dueOn: nextWorkingDay(plannedOn) };
  }
}

const isOnHold = ({ from, through }: Pause, date: LocalDate): boolean => date >= from && (!through || date <= through);

function checkPause({ from, through }: Pause): void {
  localDate(from);
  if (through && localDate(through) < from) throw new CadenceInputError('PAUSE_REVERSED');
}
