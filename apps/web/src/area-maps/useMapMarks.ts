import type { FeatureKind } from '@kvarter/geo';
import { useMemo } from 'react';
import type { Marks } from '../map/marks';
import { asShown } from './comparison';
import { type Filters, filtered } from './filters';
import type { SharedFeature } from './sync/areaMap.types';
import { toMark } from './toMark';
import type { OtherTimes } from './useOtherTimes';

interface MapMarks {
  /** All marks of the time that is shown. */
  readonly features: readonly SharedFeature[];
  /** Those that the filters let through, and how many there are. */
  readonly passing: { readonly shown: readonly SharedFeature[]; readonly counts: ReadonlyMap<FeatureKind, number>; readonly all: number };
  /** The same for the canvas; in a comparison with what became of them. */
  readonly marks: Marks;
}

/** The marks that page, map and table show: of now or of another time, filtered. */
export function useMapMarks(live: ReadonlyMap<string, SharedFeature>, times: OtherTimes, filters: Filters): MapMarks {
  const features = useMemo(() => (times.past ? times.past.map(asShown) : [...live.values()]), [times.past, live]);
  const passing = useMemo(() => filtered(features, filters), [features, filters]);
  const marks = useMemo(() => {
    if (times.marks) return new Map([...times.marks].filter(([, { kind }]) => !filters.hiddenKinds.has(kind)));
    return new Map(passing.shown.map((feature) => [feature.id, toMark(feature)]));
  }, [times.marks, passing, filters.hiddenKinds]);
  return { features, passing, marks };
}
