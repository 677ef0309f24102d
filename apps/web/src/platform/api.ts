import type { Client as Socket } from 'graphql-ws';
import { Client, cacheExchange, type Exchange, fetchExchange, gql, mapExchange, subscriptionExchange } from 'urql';
import { currentLocale } from './i18n/locale';
import { createSocket } from './socket';

/** What the client of one tenant offers: queries and mutations over HTTP, subscriptions over `socket`. */
export interface Api {
  readonly tenant: string | null;
  readonly client: Client;
  readonly socket: Socket | null;
}

/**
 * The api of one tenant, or with null of no tenant (who am I, my sessions). Each has a cache of its own,
 * so nothing of one municipality is ever answered in another.
 *
 * @param onSignedOut called when the server answers UNAUTHENTICATED
 */
export function createApi(tenant: string | null, onSignedOut: () => void): Api {
  const socket = tenant === null ? null : createSocket(tenant, onSignedOut);
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: {
        'accept-language': currentLocale(),
        ...(tenant === null ? {} : { 'x-kvarter-tenant': tenant }),
      },
    }),
    exchanges: [
      cacheExchange,
      mapExchange({
        onError(error) {
          if (error.graphQLErrors.some((one) => one.extensions['code'] === 'UNAUTHENTICATED')) onSignedOut();
        },
      }),
      ...developing,
      ...(socket ? [subscriptions(socket)] : []),
      fetchExchange,
    ],
  });
  return { tenant, client, socket };
}

/** Subscriptions of urql over our socket; the document id travels as it does over HTTP. */
function subscriptions(socket: Socket): Exchange {
  return subscriptionExchange({
    forwardSubscription: ({ query = '', documentId, variables }) => {
      // The library insists on a text; the id beside it is what the server looks up.
      const payload = { query, variables, ...(documentId ? { documentId } : {}) };
      return { subscribe: (sink) => ({ unsubscribe: socket.subscribe(payload, sink as Parameters<typeof socket.subscribe>[1]) }) };
    },
  });
}

/** While developing, documents change faster than the server's list of them: their text is sent instead. */
const developing: Exchange[] = import.meta.env.DEV
  ? [
      mapExchange({
        async onOperation(operation) {
          const { default: texts } = await import('../generated/persisted-documents.json');
          const text = 'documentId' in operation.query && (texts as Record<string, string>)[operation.query.documentId ?? ''];
          return text ? { ...operation, query: gql(text) } : operation;
        },
      }),
    ]
  : [];
