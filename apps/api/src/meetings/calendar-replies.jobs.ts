/** Looks into the mailboxes that answers to invitations go to. */
import { Injectable } from '@nestjs/common';
import { MailboxReader, type Treatment } from '../mailbox/mailbox-reader.js';
import { actAs } from '../platform/auth/actor.js';
import { systemActor } from '../platform/auth/system.js';
import { Db } from '../platform/db/db.js';
import { defineJob, Job, next, type NextJobs } from '../platform/jobs/job.js';
import { counter } from '../platform/metrics/metrics.js';
import { CalendarReplies, type ReplyOutcome } from './calendar-replies.service.js';
import { calendarReplyIn } from './calendar-reply.js';

const readAll = defineJob('meetings.read-replies', { every: 5_000, attempts: 1 });
// What could not be read is tried again by itself, after a wait of its own.
const readTenant = defineJob('meetings.read-replies-of-tenant', { ids: ['tenantId'], apart: true, attempts: 1 });

const replies = counter('kvarter_calendar_replies_total', 'Answers of calendars, by what became of them.', ['outcome']);

/** Dealt with, so that nobody has to look at it; the rest is for people. */
const settled: readonly ReplyOutcome[] = ['TAKEN', 'KNOWN', 'CALLED_OFF'];

@Injectable()
export class CalendarRepliesJobs {
  constructor(
    private readonly db: Db,
    private readonly mailboxes: MailboxReader,
    private readonly taking: CalendarReplies,
  ) {}

  @Job(readAll)
  async everywhere(): Promise<NextJobs> {
    return next(
      readTenant,
      (await this.mailboxes.due()).map((tenantId) => ({ tenantId })),
    );
  }

  @Job(readTenant)
  async tenant({ tenantId }: { tenantId: string }): Promise<void> {
    await this.mailboxes.read(tenantId, (source) => this.take(tenantId, source));
  }

  /** An answer that says something besides is marked and stays, for whoever reads the mailbox. */
  private async take(tenantId: string, source: Buffer): Promise<Treatment> {
    const reply = await calendarReplyIn(source);
    if (!reply) return 'LEFT';
    const kvarter = systemActor(tenantId);
    const outcome = await actAs(kvarter, () => this.db.run(kvarter, 'job', () => this.taking.take(reply)));
    replies.inc({ outcome: outcome.toLowerCase() });
    if (!settled.includes(outcome)) return 'LEFT';
    return reply.hasComment ? 'MARKED' : 'ASIDE';
  }
}
