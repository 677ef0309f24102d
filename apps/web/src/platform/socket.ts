import { type Client, createClient } from 'graphql-ws';
import { currentLocale } from './i18n/locale';

/** Longest pause between two attempts to reach the server again, in milliseconds. */
const longestPause = 10_000;

/** Close codes with which the server says that this person may not; trying again would not help. */
const unauthenticated = 4401;
const forbidden = 4403;

/**
 * The one socket of a tenant, opened by its first subscription. It comes back by itself for as long as
 * someone subscribes; forty phones that lost the same server come back spread out in time.
 */
export function createSocket(tenant: string, onSignedOut: () => void): Client {
  return createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => ({ tenant, locale: currentLocale() }),
    lazyCloseTimeout: 2_000,
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (event) => ![unauthenticated, forbidden].includes((event as Partial<CloseEvent>).code ?? 0),
    retryWait: (attempt) =>
      new Promise((resolve) => {
        const pause = Math.min(longestPause, 400 * 2 ** attempt);
        setTimeout(resolve, pause / 2 + (Math.random() * pause) / 2);
      }),
    on: {
      closed: (event) => {
        if ((event as Partial<CloseEvent>).code === unauthenticated) onSignedOut();
      },
    },
  });
}
