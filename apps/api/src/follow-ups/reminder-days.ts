/** On which days somebody is reminded of a check, from the day it is due (domain, section 9). */
import { addDays, agreementReminders, instantOf, type LocalDate, laterOf } from '@kvarter/cadence';

/** What is reminded of ahead, too: who promised something wants to know before the day. Checks are work of their own day. */
const remindedAhead = 'AGREEMENT';
/** Days that hold at least one weekly reminder, closed days and all. */
const overAWeek = 21;

interface Reminded {
  readonly subjectType: string;
  readonly dueOn: LocalDate;
}

/** The day of the first reminder of a check made today: never before today, and at once where it is due. */
export function firstReminderOn({ subjectType, dueOn }: Reminded, today: LocalDate): LocalDate {
  if (dueOn <= today) return dueOn;
  const [first] = agreementReminders(dueOn, dueOn);
  return subjectType === remindedAhead && first?.kind === 'AHEAD' && first.on >= today ? first.on : dueOn;
}

/** The day of the next reminder after one that went out today. Those missed in between are not made up for. */
export function nextReminderOn({ dueOn }: Reminded, today: LocalDate): LocalDate {
  const next = agreementReminders(dueOn, addDays(laterOf(dueOn, today), overAWeek)).find(
    ({ on, to, kind }) => to === 'RESPONSIBLE' && kind !== 'AHEAD' && on > today,
  );
  if (!next) throw new Error('a week without a working day');
  return next.on;
}

/** The day from which the coordinator is told as well. */
export function escalatedOn({ dueOn }: Reminded): LocalDate {
  const turned = agreementReminders(dueOn, addDays(dueOn, overAWeek)).find(({ to }) => to === 'COORDINATOR');
  if (!turned) throw new Error('two weeks without a working day');
  return turned.on;
}

/** Reminders of a day go out from its first moment on: what is due today shall be seen today. */
export const startOf = (day: LocalDate): Date => instantOf(day, '00:00');
