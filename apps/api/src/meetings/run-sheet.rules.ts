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

export interface Staged {
  readonly stage: RunSheetStage;
  readonly state: MeetingState;
}

/** Whether an item can be done no longer, or needn't be: it was for before or in a meeting that is over, or the meeting was called off. */
export const isPast = ({ stage, state }: Staged): boolean =>
  state === MeetingState.CANCELLED || (state === MeetingState.CLOSED && stage !== RunSheetStage.AFTER);

/** Whether an item should have been done: due before today, undone, and not past. */
export const isLate = (item: Staged & { readonly dueOn: string; readonly done: boolean }, today: LocalDate): boolean =>
  !item.done && item.dueOn < today && !isPast(item);
