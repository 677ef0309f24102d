/**
 * Reads what came to a tenant's mailbox since last time, for whoever understands it. Only messages with a part that a
 * calendar may have written are fetched; whatever else people send stays where it is, unread and unseen by Kvarter.
 * A message counts as dealt with when its UID is noted, which is after what it led to was committed: a worker that
 * dies between the two leaves one that comes again, so `take` has to know again what it has taken.
 */
import { Injectable } from '@nestjs/common';
import { config } from '../config.js';
import { actAs } from '../platform/auth/actor.js';
import { systemActor } from '../platform/auth/system.js';
import { Db } from '../platform/db/db.js';
import { log } from '../platform/log/log.js';
import { ImapSession, type ImapSettings, MailboxFailure } from './imap-session.js';
import { mailboxVisits } from './mailbox-metrics.js';
import { type ClaimedReading, claimReading, noteFault, noteProgress, noteRead } from './mailbox.sql.js';
import { MailboxService } from './mailbox.service.js';
import { MailboxFault } from './mailbox.type.js';

/** What becomes of a message: left as it is, put aside as dealt with, or marked where it lies for somebody to read. */
export type Treatment = 'LEFT' | 'ASIDE' | 'MARKED';

/** Called with one message at a time, outside of any transaction. Rejects only where the next would fare no better. */
export type Take = (source: Buffer) => Promise<Treatment>;

const mostMessages = 200;
const mostBytes = 20_000_000;
/** An answer has a few thousand bytes; what is larger is none. */
const largestMessage = 1_048_576;
/** Milliseconds of a visit, well within the claim on it. */
const longestVisit = 60_000;
const minute = 60_000;
const day = 24 * 60 * minute;
/** Visits of this process at a time: servers that make us wait shall not keep other jobs from being done. */
const mostAtOnce = 2;

/** Milliseconds until a mailbox that could not be read is tried again: 1 minute, 2, 4 ... an hour. */
export const waitAfterFault = (faults: number): number => minute * Math.min(2 ** faults, 60);

interface Visit {
  readonly reading: ClaimedReading;
  readonly settings: ImapSettings | MailboxFault.PASSWORD_LOST;
}

@Injectable()
export class MailboxReader {
  private underWay = 0;

  constructor(
    private readonly db: Db,
    private readonly mailboxes: MailboxService,
  ) {}

  /** Ids of tenants whose mailbox is to be read now. */
  async due(): Promise<string[]> {
    return (await this.db.query<{ id: string }>('select open_room.mailbox_tenants() as id')).map(({ id }) => id);
  }

  /** Reads one, unless somebody else does. What is wrong with it is noted for its administrators. */
  async read(tenantId: string, take: Take): Promise<void> {
    if (this.underWay >= mostAtOnce) return;
    this.underWay += 1;
    try {
      const visit = await this.asKvarter(tenantId, () => this.claim(tenantId));
      if (visit) await this.visit(tenantId, visit, take);
    } finally {
      this.underWay -= 1;
    }
  }

  private async claim(tenantId: string): Promise<Visit | null> {
    const [reading] = await this.db.query<ClaimedReading>(claimReading, [tenantId]);
    const settings = reading ? await this.mailboxes.signIn(tenantId) : null;
    return reading && settings ? { reading, settings } : null;
  }

  private async visit(tenantId: string, { reading, settings }: Visit, take: Take): Promise<void> {
    const { mailboxId, faults } = reading;
    try {
      if (settings === MailboxFault.PASSWORD_LOST) throw new MailboxFailure(settings);
      const all = await ImapSession.visit(settings, config().mailboxHosts, longestVisit, (session) => this.readNew(tenantId, reading, session, take));
      await this.note(tenantId, noteRead, [mailboxId, new Date(Date.now() + (all ? minute : 0))]);
      mailboxVisits.inc({ outcome: 'read' });
    } catch (error) {
      if (!(error instanceof MailboxFailure)) throw error;
      const { fault } = error;
      await this.note(tenantId, noteFault, [mailboxId, new Date(Date.now() + waitAfterFault(faults)), fault]);
      mailboxVisits.inc({ outcome: fault.toLowerCase() });
      log.warn('a mailbox could not be read', { name: 'mailbox', tenantId, code: fault });
    }
  }

  /** @returns whether that was all there is */
  private async readNew(tenantId: string, { mailboxId, ...before }: ClaimedReading, session: ImapSession, take: Take): Promise<boolean> {
    const known = before.uidValidity === String(session.uidValidity) && before.lastUid !== null;
    // Numbers of other days mean nothing now: what came about when it was last read is looked at again.
    const uids = await (known ? session.after(Number(before.lastUid)) : session.since(new Date(before.since.getTime() - day)));
    const some = uids.slice(0, mostMessages);
    let dealtWith: number | null = null;
    let bytes = 0;
    const noteSoFar = async () => {
      if (dealtWith !== null) await this.note(tenantId, noteProgress, [mailboxId, String(session.uidValidity), dealtWith]);
    };
    try {
      for (const { uid, size, hasCalendar } of await session.outlines(some)) {
        const fetched = hasCalendar && size <= largestMessage;
        if (fetched) {
          bytes += size;
          if (bytes > mostBytes) return false;
          const source = await session.source(uid);
          const treatment = source && source.length <= largestMessage ? await take(source) : 'LEFT';
          if (treatment === 'ASIDE') await session.putAside(uid);
          if (treatment === 'MARKED') await session.mark(uid);
        }
        dealtWith = uid;
        if (fetched) await noteSoFar();
      }
      dealtWith = some.at(-1) ?? dealtWith;
    } finally {
      await noteSoFar();
    }
    return some.length === uids.length;
  }

  private note(tenantId: string, sql: string, values: readonly unknown[]): Promise<unknown> {
    return this.asKvarter(tenantId, () => this.db.query(sql, [tenantId, ...values]));
  }

  private asKvarter<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const kvarter = systemActor(tenantId);
    return actAs(kvarter, () => this.db.run(kvarter, 'job', work));
  }
}
