import { changedFields, type FieldKey, fieldOf } from './feature-fields.js';
import type { EditInput } from './map-edit.js';
import { type DetailKey, detailKeys, type FeatureDetails, type FeatureState, type Voice } from './map-feature.js';

export interface EditIds {
  readonly editId: string;
  readonly featureId: string;
  readonly baseVersion: number;
}

/**
 * The edit that takes another one back, to be sent against the version that one made; null where it changed
 * nothing. It brings back every field but `outdated`, which is Kvarter's own to set.
 *
 * @param before the state before the edit, null for a CREATE
 */
export function inverseOf(before: FeatureState | null, after: FeatureState, ids: EditIds): EditInput | null {
  return editsTowards(after, before, ids, () => ids.editId)[0] ?? null;
}

/**
 * The edits, in order, that lead from one state of a feature to another (null: not there): at most an
 * UPDATE, and a REMOVE after or a RESTORE before it.
 *
 * @param ids.baseVersion the version of `from`; each edit counts one further
 */
export function editsTowards(from: FeatureState, to: FeatureState | null, ids: Omit<EditIds, 'editId'>, newId: () => string): EditInput[] {
  const edits: EditInput[] = [];
  const add = (edit: Pick<EditInput, 'op'> & Partial<EditInput>): void => {
    edits.push({ ...edit, editId: newId(), featureId: ids.featureId, baseVersion: ids.baseVersion + edits.length });
  };
  const gone = to === null || to.removed;
  if (from.removed && gone) return edits;
  if (from.removed) add({ op: 'RESTORE' });
  if (to) {
    const keys = changedFields(from, to).filter((key) => key !== 'removed' && key !== 'outdated');
    if (keys.length > 0) add({ op: 'UPDATE', ...fieldsOf(to, keys) });
  }
  if (gone) add({ op: 'REMOVE' });
  return edits;
}

/** The input fields that set some fields to what they are in a state. */
function fieldsOf(state: FeatureState, keys: readonly FieldKey[]): Partial<EditInput> {
  const details: Partial<Record<DetailKey, FeatureDetails[DetailKey] | null>> = {};
  for (const key of detailKeys) if (keys.includes(`details.${key}`)) details[key] = state.details[key] ?? null;
  const voiceKeys = keys.filter((key) => key.startsWith('voices.'));
  const addVoices = voiceKeys.map((key) => fieldOf(state, key) as Voice | null).filter((voice) => voice !== null);
  const withdrawVoices = voiceKeys.filter((key) => fieldOf(state, key) === null).map((key) => key.slice(7));
  return {
    ...(keys.includes('kind') && { kind: state.kind }),
    ...(keys.includes('name') && { name: state.name }),
    ...(keys.includes('note') && { note: state.note }),
    ...(keys.includes('geometry') && { geometry: state.geometry }),
    // Each key keeps its own type: the values come from a state.
    ...(Object.keys(details).length > 0 && { details: details as EditInput['details'] }),
    ...(addVoices.length > 0 && { addVoices }),
    ...(withdrawVoices.length > 0 && { withdrawVoices }),
  };
}
