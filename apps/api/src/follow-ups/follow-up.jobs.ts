/**
 * The engine: what is due is swept every five seconds, tenant by tenant, in batches that make way for other tenants'
 * between them; each night plans are extended. A check is a row, never a job: jobs only carry batches.
 */
import { Injectable } from '@nestjs/common';
import { addMonths, type LocalDate, localDateOf, monthsAhead } from '@kvarter/cadence';
import { currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { defineJob, Job, next, type NextJobs } from '../platform/jobs/job.js';
import { CadencesService } from './cadences.service.js';
import { currentRules } from './follow-up-rules.sql.js';
import { type CadenceRow, cadencesToExtend, type DueRow, noteReminders, takeDue } from './follow-up.sql.js';
import { officeTime, reminderMail } from './reminder.mail.js';
import { escalatedOn, nextReminderOn, startOf } from './reminder-days.js';

const sweep = defineJob('follow-ups.sweep', { every: 5_000 });
const remind = defineJob('follow-ups.remind', { ids: ['tenantId'] });
const extendAll = defineJob('follow-ups.extend-all', { cron: '10 2 * * *' });
const extend = defineJob('follow-ups.extend', { ids: ['tenantId'] });

/** Checks in a batch: large enough that the journey there is nothing, small enough that others wait for moments. */
const batch = 1_000;
const cadencesAtOnce = 200;

@Injectable()
export class FollowUpJobs {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cadences: CadencesService,
  ) {}

  @Job(sweep)
  async sweep(): Promise<NextJobs> {
    const tenants = await this.db.query<{ id: string }>('select open_room.tenants_to_remind($1) as id', [this.clock.now()]);
    return next(
      remind,
      tenants.map(({ id }) => ({ tenantId: id })),
    );
  }

  @Job(remind)
  async remind({ tenantId }: { tenantId: string }): Promise<NextJobs> {
    const now = this.clock.now();
    const due = await this.db.query<DueRow>(takeDue, [currentTenant().id, now, batch]);
    if (due.length > 0) {
      const today = localDateOf(now);
      const rules = await currentRules(this.db);
      const days = new Map<string, { next: Date; escalates: boolean }>();
      const planned = due.map((row) => {
        const known = days.get(row.dueOn);
        if (known) return known;
        const reminded = { subjectType: row.subjectType, dueOn: row.dueOn as LocalDate };
        const one = { next: startOf(nextReminderOn(reminded, today, rules)), escalates: escalatedOn(reminded, rules) <= today };
        days.set(row.dueOn, one);
        return one;
      });
      await this.db.query(noteReminders, [
        tenantId,
        now,
        due.map(({ id }) => id),
        planned.map((one) => one.next),
        // What was missed while nobody looked goes out once, and to the one whose it is, first.
        due.map(({ reminders, escalated }, index) => reminders > 0 && !escalated && (planned[index]?.escalates ?? false)),
        reminderMail.kind,
        officeTime(now),
      ]);
    }
    return next(remind, due.length < batch ? [] : [{ tenantId }]);
  }

  @Job(extendAll)
  async extendAll(): Promise<NextJobs> {
    const tenants = await this.db.query<{ id: string }>('select open_room.job_tenants() as id');
    return next(
      extend,
      tenants.map(({ id }) => ({ tenantId: id })),
    );
  }

  @Job(extend)
  async extend({ tenantId }: { tenantId: string }): Promise<NextJobs> {
    const through = addMonths(this.clock.today(), monthsAhead);
    const cadences = await this.db.query<CadenceRow>(cadencesToExtend, [tenantId, through, cadencesAtOnce]);
    if (cadences.length > 0) await this.cadences.extend(cadences, through);
    return next(extend, cadences.length < cadencesAtOnce ? [] : [{ tenantId }]);
  }
}
