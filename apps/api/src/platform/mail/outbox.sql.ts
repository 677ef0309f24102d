/** What the worker asks of the outbox. All of it runs as Kvarter in one tenant. */
import type { Rhythm } from './digest-moments.js';

/** A mail that is this worker's to send, for as long as the claim lasts. */
export interface ClaimedRow extends Record<string, unknown> {
  mailId: string;
  kind: string;
  personId: string | null;
  address: string | null;
  addressName: string | null;
  ids: Record<string, string>;
  /** From when on it could be sent. */
  dueSince: Date;
  /** This one counted. */
  attempts: number;
  handovers: number;
  messageId: string | null;
  createdAt: Date;
}

export interface RecipientRow extends Record<string, unknown> {
  personId: string;
  name: string;
  email: string | null;
  digest: Rhythm;
  muted: string[];
  locale: 'da' | 'en';
}

/** How a claim ends. */
export interface Settlement {
  readonly mailId: string;
  readonly state: 'WAITING' | 'SENT' | 'FAILED' | 'DROPPED';
  /** A code of ours or the mail server's figures; never its words, which may name the address. */
  readonly error: string | null;
  /** Where it waits: until when. */
  readonly notBefore: Date | null;
  readonly attempts: number;
}

/**
 * $1 tenant, $2 most: takes mails that are due, so that no other worker does for a quarter of an hour. Who dies
 * meanwhile leaves them to come again. Index outbox_due.
 */
export const claimMails = `
  with due as (
    select mail_id, not_before from open_room.outbox
    where tenant_id = $1 and state = 'WAITING' and not_before <= now()
    order by not_before, mail_id limit $2 for update skip locked
  )
  update open_room.outbox o set not_before = now() + interval '15 minutes', attempts = o.attempts + 1
  from due where o.tenant_id = $1 and o.mail_id = due.mail_id
  returning o.mail_id as "mailId", o.kind, o.person_id as "personId", o.address, o.address_name as "addressName", o.ids,
    due.not_before as "dueSince", o.attempts, o.handovers, o.message_id as "messageId", o.created_at as "createdAt"`;

/** $1 persons. */
export const recipientsOf = `
  select person_id as "personId", name, email, digest, muted, locale from open_room.mail_recipients($1)`;

/** $1 tenant, $2 hashes: kinds that somebody outside wants no more. Primary key. */
export const stopsOf = `select address_hash as hash, kind from open_room.mail_stop where tenant_id = $1 and address_hash = any ($2::bytea[])`;

/** $1 tenant. Primary key. */
export const tenantNamed = `select tenant_id as id, slug, name from open_room.tenant where tenant_id = $1`;

/**
 * $1 tenant, $2 mails, $3 message: says that they are handed to the mail server now, in one message. No row where
 * the claim is nearly over or somebody else's. Primary key.
 */
export const handOver = `
  update open_room.outbox set message_id = $3, handovers = handovers + 1
  where tenant_id = $1 and mail_id = any ($2::uuid[]) and state = 'WAITING' and not_before > now() + interval '3 minutes'
  returning mail_id`;

/** $1 tenant, $2 settlements as JSON: their outcome is known now. What was settled stays so. Primary key. */
export const settleMails = `
  update open_room.outbox o set state = s.state, error = s.error, attempts = s.attempts, handovers = 0,
    not_before = coalesce(s."notBefore", o.not_before), sent_at = case when s.state = 'SENT' then now() end
  from jsonb_to_recordset($2::jsonb) as s ("mailId" uuid, state text, error text, "notBefore" timestamptz, attempts integer)
  where o.tenant_id = $1 and o.mail_id = s."mailId" and o.state = 'WAITING'`;
