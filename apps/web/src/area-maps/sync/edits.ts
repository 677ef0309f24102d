import { assignmentsOf, changedFields, type EditInput, type FeatureDetails, type FeatureState } from '@kvarter/geo';
import type { WireFeature } from './MapServer';

/** An edit that waits for the server's word. */
export interface Queued {
  readonly edit: EditInput;
  /** The mark as its person saw it when they made the edit. */
  readonly seen: FeatureState | null;
  /** It may have reached the server: from then on it may only be repeated, not changed. */
  readonly sent: boolean;
  /** The server has applied it as this seq; it lies on top until the log has come that far. */
  readonly appliedAt?: number;
}

/** The mark as the server has told it. */
export interface Head {
  readonly version: number;
  readonly state: FeatureState;
  readonly updatedAt: string;
  readonly outsideBoundary: boolean;
}

/**
 * What to send next, in order: one edit a mark, since the next one's base is what this one makes.
 *
 * @param held marks that wait for a person's decision
 * @param most edits at most
 */
export function nextBatch(queue: readonly Queued[], held: ReadonlySet<string>, most: number): Queued[] {
  const taken = new Set(held);
  const batch: Queued[] = [];
  for (const queued of queue) {
    if (queued.appliedAt !== undefined) continue;
    if (taken.has(queued.edit.featureId)) continue;
    taken.add(queued.edit.featureId);
    batch.push(queued);
    if (batch.length >= most) break;
  }
  return batch;
}

/**
 * The edit that follows an earlier one of the same person on the same mark, once that one is applied. Its
 * person saw the mark with the earlier edit on it, but not what others did meanwhile: where it meets that,
 * it keeps the older base, so that the server says so.
 *
 * @param applied the mark as the earlier edit made it
 */
export function rebased({ edit, seen }: Queued, before: EditInput, applied: Pick<Head, 'version' | 'state'>): EditInput {
  const byOthers = seen ? changedFields(seen, applied.state) : [];
  const own = assignmentsOf(before);
  const set = assignmentsOf(edit, seen?.kind);
  const meets = edit.op === 'REMOVE' ? byOthers.length > 0 : byOthers.some((field) => set.has(field) && !own.has(field));
  return { ...edit, baseVersion: meets ? before.baseVersion : applied.version };
}

/** A mark of the wire as the rules know it. */
export function toState({ kind, name, note, geometry, details, voices, outdated, removed }: WireFeature): FeatureState {
  // GraphQL says null for what isn't filled in; the rules leave it out.
  const filled = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null)) as FeatureDetails;
  return { kind, name, note, geometry: geometry ?? null, details: filled, voices, outdated, removed };
}

export const toHead = (feature: WireFeature): Head => ({
  version: feature.version,
  state: toState(feature),
  updatedAt: feature.updatedAt,
  outsideBoundary: feature.outsideBoundary,
});
