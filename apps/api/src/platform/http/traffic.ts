/** How much one sign-in and one address may ask at a time. Many people meet behind one address, so addresses get far more. */
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { tokenIn } from '../auth/sessions.js';
import { addressOf } from './address.js';
import { TokenBuckets } from './token-buckets.js';

export const socketsPerSession = 128;
const socketsPerAddress = 4_096;

/** Characters of a token that tell sign-ins apart (96 bits) and are of no use to anyone who finds them. */
const tokenPart = 16;

type Request = Pick<IncomingMessage, 'socket' | 'headers'>;

@Injectable()
export class Traffic {
  private readonly sessions = new TokenBuckets(5_000, 500);
  private readonly addresses = new TokenBuckets(20_000, 2_000);
  private readonly sockets = new Map<string, number>();

  /** Counts one request or socket message. @returns 0, or the seconds to wait when it is one too many */
  take(request: Request, now = performance.now()): number {
    const { session, address } = keysOf(request);
    return this.addresses.take(address, now) || this.sessions.take(session, now);
  }

  /** Counts a socket in. @returns how to count it out, or undefined where there are too many already */
  open(request: Request): (() => void) | undefined {
    const { session, address } = keysOf(request);
    if (this.count(session) >= socketsPerSession || this.count(address) >= socketsPerAddress) return undefined;
    for (const key of [session, address]) this.sockets.set(key, this.count(key) + 1);
    return () => {
      for (const key of [session, address]) {
        const left = this.count(key) - 1;
        if (left > 0) this.sockets.set(key, left);
        else this.sockets.delete(key);
      }
    };
  }

  private count(key: string): number {
    return this.sockets.get(key) ?? 0;
  }
}

/** Who has no sign-in shares one allowance per address. */
function keysOf(request: Request): { session: string; address: string } {
  const address = addressOf(request);
  const token = tokenIn(request.headers.cookie);
  return { session: token ? `session ${token.slice(0, tokenPart)}` : `nobody at ${address}`, address: `address ${address}` };
}
