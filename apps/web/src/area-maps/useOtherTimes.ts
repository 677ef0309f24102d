import { useMemo } from 'react';
import { useQuery } from 'urql';
import { CompareMapDocument, SharedMapDocument } from '../generated/graphql';
import type { Mark } from '../map/marks';
import { type Comparison, comparedMarks } from './comparison';
import type { WireFeature } from './sync/MapServer';
import type { Shown } from './useMapAddress';

export interface OtherTimes {
  /** The marks of another time than now; null while the page shows now. */
  readonly past: readonly WireFeature[] | null;
  readonly comparison: Comparison | null;
  /** The marks of a comparison with what became of them. */
  readonly marks: ReadonlyMap<string, Mark> | null;
}

/** The map at another time, and two times compared. */
export function useOtherTimes(areaId: string, shown: Shown): OtherTimes {
  const atSeq = shown.mode === 'at' ? shown.seq : shown.mode === 'compare' ? shown.to : 0;
  const [{ data: map }] = useQuery({ query: SharedMapDocument, variables: { areaId, atSeq }, pause: shown.mode === 'now' });
  const { from, to } = shown.mode === 'compare' ? shown : { from: 0, to: 0 };
  const [{ data: compared }] = useQuery({
    query: CompareMapDocument,
    variables: { areaId, fromSeq: from, toSeq: to },
    pause: shown.mode !== 'compare' || from === to,
  });
  const past = shown.mode === 'now' ? null : (map?.areaMap.features ?? []);
  const comparison = shown.mode === 'compare' && from !== to ? (compared?.compareMap ?? null) : null;
  const marks = useMemo(() => (past && comparison ? comparedMarks(past, comparison) : null), [past, comparison]);
  return { past, comparison, marks };
}
