/** No more mails of a kind, for who follows the link in one: without signing in, and as often as they like. */
import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { config } from '../../config.js';
import { actAs } from '../auth/actor.js';
import { systemActor } from '../auth/system.js';
import { derivedKey } from '../crypto/derived-key.js';
import { Db } from '../db/db.js';
import { refuse } from '../graphql/errors.js';
import { MailRegistry } from './mail-registry.js';
import type { MailKind } from './mail.js';
import { stopsOf, tenantNamed } from './outbox.sql.js';
import { type SignedLink, SignedLinks } from './signed-link.js';

const purpose = 'mail.unsubscribe';
const yearMs = 365 * 86_400_000;
/** Stands before the hash of an address; ids of persons have none. */
const outside = 'hash ';

/** What a link is about, as its page shows it. */
export interface Subscription {
  readonly tenantName: string;
  readonly kinds: readonly Pick<MailKind, 'name'>[];
  /** Whether all of them are unsubscribed already. */
  readonly stopped: boolean;
}

/** $1 tenant, $2 person, $3 kinds. Primary key. */
const mute = `
  insert into open_room.mail_preference as p (tenant_id, person_id, muted) values ($1, $2, $3)
  on conflict (tenant_id, person_id) do update
    set muted = array(select distinct unnest(p.muted || excluded.muted) order by 1), updated_at = now()`;

/** $1 tenant, $2 hash, $3 kinds. Primary key. */
const stopOutside = `
  insert into open_room.mail_stop (tenant_id, address_hash, kind) select $1, $2, unnest($3::text[]) on conflict do nothing`;

/** $1 tenant, $2 person. Primary key. */
const mutedOf = `select muted from open_room.mail_preference where tenant_id = $1 and person_id = $2`;

@Injectable()
export class Unsubscribing {
  constructor(
    private readonly db: Db,
    private readonly links: SignedLinks,
    private readonly registry: MailRegistry,
  ) {}

  /** The address where mails of these kinds are unsubscribed, for a year. */
  urlFor(tenantId: string, kinds: readonly MailKind[], to: { readonly personId: string | null; readonly address: string }): string {
    const personOrAddress = to.personId ?? outside + this.hashOf(tenantId, to.address).toString('base64url');
    const subjectId = [...new Set(kinds.map(({ kind }) => kind))].sort().join(' ');
    const token = this.links.sign({ purpose, tenantId, subjectId, personOrAddress, expires: new Date(Date.now() + yearMs) });
    return `${config().publicUrl}/unsubscribe/${token}`;
  }

  /** What a link is about. Changes nothing: programs that look for harm in mails open every link. @throws LINK_UNKNOWN, LINK_EXPIRED */
  look(token: string): Promise<Subscription> {
    return this.within(token, (link) => this.subscription(link));
  }

  /** Unsubscribes. Again is no harm. @throws LINK_UNKNOWN, LINK_EXPIRED */
  stop(token: string): Promise<Subscription> {
    return this.within(token, async (link) => {
      const { tenantId, personOrAddress } = link;
      const hash = hashIn(personOrAddress);
      const kinds = this.kindsOf(link).map(({ kind }) => kind);
      await this.db.query(hash ? stopOutside : mute, [tenantId, hash ?? personOrAddress, kinds]);
      return this.subscription(link);
    });
  }

  /** A keyed hash: an address is known again by who has the key, and read by nobody. */
  hashOf(tenantId: string, address: string): Buffer {
    return createHmac('sha256', derivedKey(config().masterKey, 'mail address')).update(`${tenantId} ${address.toLowerCase()}`).digest();
  }

  private within<T>(token: string, work: (link: SignedLink) => Promise<T>): Promise<T> {
    const link = this.links.open(token, purpose);
    const actor = systemActor(link.tenantId);
    return actAs(actor, () => this.db.run(actor, 'sign-in', () => work(link)));
  }

  private kindsOf({ subjectId }: SignedLink): MailKind[] {
    return subjectId.split(' ').flatMap((kind) => this.registry.get(kind)?.kind ?? []);
  }

  private async subscription(link: SignedLink): Promise<Subscription> {
    const { tenantId, personOrAddress } = link;
    const hash = hashIn(personOrAddress);
    const [tenant] = await this.db.query<{ name: string }>(tenantNamed, [tenantId]);
    const kinds = this.kindsOf(link);
    // A municipality that left, or kinds that are sent no more.
    if (!tenant || kinds.length === 0) throw refuse('LINK_EXPIRED');
    const stops = hash
      ? (await this.db.query<{ kind: string }>(stopsOf, [tenantId, [hash]])).map(({ kind }) => kind)
      : (await this.db.query<{ muted: string[] }>(mutedOf, [tenantId, personOrAddress])).flatMap(({ muted }) => muted);
    return { tenantName: tenant.name, kinds, stopped: kinds.every(({ kind }) => stops.includes(kind)) };
  }
}

const hashIn = (personOrAddress: string): Buffer | undefined =>
  personOrAddress.startsWith(outside) ? Buffer.from(personOrAddress.slice(outside.length), 'base64url') : undefined;
