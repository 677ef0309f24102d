/** Takes mails from the outbox, has them written, and notes what became of them: each step a transaction as Kvarter. */
import { Injectable } from '@nestjs/common';
import { config } from '../../config.js';
import { actAs } from '../auth/actor.js';
import { systemActor } from '../auth/system.js';
import { Db } from '../db/db.js';
import { log } from '../log/log.js';
import { type WrittenLetter, written } from './letter.js';
import { mailAddress } from './mail-address.js';
import type { MailContent, MailToWrite } from './mail.js';
import { MailRegistry } from './mail-registry.js';
import { type AddressedMail, addressed, type Envelope } from './mail-sorting.js';
import { type ClaimedRow, claimMails, handOver, type RecipientRow, recipientsOf, type Settlement, settleMails, stopsOf, tenantNamed } from './outbox.sql.js';
import type { Message } from './post.js';
import { Unsubscribing } from './unsubscribing.js';

const mostAtOnce = 200;

export type MailTenant = MailToWrite['tenant'];

@Injectable()
export class MailDesk {
  constructor(
    private readonly db: Db,
    private readonly registry: MailRegistry,
    private readonly unsubscribing: Unsubscribing,
  ) {}

  /** Claims what is due and settles what is not to be sent now: for later, or never. */
  claim(tenantId: string): Promise<{ tenant: MailTenant; mails: AddressedMail[]; settled: Settlement[]; full: boolean }> {
    return this.asKvarter(tenantId, async () => {
      const [tenant] = await this.db.query<{ id: string; slug: string; name: string }>(tenantNamed, [tenantId]);
      const rows = tenant ? await this.db.query<ClaimedRow>(claimMails, [tenantId, mostAtOnce]) : [];
      const { mails, settled } = addressed(rows, await this.wishesOf(tenantId, rows), new Date());
      await this.settleNow(tenantId, settled);
      return { tenant: tenant ?? { id: tenantId, slug: '', name: '' }, mails, settled, full: rows.length === mostAtOnce };
    });
  }

  /** What a mail says, or null where it is of no interest any more. Rejects where its writer fails. */
  content({ id, slug, name }: MailTenant, { row, kind, to, locale }: AddressedMail): Promise<MailContent | null> {
    return this.asKvarter(id, async () => {
      const write = this.registry.get(kind.kind)?.write;
      return write ? write({ ids: row.ids, locale, to, tenant: { id, slug, name } }) : null;
    });
  }

  /** The message as it leaves, and what a failure to make it is: a fault of ours, without a word of what it says. */
  message(tenant: MailTenant, envelope: Envelope): Message {
    const [first] = envelope.mails;
    if (!first) throw new Error('an envelope without mails');
    const optional = envelope.mails.map(({ kind }) => kind).filter(({ duty }) => !duty);
    const unsubscribeUrl = optional.length > 0 ? this.unsubscribing.urlFor(tenant.id, optional, first.to) : null;
    const alone = envelope.mails.length === 1 ? first.content : undefined;
    const attachments = (alone?.attachments ?? []).filter(({ discreet }) => discreet || !alone?.sensitive);
    const replyTo = !alone?.sensitive && alone?.replyTo && mailAddress(alone.replyTo.address) !== null ? alone.replyTo : undefined;
    const letter: WrittenLetter = written({
      contents: envelope.mails.map(({ content }) => content),
      locale: first.locale,
      tenantName: tenant.name,
      publicUrl: config().publicUrl,
      settingsPath: first.to.personId === null ? null : `/${tenant.slug}/mail`,
      unsubscribeUrl,
      answersTo: replyTo?.name ?? null,
    });
    return { ...letter, messageId: envelope.messageId, to: first.to, replyTo, attachments, unsubscribeUrl };
  }

  /** Notes, before the mail server hears of it, that it is about to. @returns false where the claim is over: then it must not */
  handOver(tenantId: string, { messageId, mails }: Envelope): Promise<boolean> {
    return this.asKvarter(tenantId, async () => {
      const mine = await this.db.query(handOver, [tenantId, mails.map(({ row }) => row.mailId), messageId]);
      if (mine.length < mails.length) log.warn('a claim on mails ran out', { name: 'mail', tenantId });
      return mine.length === mails.length;
    });
  }

  settle(tenantId: string, settled: readonly Settlement[]): Promise<void> {
    return settled.length === 0 ? Promise.resolve() : this.asKvarter(tenantId, () => this.settleNow(tenantId, settled));
  }

  private async settleNow(tenantId: string, settled: readonly Settlement[]): Promise<void> {
    if (settled.length > 0) await this.db.query(settleMails, [tenantId, JSON.stringify(settled)]);
  }

  private async wishesOf(tenantId: string, rows: readonly ClaimedRow[]) {
    const people = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
    const hashes = [...new Set(rows.flatMap(({ address }) => address ?? []))].map((address) => this.unsubscribing.hashOf(tenantId, address));
    const recipients = people.length > 0 ? await this.db.query<RecipientRow>(recipientsOf, [people]) : [];
    const stops = hashes.length > 0 ? await this.db.query<{ hash: Buffer; kind: string }>(stopsOf, [tenantId, hashes]) : [];
    const stopped = new Set(stops.map(({ hash, kind }) => `${hash.toString('base64url')} ${kind}`));
    return {
      recipients: new Map(recipients.map((recipient) => [recipient.personId, recipient])),
      stopped: (address: string, kind: string) => stopped.has(`${this.unsubscribing.hashOf(tenantId, address).toString('base64url')} ${kind}`),
      kindOf: (kind: string) => this.registry.get(kind)?.kind,
    };
  }

  private asKvarter<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const actor = systemActor(tenantId);
    return actAs(actor, () => this.db.run(actor, 'job', work));
  }
}
