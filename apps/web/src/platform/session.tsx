import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Provider, useClient } from 'urql';
import { MeDocument, type MeQuery } from '../generated/graphql';
import { type Api, createApi } from './api';
import { type Failure, failureOf } from './failure';

export type Me = MeQuery['me'];
export type Membership = Me['memberships'][number];

export interface Session {
  /** null when nobody is signed in. */
  readonly me: Me | null;
  /** True until the first answer about who this is. */
  readonly loading: boolean;
  /** Why it could not be found out; never that nobody is signed in. */
  readonly failure: Failure | null;
  /** The session ended while this page was open; what is typed is still here. */
  readonly expired: boolean;
  /** Asks the server again who this is: after signing in or out, or joining a meeting. */
  readonly refresh: () => Promise<void>;
  /** The api of a tenant; the same object each time, until someone else signs in. */
  readonly apiOf: (tenant: string) => Api;
}

const SessionContext = createContext<Session | null>(null);

/** Knows who is signed in, for everything below. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [expired, setExpired] = useState(false);
  const onSignedOut = useCallback(() => setExpired(true), []);
  const api = useMemo(() => createApi(null, onSignedOut), [onSignedOut]);
  return (
    <Provider value={api.client}>
      <Known expired={expired} setExpired={setExpired}>
        {children}
      </Known>
    </Provider>
  );
}

interface KnownProps {
  expired: boolean;
  setExpired: (expired: boolean) => void;
  children: ReactNode;
}

function Known({ expired, setExpired, children }: KnownProps) {
  const client = useClient();
  const [{ me, failure }, setAnswer] = useState<{ me: Me | null; failure: Failure | null }>({ me: null, failure: null });

  const refresh = useCallback(async () => {
    const { data, error } = await client.query(MeDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data) setExpired(false);
    // A server that can't be reached says nothing about who this is.
    setAnswer((before) => ({ me: data?.me ?? before.me, failure: error ? failureOf(error) : null }));
  }, [client, setExpired]);
  useEffect(() => void refresh(), [refresh]);

  const personId = me?.personId;
  // Another person must never meet what the former one's api remembers.
  const apis = useMemo(() => ({ personId, byTenant: new Map<string, Api>() }), [personId]);
  const apiOf = useCallback(
    (tenant: string) => {
      const known = apis.byTenant.get(tenant);
      if (known) return known;
      const made = createApi(tenant, () => setExpired(true));
      apis.byTenant.set(tenant, made);
      return made;
    },
    [apis, setExpired],
  );

  const signedOut = failure?.code === 'UNAUTHENTICATED';
  const value = useMemo<Session>(
    () => ({
      me,
      loading: me === null && !signedOut && !failure,
      failure: signedOut || me ? null : failure,
      expired: expired && me !== null,
      refresh,
      apiOf,
    }),
    [me, signedOut, failure, expired, refresh, apiOf],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** Who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}
