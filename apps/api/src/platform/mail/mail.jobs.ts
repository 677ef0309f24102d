/** Sends what waits, tenant by tenant, and forgets addresses nobody needs any more. */
import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { Notifications } from '../db/notifications.js';
import { defineJob, Job, next, type NextJobs } from '../jobs/job.js';
import { JobQueue } from '../jobs/job-queue.js';
import { JobWorker } from '../jobs/job-worker.js';
import { log } from '../log/log.js';
import { MailSender } from './mail-sender.js';

const sendEverywhere = defineJob('mail.send', { every: 10_000, attempts: 1 });
// What fails comes again by itself ten seconds later.
const sendTenant = defineJob('mail.send-tenant', { ids: ['tenantId'], apart: true, attempts: 1 });
const forget = defineJob('mail.forget-addresses', { cron: '40 4 * * *' });

@Injectable()
export class MailJobs {
  constructor(
    private readonly db: Db,
    private readonly sender: MailSender,
    private readonly queue: JobQueue,
    notifications: Notifications,
    worker: JobWorker,
  ) {
    if (sender.configured) worker.onStart(() => notifications.listen('kvarter_mail', (tenantId) => void this.hurry(tenantId)));
  }

  @Job(sendEverywhere)
  async everywhere(): Promise<NextJobs> {
    const tenants = this.sender.configured ? await this.db.query<{ id: string }>('select open_room.mail_tenants() as id') : [];
    return next(
      sendTenant,
      tenants.map(({ id }) => ({ tenantId: id })),
    );
  }

  @Job(sendTenant)
  async tenant({ tenantId }: { tenantId: string }): Promise<void> {
    await this.sender.send(tenantId);
  }

  /** Mails to be sent now are committed. What is missed here, the next round finds. */
  private async hurry(tenantId: string): Promise<void> {
    await this.queue.add(sendTenant, { tenantId }).catch((error: unknown) => log.warn('could not put in a job', { name: sendTenant.name, error }));
  }

  @Job(forget)
  async forget(): Promise<void> {
    await this.db.query('select open_room.forget_mail_addresses()');
  }
}
