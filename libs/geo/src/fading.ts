import { type FeatureKind, featureKinds } from './feature-kinds.js';

/** How many area meetings may close without a word about a challenge before it fades. */
export const roundsBeforeFading = 2;

/**
 * Whether a mark should be shown as outdated: a challenge that no person has touched (edited or given a
 * voice) since before the last two closed area meetings of its area, so that no place is labelled for good.
 *
 * @param touchedAt when a person last touched it
 * @param closedMeetings when the area's meetings were closed, in any order
 */
export function hasFaded(kind: FeatureKind, touchedAt: Date, closedMeetings: readonly Date[]): boolean {
  if (featureKinds[kind].family !== 'challenge') return false;
  return closedMeetings.filter((closedAt) => closedAt > touchedAt).length >= roundsBeforeFading;
}
