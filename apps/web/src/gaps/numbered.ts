import type { Geometry } from '@kvarter/geo';
import type { ShownGap } from '../map/MapSurface';

interface Placed {
  place?: Geometry | null;
}

/** Those that have a place, numbered from 1 in the order given: what the map shows and the open questions, in this order everywhere. */
export function numbered<T extends Placed>(all: readonly T[]): { shown: ShownGap[]; numberOf: ReadonlyMap<T, number> } {
  const numberOf = new Map<T, number>();
  const shown: ShownGap[] = [];
  for (const one of all) {
    if (!one.place) continue;
    shown.push({ number: shown.length + 1, place: one.place });
    numberOf.set(one, shown.length);
  }
  return { shown, numberOf };
}
