import { useEffect, useMemo } from 'react';
import type { SharedFeature } from './sync/areaMap.types';

/** The live map as what stands beside it knows it. */
export interface MapLook {
  /** The mark that is chosen, where the server knows that mark. */
  readonly chosen: { readonly id: string; readonly name: string } | null;
  /** Those that are there, by anybody. */
  readonly marks: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  /** Chooses one, and shows it. */
  readonly choose: (id: string) => void;
}

/** Tells what stands beside the map of it, whenever it changes. */
export function useMapLook(
  features: ReadonlyMap<string, SharedFeature>,
  chosenId: string | null,
  choose: (id: string) => void,
  onLook: ((look: MapLook) => void) | undefined,
): void {
  const marks = useMemo(() => {
    const known = [...features.values()].filter(({ version, state }) => version > 0 && !state.removed);
    return known.map(({ id, state }) => ({ id, name: state.name, kind: state.kind }));
  }, [features]);
  useEffect(() => {
    onLook?.({ chosen: marks.find(({ id }) => id === chosenId) ?? null, marks, choose });
  }, [marks, chosenId, choose, onLook]);
}
