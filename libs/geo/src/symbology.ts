import type { FeatureKind } from './feature-kinds.js';

/**
 * How a kind is drawn. Resources are circles, challenges diamonds, the rest are told apart by their
 * outline, so that grey print and colour-blind eyes do without the colour.
 */
export interface Symbol {
  readonly shape: 'circle' | 'diamond' | 'outline' | 'ring' | 'square';
  /** Of the symbol, the edge of a zone, and (thinned) its filling. At least 3:1 against the pale background map. */
  readonly color: string;
  /** The name of a lucide icon, drawn in white on a filled shape and in the colour on an open one. */
  readonly icon: string;
  /** The filling of a zone: challenges are hatched. */
  readonly hatch: boolean;
  /** What lies on top where marks meet: higher is nearer the eye. */
  readonly zIndex: number;
}

/** The one table of map symbols. */
export const symbology: Readonly<Record<FeatureKind, Symbol>> = {
  ASSOCIATION: { shape: 'circle', color: '#0B6BB0', icon: 'users-round', hatch: false, zIndex: 30 },
  INSTITUTION: { shape: 'circle', color: '#5B4A9E', icon: 'school', hatch: false, zIndex: 30 },
  ENTHUSIAST: { shape: 'circle', color: '#A8477F', icon: 'heart-handshake', hatch: false, zIndex: 32 },
  PHYSICAL_PLACE: { shape: 'circle', color: '#00795A', icon: 'trees', hatch: false, zIndex: 31 },
  SAFE_ZONE: { shape: 'outline', color: '#3F7A3A', icon: 'shield-check', hatch: false, zIndex: 10 },
  UNSAFE_ZONE: { shape: 'diamond', color: '#C2410C', icon: 'triangle-alert', hatch: true, zIndex: 20 },
  GATHERING_SPOT: { shape: 'diamond', color: '#B45309', icon: 'users', hatch: true, zIndex: 40 },
  CRIME_SPOT: { shape: 'diamond', color: '#7F1D1D', icon: 'shield-alert', hatch: true, zIndex: 41 },
  CONCERNING_MILIEU: { shape: 'diamond', color: '#6B5B00', icon: 'message-circle-warning', hatch: true, zIndex: 21 },
  INTERVENTION: { shape: 'ring', color: '#0F5C5C', icon: 'target', hatch: false, zIndex: 50 },
  NOTE: { shape: 'square', color: '#5B6770', icon: 'sticky-note', hatch: false, zIndex: 5 },
};
