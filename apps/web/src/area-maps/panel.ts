import type { FeatureKind, Geometry } from '@kvarter/geo';
import type { DrawnShape } from '../map/drawing';

/** What the panel beside the map is for just now. */
export type Panel =
  | { readonly type: 'none' }
  | { readonly type: 'kinds' }
  | { readonly type: 'drawing'; readonly kind: FeatureKind; readonly shape: DrawnShape; readonly featureId: string | null }
  | { readonly type: 'new'; readonly kind: FeatureKind; readonly geometry: Geometry | null }
  | { readonly type: 'feature'; readonly id: string }
  | { readonly type: 'reshape'; readonly id: string; readonly what: 'place' | 'form' }
  | { readonly type: 'legend' }
  | { readonly type: 'times' };

export const nothing: Panel = { type: 'none' };
