/** Generators of marks and edits for the property tests: few values, so that edits meet each other often. */
import * as fc from 'fast-check';
import { type FeatureKind, featureKinds, hasDetail, kindNames } from './feature-kinds.js';
import type { Geometry } from './geometry.js';
import type { EditInput } from './map-edit.js';
import { type DetailKey, detailKeys, type FeatureDetails, type FeatureState, timesOfDay, type Voice, voiceStances } from './map-feature.js';

export const geometries: readonly Geometry[] = [
  { type: 'Point', coordinates: [12, 55] },
  { type: 'Point', coordinates: [12.5, 55.5] },
  {
    type: 'LineString',
    coordinates: [
      [12, 55],
      [12.1, 55.1],
    ],
  },
];

const kind = fc.constantFrom<FeatureKind>('ASSOCIATION', 'UNSAFE_ZONE', 'CONCERNING_MILIEU', 'NOTE');
const text = fc.constantFrom('a', 'b', 'c');
const geometry = fc.constantFrom<Geometry | null>(...geometries, null);
const times = fc.constantFrom(...[['DAY'], ['EVENING', 'NIGHT'], ['WEEKEND']].map((some) => timesOfDay.filter((time) => some.includes(time))));
const voiceIds = ['v1', 'v2', 'v3'] as const;
const voice = fc.record({
  id: fc.constantFrom(...voiceIds),
  capacity: text,
  stance: fc.constantFrom(...voiceStances),
  saidOn: fc.constantFrom('2026-05-01', '2026-05-14'),
});
const detail = (key: DetailKey): fc.Arbitrary<FeatureDetails[DetailKey]> => (key === 'times' ? times : key === 'consent' ? fc.boolean() : text);

const voices = fc.uniqueArray(voice, { selector: ({ id }) => id, maxLength: 3 }).map((some): Voice[] => some.sort((a, b) => a.saidOn.localeCompare(b.saidOn)));

/** A mark that can stand: details of its kind only, voices in the order they were said. */
export const state: fc.Arbitrary<FeatureState> = fc.constantFrom(...kindNames).chain((ofKind) =>
  fc.record({
    kind: fc.constant(ofKind),
    name: text,
    note: fc.option(text),
    geometry,
    details: fc.record(Object.fromEntries(featureKinds[ofKind].details.map((key) => [key, detail(key)])), { requiredKeys: [] }),
    voices,
    outdated: fc.boolean(),
    removed: fc.boolean(),
  }),
);

export const present = state.map((any): FeatureState => ({ ...any, removed: false, outdated: false }));

/** The fields of an UPDATE, for any kind or for the details of one kind only. */
export const fields = (ofKind?: FeatureKind): fc.Arbitrary<Partial<EditInput>> =>
  fc.record(
    {
      ...(ofKind === undefined && { kind }),
      name: text,
      note: fc.option(text),
      geometry,
      details: fc.record(Object.fromEntries(detailKeys.filter((key) => !ofKind || hasDetail(ofKind, key)).map((key) => [key, fc.option(detail(key))])), {
        requiredKeys: [],
      }),
      addVoices: voices,
      withdrawVoices: fc.uniqueArray(fc.constantFrom(...voiceIds), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );

/** A state without what its voices' order says: two people's voices of one day may come in either order. */
export const unordered = (any: FeatureState): FeatureState => ({ ...any, voices: [...any.voices].sort((a, b) => a.id.localeCompare(b.id)) });
