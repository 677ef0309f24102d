import type { FeatureKind } from './feature-kinds.js';
import type { Geometry } from './geometry.js';
import { type DetailKey, detailKeys, type FeatureState, type Voice } from './map-feature.js';
import { same } from './same.js';

/** The unit of merging: two people who change different fields of a mark don't disturb each other. */
export type FieldKey = 'kind' | 'name' | 'note' | 'geometry' | 'outdated' | 'removed' | `details.${DetailKey}` | `voices.${string}`;

/** New values of fields; null clears. */
export type Assignments = Map<FieldKey, unknown>;

const plainKeys = ['kind', 'name', 'note', 'geometry', 'outdated', 'removed'] as const;

/** The value of a field, null where it isn't filled in. */
export function fieldOf(state: FeatureState, key: FieldKey): unknown {
  if (key.startsWith('details.')) return state.details[key.slice(8) as DetailKey] ?? null;
  if (key.startsWith('voices.')) return state.voices.find(({ id }) => id === key.slice(7)) ?? null;
  return state[key as (typeof plainKeys)[number]] ?? null;
}

/** Which fields differ: `name`, `details.times`, `voices.<id>`, `removed` … */
export function changedFields(before: FeatureState, after: FeatureState): FieldKey[] {
  const voiceIds = new Set([...before.voices, ...after.voices].map(({ id }) => id));
  const keys: FieldKey[] = [...plainKeys, ...detailKeys.map((key): FieldKey => `details.${key}`), ...[...voiceIds].map((id): FieldKey => `voices.${id}`)];
  return keys.filter((key) => !same(fieldOf(before, key), fieldOf(after, key)));
}

/** The state with new values in some fields. A voice that wasn't there before ends the state of being outdated. */
export function assign(state: FeatureState, assignments: Assignments): FeatureState {
  const plain: Partial<Record<(typeof plainKeys)[number], unknown>> = {};
  const details: Partial<Record<DetailKey, unknown>> = { ...state.details };
  let { voices, outdated } = state;
  for (const [key, value] of assignments) {
    if (key.startsWith('details.')) {
      if (value === null) delete details[key.slice(8) as DetailKey];
      else details[key.slice(8) as DetailKey] = value;
    } else if (key.startsWith('voices.')) {
      const id = key.slice(7);
      const isNew = value !== null && voices.every((voice) => voice.id !== id);
      voices = withVoice(voices, id, value as Voice | null);
      if (isNew) outdated = false;
    } else {
      plain[key as (typeof plainKeys)[number]] = value;
    }
  }
  // The checks on the way in have given every field a value of its type.
  return { ...state, outdated, ...plain, details, voices } as FeatureState;
}

/** A state with some of its fields as in another one. */
export const withFields = (state: FeatureState, other: FeatureState, keys: Iterable<FieldKey>): FeatureState =>
  assign(state, new Map([...keys].map((key) => [key, fieldOf(other, key)])));

/** Voices in the order they were said; of one day the later come in later. */
function withVoice(voices: readonly Voice[], id: string, voice: Voice | null): readonly Voice[] {
  const place = voices.findIndex((other) => other.id === id);
  if (voice && voices[place]?.saidOn === voice.saidOn) return voices.with(place, voice);
  const others = voices.filter((other) => other.id !== id);
  if (!voice) return others;
  const after = others.findLastIndex(({ saidOn }) => saidOn <= voice.saidOn);
  return others.toSpliced(after + 1, 0, voice);
}

/** A mark as it is right after it was created with nothing but these. */
export const blankFeature = (kind: FeatureKind, name: string, geometry: Geometry | null = null): FeatureState => ({
  kind,
  name,
  note: null,
  geometry,
  details: {},
  voices: [],
  outdated: false,
  removed: false,
});
