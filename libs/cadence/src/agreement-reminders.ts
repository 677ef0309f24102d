import { defaultRules, type FollowUpRules } from './follow-up-rules.js';
import { addDays, compareDates, type LocalDate, localDate } from './local-date.js';
import { offsetFrom } from './offsets.js';
import { nextWorkingDay } from './working-days.js';

export interface AgreementReminder {
  readonly on: LocalDate;
  readonly to: 'RESPONSIBLE' | 'COORDINATOR';
  readonly kind: 'AHEAD' | 'DUE' | 'OVERDUE';
}

/**
 * The reminders of an agreement that nobody has reported on, on or before `through`, by day: 3 days before,
 * on the day, then weekly to the responsible; after 14 days once to the coordinator, in between the weekly
 * ones (K), unless the rules say otherwise. All on working days: the one ahead moves to before, so that it stays ahead, the others to
 * after, as a deadline on a closed day does. They count from the day the agreement is due.
 *
 * @throws CadenceInputError DATE_INVALID, DATE_OUT_OF_RANGE
 */
export function agreementReminders(dueOn: LocalDate, through: LocalDate, rules: FollowUpRules = defaultRules): AgreementReminder[] {
  const { agreementAheadDays, reminderEveryDays, coordinatorAfterDays } = rules;
  let latest = nextWorkingDay(dueOn);
  const reminders: AgreementReminder[] = [
    { on: offsetFrom(dueOn, { days: -agreementAheadDays }), to: 'RESPONSIBLE', kind: 'AHEAD' },
    { on: latest, to: 'RESPONSIBLE', kind: 'DUE' },
    { on: offsetFrom(dueOn, { days: coordinatorAfterDays }), to: 'COORDINATOR', kind: 'OVERDUE' },
  ];
  for (let late = addDays(dueOn, reminderEveryDays); late <= localDate(through); late = addDays(late, reminderEveryDays)) {
    const on = nextWorkingDay(late);
    // Days that follow each other may meet after a weekend.
    if (on > latest) reminders.push({ on, to: 'RESPONSIBLE', kind: 'OVERDUE' });
    latest = on;
  }
  return reminders.filter(({ on }) => on <= through).sort((a, b) => compareDates(a.on, b.on));
}
