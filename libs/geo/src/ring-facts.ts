import type { Fault, GeometryReason } from '@kvarter/contract';
import type { Bbox } from './bbox.js';
import type { Position } from './geometry.js';

export type GeometryFault = Fault<GeometryReason>;

/** A ring of an areal geometry under check. */
export interface RingFacts {
  /** Its number among all rings. */
  readonly id: number;
  readonly polygon: number;
  readonly role: 'shell' | 'hole';
  readonly corners: readonly Position[];
  readonly box: Bbox;
  /** Where it lies in the input. */
  readonly path: string;
}

/** The steps a check may still take. */
export interface Work {
  left: number;
}

/** Where two rings touch, by pair: the last such place. */
export class Touches {
  readonly #places = new Map<string, Position>();

  get(one: RingFacts, other: RingFacts): Position | undefined {
    return this.#places.get(keyOf(one, other));
  }

  set(one: RingFacts, other: RingFacts, at: Position): void {
    this.#places.set(keyOf(one, other), at);
  }
}

const keyOf = (one: RingFacts, other: RingFacts): string => `${Math.min(one.id, other.id)} ${Math.max(one.id, other.id)}`;

/** A position as it is named to a person: to about 10 cm. */
export const placeOf = ([lon, lat]: Position): { lon: number; lat: number } => ({ lon: rounded(lon), lat: rounded(lat) });

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
