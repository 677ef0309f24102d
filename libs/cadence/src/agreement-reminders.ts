import { defaultRules } from './default-rules.js';
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
 * ones (K). All on working days: the one ahead moves to before, so that it stays ahead, the others to
 * after, as a deadline on a closed day does. Weeks count from the day the agreement is due.
 *
 * @throws CadenceInputError DATE_INVALID, DATE_OUT_OF_RANGE
 */
export function agreementReminders(dueOn: LocalDate, through: LocalDate): AgreementReminder[] {
  const { ahead, everyDays, coordinatorAfter } = defaultRules.agreement;
  const reminders: AgreementReminder[] = [
    { on: offsetFrom(dueOn, ahead), to: 'RESPONSIBLE', kind: 'AHEAD' },
    { on: nextWorkingDay(dueOn), to: 'RESPONSIBLE', kind: 'DUE' },
    { on: offsetFrom(dueOn, coordinatorAfter), to: 'COORDINATOR', kind: 'OVERDUE' },
  ];
  for (let late = addDays(dueOn, everyDays); late <= localDate(through); late = addDays(late, everyDays)) {
    reminders.push({ on: nextWorkingDay(late), to: 'RESPONSIBLE', kind: 'OVERDUE' });
  }
  return reminders.filter(({ on }) => on <= through).sort((a, b) => compareDates(a.on, b.on));
}
