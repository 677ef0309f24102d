import { type FeatureKind, featureKinds } from './feature-kinds.js';

/** How many rounds may close without a word about a challenge before it fades; where rounds are not led, a meeting counts as one. */
export const roundsBeforeFading = 2;

/**
 * Whether a mark should be shown as outdated: a challenge that no person has touched (edited or given a
 * voice) since before its area was last gone through twice, so that no place is labelled for good.
 *
 * @param touchedAt when a person last touched it
 * @param closings when the area's rounds (or meetings, where rounds are not led) were closed, in any order
 */
export function hasFaded(kind: FeatureKind, touchedAt: Date, closings: readonly Date[]): boolean {
  if (featureKinds[kind].family !== 'challenge') return false;
  return closings.filter((closedAt) => closedAt > touchedAt).length >= roundsBeforeFading;
}
