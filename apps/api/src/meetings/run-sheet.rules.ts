/** When the items of a run sheet are due; pure. */
import { type LocalDate, localDateOf, offsetFrom } from '@kvarter/cadence';
import { MeetingState } from './meeting.entity.js';
import { offsetOf } from './run-sheet.catalogue.js';
import { RunSheetStage } from './run-sheet.type.js';

export interface Dated {
  readonly key: string | null;
  readonly offsetDays: number;
}

/** The working day an item is due: what comes before the meeting moves to before, what comes after to after. On the day of the meeting itself nothing moves. */
export function dueOn(meetingAt: Date, { key, offsetDays }: Dated): LocalDate {
  const day = localDateOf(meetingAt);
  return offsetDays === 0 ? day : offsetFrom(day, offsetOf(key, offsetDays));
}

/**
 * Whether an item should have been done: due before today and still undone. What was to happen before or in a
 * meeting that is over no longer can; of one that was called off nothing has to.
 */
export function isLate(
  item: { readonly dueOn: string; readonly done: boolean; readonly stage: RunSheetStage },
  state: MeetingState,
  today: LocalDate,
): boolean {
  if (item.done || item.dueOn >= today || state === MeetingState.CANCELLED) return false;
  return item.stage === RunSheetStage.AFTER || state !== MeetingState.CLOSED;
}
