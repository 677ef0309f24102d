import type { MailboxFault, MailboxTls } from './mailbox.type.js';

export interface MailboxRow extends Record<string, unknown> {
  id: string;
  host: string;
  port: number;
  tls: MailboxTls;
  user: string;
  address: string;
  changedAt: Date;
  readAt: Date | null;
  fault: MailboxFault | null;
  faultAt: Date | null;
}

/** $1 tenant: its mailbox and how it fares, without the password. Unique key on tenant_id. */
export const mailboxOf = `
  select b.mailbox_id as id, b.host, b.port, b.tls, b.sign_in as "user", b.address, b.changed_at as "changedAt",
    r.read_at as "readAt", r.fault, r.fault_at as "faultAt"
  from open_room.mailbox b left join open_room.mailbox_reading r on r.tenant_id = b.tenant_id and r.mailbox_id = b.mailbox_id
  where b.tenant_id = $1`;

/** $1 tenant, $2 host, $3 port, $4 tls, $5 user, $6 sealed password, $7 address. */
export const insertMailbox = `
  insert into open_room.mailbox (tenant_id, host, port, tls, sign_in, sealed_password, address) values ($1, $2, $3, $4, $5, $6, $7)`;

/** $1 tenant, $2 port, $3 tls, $4 address: of the same user on the same server. Unique key on tenant_id. */
export const changeMailbox = 'update open_room.mailbox set port = $2, tls = $3, address = $4, changed_at = now() where tenant_id = $1';

/** $1 tenant, $2 sealed password. Unique key on tenant_id. */
export const changePassword = 'update open_room.mailbox set sealed_password = $2, changed_at = now() where tenant_id = $1';

/** $1 tenant. What was noted of reading it goes with it. */
export const deleteMailbox = 'delete from open_room.mailbox where tenant_id = $1 returning mailbox_id';

/** Kvarter's: the sealed password. */
export const sealedPassword = 'select open_room.mailbox_password() as sealed';

export interface ClaimedReading extends Record<string, unknown> {
  mailboxId: string;
  /** Of an earlier reading; both null before the first. int8, so text. */
  uidValidity: string | null;
  lastUid: string | null;
  /** When it was last read to the end; before that, when it was set up. */
  since: Date;
  faults: number;
}

/**
 * $1 tenant: takes its mailbox to read, for three minutes, where nobody else has; whoever dies meanwhile leaves it to
 * be taken again then. Unique key on tenant_id.
 */
export const claimReading = `
  insert into open_room.mailbox_reading as r (tenant_id, mailbox_id, next_at, begun_at)
  select tenant_id, mailbox_id, now() + interval '3 minutes', now() from open_room.mailbox where tenant_id = $1
  on conflict (tenant_id, mailbox_id) do update set next_at = excluded.next_at, begun_at = excluded.begun_at
    where r.next_at <= now() or r.begun_at < (select b.changed_at from open_room.mailbox b where b.tenant_id = r.tenant_id and b.mailbox_id = r.mailbox_id)
  returning mailbox_id as "mailboxId", uid_validity as "uidValidity", last_uid as "lastUid", faults,
    coalesce(read_at, (select created_at from open_room.mailbox b where b.tenant_id = r.tenant_id and b.mailbox_id = r.mailbox_id)) as since`;

/** $1 tenant, $2 mailbox, $3 UIDVALIDITY, $4 UID: everything up to here is dealt with. Primary key. */
export const noteProgress = 'update open_room.mailbox_reading set uid_validity = $3, last_uid = $4 where tenant_id = $1 and mailbox_id = $2';

/** $1 tenant, $2 mailbox, $3 when it is to be read again: all went well. Primary key. */
export const noteRead = `
  update open_room.mailbox_reading set read_at = now(), fault = null, fault_at = null, faults = 0, next_at = $3 where tenant_id = $1 and mailbox_id = $2`;

/** $1 tenant, $2 mailbox, $3 when it is to be tried again, $4 fault: it could not be read. Primary key. */
export const noteFault = `
  update open_room.mailbox_reading set fault = $4, fault_at = now(), faults = faults + 1, next_at = $3 where tenant_id = $1 and mailbox_id = $2`;
