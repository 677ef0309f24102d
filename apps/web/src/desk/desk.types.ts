import type { DeskQuery } from '../generated/graphql';
import type { Failure } from '../platform/failure';

/** A check of one's own. */
export type DeskItem = DeskQuery['myFollowUps'][number];
export type Awaited = DeskQuery['awaitedAgreements'][number];

/** What one says about a check: done, on another day, or not at all. */
export type Task = 'done' | 'later' | 'skip';

export interface Answer {
  task: Task;
  /** Needed where it is not done. */
  note: string;
  /** The new day; only for later. */
  dueOn: string | null;
}

/** An answer that was given in this visit; it counts at once, while it is still on its way. */
export interface Answered {
  item: DeskItem;
  answer: Answer;
  /** On its way. */
  pending: boolean;
}

/** An answer that the server did not take. */
export interface Refused {
  answer: Answer;
  failure: Failure;
}
