/**
 * Where a mailbox's server is. An administrator of one municipality names it, and Kvarter goes there from inside the
 * house, where there is more than the internet: so a name is resolved once, every address it has must be a public one,
 * and the connection goes to the address that was looked at, never to the name again. What is within, and whether it
 * is, is answered as what isn't there. Ports are those of IMAP. Whoever runs Kvarter may name hosts of their own.
 */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** The registered ports of IMAP (RFC 3501, RFC 8314). */
const imapPorts = [143, 993];

// Special-purpose addresses (RFC 6890 and its registry): nothing of the open internet is there.
const withinIPv4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

const within = new BlockList();
for (const [network, bits] of withinIPv4) within.addSubnet(network, bits, 'ipv4');

const publicIPv6 = new BlockList();
publicIPv6.addSubnet('2000::', 3, 'ipv6');
// Within that: documentation, and ways of writing an IPv4 address that lead back inside (Teredo, 6to4).
const notPublicIPv6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublicIPv6.addSubnet(network, bits, 'ipv6');

/** Whether an address is one of the open internet. @param address IPv4 or IPv6, as resolvers write it */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !within.check(address, 'ipv4');
  return family === 6 && publicIPv6.check(address, 'ipv6') && !notPublicIPv6.check(address, 'ipv6');
}

/** Resolves a name to all its addresses; rejects where there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

const resolveAll: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/** A host as it is kept: in small letters and ASCII (`å.dk` is `xn--5ca.dk`), without a dot at its end. @returns null where it is no name and no address */
export function mailHost(given: string): string | null {
  const typed = given.trim().toLowerCase().replace(/\.$/, '');
  const host = /^[\p{L}\p{N}.-]+$/u.test(typed) && /[^\x20-\x7e]/.test(typed) ? domainToASCII(typed) : typed;
  if (isIP(host)) return host;
  const labels = host.split('.');
  const fits = host.length <= 253 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  // A name of figures alone is an address in disguise (`2130706433`, `0x7f.1`): resolvers disagree on what it means.
  return fits && /[a-z]/.test(labels.at(-1) ?? '') && !(labels.at(-1) ?? '').startsWith('0x') ? host : null;
}

/**
 * The address to connect to.
 * @param allowed hosts that may lie within, and may listen on any port
 * @returns null where there is no such host for us
 */
export async function addressOfHost(host: string, port: number, allowed: readonly string[], resolve: Resolve = resolveAll): Promise<string | null> {
  const ours = allowed.includes(host);
  if (!ours && !imapPorts.includes(port)) return null;
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
  return ours || addresses.every(isPublicAddress) ? (addresses[0] ?? null) : null;
}

/** Whether a port may be asked for at all. */
export const isMailPort = (host: string, port: number, allowed: readonly string[]): boolean =>
  imapPorts.includes(port) || (allowed.includes(host) && Number.isInteger(port) && port > 0 && port <= 65_535);
