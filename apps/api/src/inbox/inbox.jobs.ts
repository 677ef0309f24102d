/** Each morning: who runs a team is reminded of what none of them has looked at in time. */
import { Injectable } from '@nestjs/common';
import { officeTime } from '../follow-ups/reminder.mail.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { defineJob, Job, next, type NextJobs } from '../platform/jobs/job.js';
import { unseenMail } from './inbox.mail.js';
import { remindOfUnseen } from './knowledge-item.sql.js';

const remindAll = defineJob('inbox.remind-all', { cron: '20 7 * * *' });
const remind = defineJob('inbox.remind', { ids: ['tenantId'] });

@Injectable()
export class InboxJobs {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Job(remindAll)
  async remindAll(): Promise<NextJobs> {
    const tenants = await this.db.query<{ id: string }>('select open_room.job_tenants() as id');
    return next(
      remind,
      tenants.map(({ id }) => ({ tenantId: id })),
    );
  }

  /** Once for each item and coordinator, however often it runs: the mail's key is unique. */
  @Job(remind)
  async remind({ tenantId }: { tenantId: string }): Promise<void> {
    await this.db.query(remindOfUnseen, [tenantId, this.clock.today(), unseenMail.kind, officeTime(this.clock.now())]);
  }
}
