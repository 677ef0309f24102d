/**
 * Sends what waits. SMTP knows no transaction, so exactly once is beyond it; this is how near it comes. A mail is
 * claimed (committed), written, noted as handed over (committed), handed to the server, and noted as sent (committed).
 * A worker that dies before the handover leaves a mail that comes again unharmed. One that dies between the server's
 * yes and our note leaves one that is sent again, once at most and under the same Message-ID, so that servers that
 * look for doubles drop it; a second such death leaves it failed, for whoever caused it to see.
 */
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { log } from '../log/log.js';
import { mailsTotal } from './mail-metrics.js';
import { type AddressedMail, type Envelope, envelopes, type MailWithContent } from './mail-sorting.js';
import { type MailTenant, MailDesk } from './mail-desk.js';
import type { Settlement } from './outbox.sql.js';
import { type Counter, type Fate, Post } from './post.js';

const minuteMs = 60_000;
const longestWaitMs = 24 * 60 * minuteMs;
/** Nearly a week, with the waits between. */
const mostAttempts = 12;

/** Milliseconds until the next try: 1 minute, 4, 16, about 1, 4 and 17 hours, then a day each. */
export const waitAfter = (attempts: number): number => Math.min(minuteMs * 4 ** (attempts - 1), longestWaitMs);

@Injectable()
export class MailSender implements OnModuleDestroy {
  /** The process is about to leave: what is not begun is for another. */
  private ending = false;

  constructor(
    private readonly desk: MailDesk,
    private readonly post: Post,
  ) {}

  get configured(): boolean {
    return this.post.configured;
  }

  /** Sends a tenant's mails that are due. A mail server that isn't there leaves them as they are, for the next time. */
  async send(tenantId: string): Promise<void> {
    const counter = await this.post.open();
    if ('unreachable' in counter) return log.warn('the mail server does not answer', { name: 'mail', code: counter.unreachable });
    try {
      while (await this.sendSome(tenantId, counter));
    } finally {
      counter.close();
    }
  }

  /** Before the worker is waited for, which waits for us. */
  onModuleDestroy(): void {
    this.ending = true;
  }

  /** @returns whether there may be more */
  private async sendSome(tenantId: string, counter: Counter): Promise<boolean> {
    const { tenant, mails, settled, full } = await this.desk.claim(tenantId);
    count(settled);
    let reachable = true;
    for (const envelope of envelopes(await this.written(tenant, mails))) {
      const fate = reachable && !this.ending ? await this.sendOne(tenant, envelope, counter) : ({ fate: 'UNREACHABLE', code: 'NOT_TRIED' } as const);
      if (fate)
        await this.settle(
          tenantId,
          envelope.mails.map((mail) => settlement(mail, fate)),
        );
      if (fate?.fate === 'UNREACHABLE') reachable = false;
    }
    return full && reachable && !this.ending;
  }

  /** Null: nothing was done, since it is somebody else's by now. */
  private async sendOne(tenant: MailTenant, envelope: Envelope, counter: Counter): Promise<Fate | null> {
    const name = envelope.mails[0]?.kind.kind ?? '';
    try {
      const message = this.desk.message(tenant, envelope);
      if (!(await this.desk.handOver(tenant.id, envelope))) return null;
      const fate = await counter.send(message);
      if (fate.fate !== 'SENT') log.warn('a mail was not taken', { name, code: fate.code, reason: fate.fate });
      return fate;
    } catch (error) {
      log.error('a mail could not be made', { name, error });
      return { fate: 'LATER', code: 'NOT_WRITTEN' };
    }
  }

  private async written(tenant: MailTenant, mails: readonly AddressedMail[]): Promise<MailWithContent[]> {
    const ready: MailWithContent[] = [];
    const settled: Settlement[] = [];
    for (const mail of mails) {
      try {
        const content = await this.desk.content(tenant, mail);
        if (content) ready.push({ ...mail, content });
        else settled.push({ mailId: mail.row.mailId, state: 'DROPPED', error: 'OBSOLETE', notBefore: null, attempts: mail.row.attempts });
      } catch (error) {
        log.error('a mail could not be written', { name: mail.kind.kind, error });
        settled.push(settlement(mail, { fate: 'LATER', code: 'NOT_WRITTEN' }));
      }
    }
    await this.settle(tenant.id, settled);
    return ready;
  }

  private async settle(tenantId: string, settled: readonly Settlement[]): Promise<void> {
    await this.desk.settle(tenantId, settled);
    count(settled);
  }
}

/** How a claim ends after a try. */
export function settlement({ row: { mailId, attempts } }: AddressedMail, fate: Fate, now = Date.now()): Settlement {
  if (fate.fate === 'SENT') return { mailId, state: 'SENT', error: null, notBefore: null, attempts };
  const { code: error } = fate;
  // Not this mail's fault, so not counted against it; but tried, so that it doesn't wait for a digest again.
  if (fate.fate === 'UNREACHABLE') return { mailId, state: 'WAITING', error, notBefore: new Date(now + minuteMs), attempts: Math.max(attempts - 1, 1) };
  if (fate.fate === 'REFUSED' || attempts >= mostAttempts) return { mailId, state: 'FAILED', error, notBefore: null, attempts };
  return { mailId, state: 'WAITING', error, notBefore: new Date(now + waitAfter(attempts)), attempts };
}

function count(settled: readonly Settlement[]): void {
  for (const { state } of settled) mailsTotal.inc({ outcome: state.toLowerCase() });
}
