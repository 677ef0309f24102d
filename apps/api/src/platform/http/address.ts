import type { IncomingMessage } from 'node:http';

const near = /^(127\.|::1$|::ffff:127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::ffff:(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|f[cd])/i;

/**
 * Where a request comes from, for limits only. A proxy on this machine or its own network is believed
 * about the address it appends last; anyone else is their own address.
 */
export function addressOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const peer = socket.remoteAddress ?? '';
  const forwarded = headers['x-forwarded-for'];
  if (!forwarded || !near.test(peer)) return peer;
  const last = [forwarded].flat().join(',').split(',').at(-1)?.trim();
  return last || peer;
}
