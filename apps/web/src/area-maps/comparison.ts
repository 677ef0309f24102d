import { type FieldKey, fieldOf, movedMetres } from '@kvarter/geo';
import type { CompareMapQuery } from '../generated/graphql';
import type { Mark } from '../map/marks';
import type { SharedFeature } from './sync/areaMap.types';
import { toState } from './sync/edits';
import type { WireFeature } from './sync/MapServer';
import { comparedMark } from './toMark';

export type Comparison = CompareMapQuery['compareMap'];
export type Changed = Comparison['changed'][number];

/** A mark of another time, as the page shows marks. */
export const asShown = (feature: WireFeature): SharedFeature => ({
  id: feature.id,
  version: feature.version,
  state: toState(feature),
  updatedAt: feature.updatedAt,
  outsideBoundary: feature.outsideBoundary,
  pending: false,
  trouble: false,
});

/** All marks of the later time, each with what became of it, and those that are gone since. */
export function comparedMarks(later: readonly WireFeature[], { added, removed, changed }: Comparison): ReadonlyMap<string, Mark> {
  const isNew = new Set(added.map(({ id }) => id));
  const differs = new Map(changed.map((one) => [one.after.id, one]));
  const marks = new Map<string, Mark>();
  for (const feature of later) {
    const change = differs.get(feature.id);
    const kind = isNew.has(feature.id) ? 'added' : change ? (change.fields.includes('geometry') ? 'moved' : 'changed') : null;
    marks.set(feature.id, comparedMark(asShown(feature), kind, change ? asShown(change.before) : null));
  }
  for (const feature of removed) marks.set(feature.id, comparedMark(asShown(feature), 'removed', null));
  return marks;
}

/** One line of what changed about a mark. */
export type ChangeLine =
  | { readonly what: 'moved'; readonly metres: number }
  | { readonly what: 'shape' | 'outdated' | 'not-outdated' }
  | { readonly what: 'voices'; readonly added: number; readonly gone: number }
  | { readonly what: 'field'; readonly field: FieldKey; readonly from: unknown; readonly to: unknown };

/** What changed, line by line, in the order of the form. */
export function changeLines({ before, after, fields, movedMetres: told }: Changed): ChangeLine[] {
  const [was, is] = [toState(before), toState(after)];
  // The wire knows the fields as text; they come from the same rules.
  const keys = fields as FieldKey[];
  const lines: ChangeLine[] = keys.flatMap((field): ChangeLine[] => {
    if (field === 'geometry') {
      const metres = told ?? (was.geometry && is.geometry ? movedMetres(was.geometry, is.geometry) : null);
      if (!was.geometry || !is.geometry) return [{ what: 'field', field, from: was.geometry, to: is.geometry }];
      return metres !== null && metres >= 1 ? [{ what: 'moved', metres }] : [{ what: 'shape' }];
    }
    if (field === 'outdated') return [{ what: is.outdated ? 'outdated' : 'not-outdated' }];
    if (field === 'removed' || field.startsWith('voices.')) return [];
    return [{ what: 'field', field, from: fieldOf(was, field), to: fieldOf(is, field) }];
  });
  const voices = keys.filter((field) => field.startsWith('voices.'));
  if (voices.length === 0) return lines;
  const added = voices.filter((field) => fieldOf(was, field) === null).length;
  const gone = voices.filter((field) => fieldOf(is, field) === null).length;
  return [...lines, { what: 'voices', added, gone }];
}
