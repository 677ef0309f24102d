/** Where mails wait to be sent. Put in by those who cause them, in their own transaction: told if and only if it happened. */
import { Injectable } from '@nestjs/common';
import { currentTenant } from '../auth/actor.js';
import { Db } from '../db/db.js';
import { refuse } from '../graphql/errors.js';
import { mailAddress, oneLine } from './mail-address.js';
import { MailFault, type MailKind } from './mail.js';

export interface OutgoingMail {
  /** Unique in the tenant: the same key twice is one mail, however much later. No text by people. */
  readonly key: string;
  readonly kind: MailKind;
  readonly to: { readonly personId: string } | { readonly email: string; readonly name: string };
  /** For the method that writes it: ids, numbers, dates and words of ours. */
  readonly ids: Readonly<Record<string, string>>;
  readonly notBefore?: Date;
}

/** $1 tenant, $2 mails as JSON. One whose key is there already is left out. Without named columns a conflict asks for no right to read. */
const put = `
  insert into open_room.outbox (tenant_id, key, kind, person_id, address, address_name, ids, not_before)
  select $1, m.key, m.kind, m.person_id, m.address, m.address_name, m.ids, coalesce(m.not_before, now())
  from jsonb_to_recordset($2::jsonb) as m (key text, kind text, person_id uuid, address text, address_name text, ids jsonb, not_before timestamptz)
  on conflict do nothing`;

const key = /^[A-Za-z0-9][A-Za-z0-9./:_-]{0,199}$/;
const idOrWord = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{1,6}|\d{4}-\d{2}-\d{2}|[A-Z][A-Z_]{0,39})$/;

@Injectable()
export class Outbox {
  constructor(private readonly db: Db) {}

  /**
   * Puts mails in for the current tenant. They are written and sent after the transaction, by the worker.
   * @throws INVALID_INPUT where an address is none; MailFault where a key or an id could hold text by people
   */
  async put(mails: readonly OutgoingMail[]): Promise<void> {
    if (mails.length > 0) await this.db.query(put, [currentTenant().id, JSON.stringify(mails.map(rowOf))]);
  }
}

function rowOf({ key: given, kind: { kind }, to, ids, notBefore }: OutgoingMail): Record<string, unknown> {
  if (!key.test(given)) throw new MailFault(`The key of a mail ${kind} holds more than letters, figures and . / : _ -`);
  if (!Object.values(ids).every((id) => idOrWord.test(id)))
    throw new MailFault(`A mail ${kind} carries ids, numbers, dates and words of ours, and nothing else.`);
  const row = { key: given, kind, ids, not_before: notBefore };
  if ('personId' in to) return { ...row, person_id: to.personId };
  const address = mailAddress(to.email);
  if (address === null) throw refuse('MAIL_ADDRESS_INVALID', {}, { field: 'email' });
  return { ...row, address, address_name: oneLine(to.name).slice(0, 120) };
}
