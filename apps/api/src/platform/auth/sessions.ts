/** From the cookie of a request to the actor who makes it. Sign-ins are rows: revocable, expiring, known by hash only. */
import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../db/db.js';
import type { Notifications } from '../db/notifications.js';
import { refuse } from '../graphql/errors.js';
import type { Actor, Locale } from './actor.js';
import { permissionsFor } from './roles.js';

export const cookieName = 'kvarter_session';

export interface Membership {
  readonly tenantId: string;
  readonly slug: string;
  readonly tenantName: string;
  readonly kind: 'municipality' | 'centre';
  readonly name: string;
  readonly roles: readonly string[];
}

export interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly memberships: readonly Membership[];
}

/** A fresh sign-in: the token goes into the cookie and is never stored. */
export interface NewToken {
  readonly token: string;
  readonly hash: Buffer;
}

const trustMs = 5_000;
const cacheSize = 10_000;

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** 256 random bits for a cookie or an invitation link. */
export function newToken(): NewToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** The session token in a Cookie header. */
export function tokenIn(cookieHeader: string | undefined): string | undefined {
  const found = cookieHeader?.split(';').find((part) => part.trim().startsWith(`${cookieName}=`));
  const token = found?.trim().slice(cookieName.length + 1);
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

export class Sessions {
  private readonly trusted = new Map<string, { signedIn: SignedIn; until: number }>();
  private readonly listeners = new Set<(personId: string | null) => void>();
  /** How often something was forgotten: what was read before that is used once and not kept. */
  private forgotten = 0;

  constructor(
    private readonly db: Db,
    notifications: Notifications,
  ) {
    void notifications.listen('kvarter_access', (personId) => this.forget(personId || null)).catch(() => undefined);
    notifications.onReconnect(() => this.forget(null));
  }

  /**
   * The sign-in behind a cookie, or null. Trusted for five seconds at most, and dropped at once when
   * any process revokes it or changes a right.
   */
  async authenticate(cookieHeader: string | undefined): Promise<SignedIn | null> {
    const token = tokenIn(cookieHeader);
    if (!token) return null;
    const hash = hashToken(token);
    const key = hash.toString('base64');
    const known = this.trusted.get(key);
    const now = Date.now();
    const { forgotten } = this;
    if (known && known.until > now) return known.signedIn.expiresAt.getTime() > now ? known.signedIn : null;
    const [row] = await this.db.run(null, 'sign-in', () =>
      this.db.final<{ session_id: string; person_id: string; expires_at: Date; memberships: Membership[] }>('select * from identity.signed_in($1)', [hash]),
    );
    if (!row) {
      this.trusted.delete(key);
      return null;
    }
    const signedIn: SignedIn = { sessionId: row.session_id, personId: row.person_id, expiresAt: row.expires_at, memberships: row.memberships };
    if (forgotten !== this.forgotten) return signedIn;
    if (this.trusted.size >= cacheSize) this.trusted.delete(this.trusted.keys().next().value as string);
    this.trusted.set(key, { signedIn, until: now + trustMs });
    return signedIn;
  }

  /**
   * The actor for a tenant. Throws FORBIDDEN where this person is no member of it, which is the same
   * answer as for a tenant that isn't there.
   * @param slug the tenant named, if any
   */
  actorFor(signedIn: SignedIn, slug: string | undefined, locale: Locale): Actor {
    const { personId, sessionId, memberships } = signedIn;
    if (!slug) {
      return { personId, sessionId, name: memberships[0]?.name ?? '', tenant: null, roles: [], permissions: new Set(), locale };
    }
    const membership = memberships.find((one) => one.slug === slug);
    if (!membership) throw refuse('NOT_A_MEMBER');
    const { tenantId, name, roles } = membership;
    return { personId, sessionId, name, tenant: { id: tenantId, slug }, roles, permissions: permissionsFor(roles), locale };
  }

  /** Calls `listener` when a right is lost or a sign-in revoked: with the person, or null for anyone's. */
  onRevoked(listener: (personId: string | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Trusts nothing about this person, or about anyone, any longer. Every process does when it hears of a revocation; the one that revokes needn't wait to hear. */
  forget(personId: string | null): void {
    this.forgotten += 1;
    if (personId === null) this.trusted.clear();
    else for (const [key, { signedIn }] of this.trusted) if (signedIn.personId === personId) this.trusted.delete(key);
    for (const listener of this.listeners) listener(personId);
  }
}
