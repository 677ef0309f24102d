import { defaultRules, type FollowUpRules } from './follow-up-rules.js';
import { addDays, addMonths, type LocalDate } from './local-date.js';
import { nextWorkingDay, previousWorkingDay } from './working-days.js';

/** A distance from an anchor, negative before it. */
export type Offset = ({ readonly days: number } | { readonly months: number }) & {
  /** Where to when it lands on no working day. Unless said: BEFORE up to the anchor's own day, being "at the latest"; AFTER from there on. */
  readonly move?: 'BEFORE' | 'AFTER';
};

/**
 * The working day at a distance from an anchor, such as a meeting or a deadline.
 *
 * @throws CadenceInputError NUMBER_INVALID where the distance is no whole number, DATE_INVALID, DATE_OUT_OF_RANGE
 */
export function offsetFrom(anchor: LocalDate, offset: Offset): LocalDate {
  const [amount, on] = 'days' in offset ? [offset.days, addDays(anchor, offset.days)] : [offset.months, addMonths(anchor, offset.months)];
  return (offset.move ?? (amount > 0 ? 'AFTER' : 'BEFORE')) === 'AFTER' ? nextWorkingDay(on) : previousWorkingDay(on);
}

/** The last working day on which feedback to a meeting's contributors is still in time: within 30 days (K), unless the rules say otherwise. */
export const feedbackDueOn = (meetingOn: LocalDate, { feedbackDays }: Pick<FollowUpRules, 'feedbackDays'> = defaultRules): LocalDate =>
  offsetFrom(meetingOn, { days: feedbackDays, move: 'BEFORE' });
