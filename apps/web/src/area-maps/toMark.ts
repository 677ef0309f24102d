import type { Mark, MarkChange } from '../map/marks';
import type { SharedFeature } from './sync/areaMap.types';

const made = new WeakMap<SharedFeature, Mark>();

/** A mark for the canvas; the same object as long as the feature is the same. */
export function toMark(feature: SharedFeature): Mark {
  const known = made.get(feature);
  if (known) return known;
  const { id, state, trouble } = feature;
  const mark: Mark = {
    id,
    kind: state.kind,
    name: state.name,
    geometry: state.geometry,
    outdated: state.outdated || state.removed,
    ...(trouble ? { trouble } : {}),
  };
  made.set(feature, mark);
  return mark;
}

/** A mark as it differs between two times. */
export const comparedMark = (feature: SharedFeature, change: MarkChange | null, from: SharedFeature | null): Mark => ({
  ...toMark(feature),
  ...(change ? { change } : {}),
  ...(change === 'moved' && from?.state.geometry ? { from: from.state.geometry } : {}),
});
