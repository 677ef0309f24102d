/** A day that a person chose, held against what is reckoned from it before it is kept. */
import { addDays, addMonths, CadenceInputError, type LocalDate, localDate, monthsAhead } from '@kvarter/cadence';
import type { FieldName } from '@kvarter/contract';
import { refuse } from '../platform/graphql/errors.js';

/** Reminders go out before a day, and plans reach past their end by one check and its working day. */
const room = { daysBefore: 31, monthsAfter: 2 * monthsAhead };

/** @throws INVALID_INPUT for what is no day, or one too far away for the days that follow from it */
export function checkedDay(given: string, field: FieldName): LocalDate {
  try {
    const day = localDate(given);
    addDays(day, -room.daysBefore);
    addMonths(day, room.monthsAfter);
    return day;
  } catch (error) {
    if (error instanceof CadenceInputError) throw refuse('DAY_OUT_OF_RANGE', {}, { field });
    throw error;
  }
}
