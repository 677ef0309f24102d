/** One open socket: who is behind it, and writing to it without letting a slow reader fill our memory. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Locale, localeOf } from '@kvarter/contract';
import type { WebSocket } from 'ws';
import type { Actor } from '../auth/actor.js';
import { slowSockets } from './operation-metrics.js';

/** Close codes besides those of the protocol. A client may connect again after all but the first two. */
export const closing = {
  unauthenticated: [4401, 'Unauthorized'],
  forbidden: [4403, 'Forbidden'],
  /** Rights have changed: connect again with what is left. */
  rightsChanged: [1012, 'Rights changed, connect again'],
  /** This process ends; another is there or comes. */
  restart: [1012, 'Restarting, connect again'],
  /** Payloads wait because the reader is too slow: connect again and resume from the last one received. */
  tooSlow: [1013, 'Too slow, connect again and resume'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;

/** Bytes that may wait for a reader before the next payload. */
const mostWaiting = 1024 * 1024;

export class SocketConnection {
  readonly id = randomUUID();
  readonly openedAt = performance.now();
  /** When the other side was last heard of. */
  heardAt = this.openedAt;
  /** When the actor was last looked up. */
  checkedAt = this.openedAt;
  tenant: string | undefined;
  locale: Locale;
  /** As at the start; undefined while nobody is signed in or the tenant isn't theirs. */
  actor: Actor | undefined;

  constructor(
    readonly socket: WebSocket,
    readonly request: IncomingMessage,
  ) {
    this.locale = localeOf(request.headers['accept-language']);
  }

  get cookie(): string | undefined {
    return this.request.headers.cookie;
  }

  /** What connection_init says: `{tenant, locale}`, both optional. */
  greet(params: Readonly<Record<string, unknown>> | undefined): void {
    const { tenant, locale } = params ?? {};
    if (typeof tenant === 'string') this.tenant = tenant;
    if (locale === 'da' || locale === 'en') this.locale = locale;
  }

  /** Writes one message, or closes the socket where too much waits already. */
  write(message: string): void {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostWaiting) {
      slowSockets.inc();
      this.close(closing.tooSlow);
      return;
    }
    socket.send(message);
  }

  close([code, reason]: readonly [code: number, reason: string]): void {
    this.socket.close(code, reason);
  }
}

/** Whether somebody may do the same as before. */
export function hasSameRights(before: Actor, now: Actor): boolean {
  return (
    before.personId === now.personId &&
    before.sessionId === now.sessionId &&
    before.tenant?.id === now.tenant?.id &&
    [...before.roles].sort().join() === [...now.roles].sort().join() &&
    before.permissions.size === now.permissions.size &&
    [...before.permissions].every((permission) => now.permissions.has(permission))
  );
}
