/** On which days somebody is reminded of a check, from the day it is due (domain, section 9). */
import { addDays, agreementReminders, type FollowUpRules, instantOf, type LocalDate, laterOf } from '@kvarter/cadence';

/** What is reminded of ahead, too: who promised something wants to know before the day. Checks are work of their own day. */
const remindedAhead = 'AGREEMENT';
/** More closed days than ever follow each other. */
const closedDays = 14;

interface Reminded {
  readonly subjectType: string;
  readonly dueOn: LocalDate;
}

/** The day of the first reminder of a check made today: never before today, and at once where it is due. */
export function firstReminderOn({ subjectType, dueOn }: Reminded, today: LocalDate, rules: FollowUpRules): LocalDate {
  if (dueOn <= today) return dueOn;
  const [first] = agreementReminders(dueOn, dueOn, rules);
  return subjectType === remindedAhead && first?.kind === 'AHEAD' && first.on >= today ? first.on : dueOn;
}

/** The day of the next reminder after one that went out today. Those missed in between are not made up for. */
export function nextReminderOn({ dueOn }: Reminded, today: LocalDate, rules: FollowUpRules): LocalDate {
  const through = addDays(laterOf(dueOn, today), rules.reminderEveryDays + closedDays);
  const next = agreementReminders(dueOn, through, rules).find(({ on, to, kind }) => to === 'RESPONSIBLE' && kind !== 'AHEAD' && on > today);
  if (!next) throw new Error('two weeks without a working day');
  return next.on;
}

/** The day from which the coordinator is told as well. */
export function escalatedOn({ dueOn }: Reminded, rules: FollowUpRules): LocalDate {
  const turned = agreementReminders(dueOn, addDays(dueOn, rules.coordinatorAfterDays + closedDays), rules).find(({ to }) => to === 'COORDINATOR');
  if (!turned) throw new Error('two weeks without a working day');
  return turned.on;
}

/** Reminders of a day go out from its first moment on: what is due today shall be seen today. */
export const startOf = (day: LocalDate): Date => instantOf(day, '00:00');
