import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { ShownGapsDocument } from '../generated/graphql';
import type { ShownGap } from '../map/MapSurface';
import { useTenant } from '../platform/tenant';
import { gapContext } from './gap.types';
import { numbered } from './numbered';

export interface GapsOnMap {
  /** Whether there is anything to switch on for whoever looks. */
  readonly may: boolean;
  readonly on: boolean;
  readonly loaded: boolean;
  readonly turn: (on: boolean) => void;
  readonly shown: readonly ShownGap[];
}

const none: readonly ShownGap[] = [];

/** What nobody knows of an area, drawn on its map while one wants it. */
export function useShownGaps(areaId: string): GapsOnMap {
  const may = useTenant().may('gap.read');
  const [on, turn] = useState(false);
  const [{ data }] = useQuery({
    query: ShownGapsDocument,
    variables: { areaId },
    pause: !may || !on,
    requestPolicy: 'cache-and-network',
    context: gapContext,
  });
  const all = useMemo(() => (data ? numbered([...data.foundGaps.gaps, ...data.knowledgeGaps.filter(({ state }) => state === 'OPEN')]).shown : none), [data]);
  return { may, on, turn, loaded: data !== undefined, shown: on ? all : none };
}
