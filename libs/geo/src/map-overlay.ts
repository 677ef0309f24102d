import { assign, blankFeature } from './feature-fields.js';
import { assignmentsOf, type EditInput } from './map-edit.js';
import type { FeatureState } from './map-feature.js';

/**
 * A feature as its own person sees it while edits are on their way: those edits laid over what the server
 * has told, in order. Null where there is nothing yet. An edit that finds nothing to work on changes nothing.
 */
export const overlay = (head: FeatureState | null, pending: readonly EditInput[]): FeatureState | null => pending.reduce(laidOver, head);

function laidOver(state: FeatureState | null, edit: EditInput): FeatureState | null {
  if (!state) {
    if (edit.op !== 'CREATE' || !edit.kind || !edit.name) return null;
    return assign(blankFeature(edit.kind, edit.name), assignmentsOf(edit));
  }
  switch (edit.op) {
    case 'CREATE':
      return state;
    case 'REMOVE':
      return { ...state, removed: true };
    case 'RESTORE':
      return { ...state, removed: false };
    case 'UPDATE':
      return state.removed ? state : assign(state, assignmentsOf(edit, state.kind));
  }
}
