import type { IncomingHttpHeaders } from 'node:http';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/**
 * Whether a request may change something. Browsers say which page it comes from; it has to be ours:
 * the public address, or on this very machine the one asked for. What isn't a browser says nothing.
 */
export function isOurOrigin({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders, publicUrl: string): boolean {
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  if (origin === new URL(publicUrl).origin) return true;
  // A foreign name that points here (DNS rebinding) is no loopback name.
  return host !== undefined && loopback.test(host) && (origin === `http://${host}` || origin === `https://${host}`);
}
