import { useCallback, useEffect, useRef } from 'react';
import { type AnyVariables, type UseQueryArgs, useQuery } from 'urql';
import { type Failure, failureOf } from './failure';
import { useSession } from './session';

export interface PageData<Data> {
  /** The newest answer. Stays while the network is away or one signs in again, so that the page does too. */
  data: Data | undefined;
  /** Why there is nothing to show; null while it is on its way, or while one is asked to sign in. */
  failure: Failure | null;
  /** Asks the server again. */
  again: () => void;
}

/** What a page shows. A page is never taken from someone who types in it, unless they may no longer see it. */
export function usePageQuery<Data, Variables extends AnyVariables>(args: UseQueryArgs<Variables, Data>): PageData<Data> {
  const [{ data, error }, ask] = useQuery(args);
  const { expired } = useSession();
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);

  const kept = useRef<Data | undefined>(undefined);
  if (data) kept.current = data;
  const failure = error && !data ? failureOf(error) : null;

  const wasExpired = useRef(expired);
  useEffect(() => {
    if (wasExpired.current && !expired) again();
    wasExpired.current = expired;
  }, [expired, again]);

  if (!failure) return { data: data ?? kept.current, failure: null, again };
  const passes = failure.code === 'UNAUTHENTICATED' || (failure.kind !== 'refused' && kept.current !== undefined);
  if (passes) return { data: kept.current, failure: null, again };
  return { data: undefined, failure, again };
}
