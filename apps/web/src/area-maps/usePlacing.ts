import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { type StakeholderToPlaceQuery, StakeholderToPlaceDocument, UpdateStakeholderDocument } from '../generated/graphql';
import { failureOf } from '../platform/failure';
import { notify } from '../platform/notify';
import { useFailureText } from '../platform/useFailureText';
import { useStakeholderTexts } from '../stakeholders/useStakeholderTexts';
import type { SharedFeature } from './sync/areaMap.types';

type Placed = StakeholderToPlaceQuery['stakeholder'];

interface Placing {
  /** Whom the map was opened to place; null otherwise and once it is done or dropped. */
  readonly stakeholder: Placed | null;
  /** The mark was made: as soon as the server has it, it is theirs. */
  readonly link: (featureId: string) => void;
  readonly drop: () => void;
}

/** A stakeholder of the register on the way to a place on the map (`?place=`). */
export function usePlacing(features: ReadonlyMap<string, SharedFeature>): Placing {
  const texts = useStakeholderTexts();
  const failureText = useFailureText();
  const [search, setSearch] = useSearchParams();
  const id = search.get('place');
  const [{ data }] = useQuery({ query: StakeholderToPlaceDocument, variables: { id: id ?? '' }, pause: !id, requestPolicy: 'network-only' });
  const [made, setMade] = useState<{ featureId: string; stakeholder: Placed } | null>(null);
  const [, update] = useMutation(UpdateStakeholderDocument);
  const drop = useCallback(() => {
    if (!id) return;
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('place');
        return next;
      },
      { replace: true },
    );
  }, [id, setSearch]);

  // A mark is on this screen before the server knows it, and only then can it be linked.
  const known = made !== null && (features.get(made.featureId)?.version ?? 0) > 0;
  useEffect(() => {
    if (!made || !known) return;
    const { featureId, stakeholder } = made;
    setMade(null);
    void update({ id: stakeholder.id, version: stakeholder.version, input: { featureId } }).then(({ error }) => {
      notify(error ? { text: failureText(failureOf(error)), tone: 'brick' } : { text: texts.placed(stakeholder.name), tone: 'moss' });
    });
  }, [made, known, update, failureText, texts]);

  const stakeholder = id && data && !data.stakeholder.featureId ? data.stakeholder : null;
  return {
    stakeholder,
    link: (featureId) => {
      if (stakeholder) setMade({ featureId, stakeholder });
      drop();
    },
    drop,
  };
}
