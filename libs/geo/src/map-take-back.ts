import { type Assignments, assign, changedFields, type FieldKey, fieldOf } from './feature-fields.js';
import { hasDetail } from './feature-kinds.js';
import type { EditInput } from './map-edit.js';
import { detailKeys, type FeatureState, type FeatureVersion } from './map-feature.js';
import { editsTowards } from './map-undo.js';
import { same } from './same.js';

/** One edit as the log knows it. `before` is null for a CREATE. */
export interface LoggedEdit {
  readonly featureId: string;
  readonly before: FeatureState | null;
  readonly after: FeatureState;
}

export interface TakenBack {
  /** What to apply, in this order. */
  readonly edits: readonly EditInput[];
  /** How many of the person's edits are undone altogether, and of how many something stands. */
  readonly takenBack: number;
  readonly kept: number;
}

/**
 * Takes back one person's edits without touching anybody else's: from the last to the first, each field goes
 * back where it still is as that edit left it. A feature they created goes, and one they restored is removed
 * again, only if nobody has added to it.
 *
 * @param logged the person's edits, oldest first
 * @param heads the features they touched, as they are now
 */
export function takeBack(logged: readonly LoggedEdit[], heads: ReadonlyMap<string, FeatureVersion>, newId: () => string): TakenBack {
  const reached = new Map<string, FeatureState | null>();
  let takenBack = 0;
  for (const edit of logged.toReversed()) {
    const head = heads.get(edit.featureId);
    if (!head) continue;
    const now = reached.get(edit.featureId) ?? head.state;
    const { state, whole } = backBefore(edit, now);
    reached.set(edit.featureId, state);
    if (whole) takenBack += 1;
  }
  const edits = [...reached].flatMap(([featureId, to]) => {
    const head = heads.get(featureId) as FeatureVersion;
    return editsTowards(head.state, to, { featureId, baseVersion: head.version }, newId);
  });
  return { edits, takenBack, kept: logged.length - takenBack };
}

function backBefore({ before, after }: LoggedEdit, now: FeatureState): { state: FeatureState | null; whole: boolean } {
  if (!before) {
    if (now.removed) return { state: now, whole: true };
    return untouched(now, after) ? { state: null, whole: true } : { state: now, whole: false };
  }
  if (before.removed !== after.removed) {
    const may = now.removed === after.removed && (after.removed || untouched(now, after));
    return { state: may ? { ...now, removed: before.removed } : now, whole: may || now.removed === before.removed };
  }
  const keys = changedFields(before, after).filter((key) => key !== 'outdated');
  if (now.removed) return { state: now, whole: keys.length === 0 };
  const asLeft = keys.filter((key) => same(fieldOf(now, key), fieldOf(after, key)));
  const back = withFieldsOf(now, before, asLeft);
  if (fits(back)) return { state: back, whole: asLeft.length === keys.length };
  // The kind and its details don't fit what others have filled in since: those stay.
  const free = asLeft.filter((key) => key !== 'kind' && !key.startsWith('details.'));
  return { state: withFieldsOf(now, before, free), whole: false };
}

const untouched = (now: FeatureState, left: FeatureState): boolean => changedFields(now, left).every((key) => key === 'outdated');

function withFieldsOf(state: FeatureState, source: FeatureState, keys: readonly FieldKey[]): FeatureState {
  const values: Assignments = new Map(keys.map((key) => [key, fieldOf(source, key)]));
  return assign(state, values);
}

const fits = ({ kind, details }: FeatureState): boolean => detailKeys.every((key) => details[key] === undefined || hasDetail(kind, key));
