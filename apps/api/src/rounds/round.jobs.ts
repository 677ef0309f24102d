/** Each night: whoever came to an area's team since is asked to prepare. */
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db/db.js';
import { defineJob, Job, next, type NextJobs } from '../platform/jobs/job.js';
import { RoundChecks } from './round-checks.js';

const askAll = defineJob('rounds.ask-all', { cron: '40 2 * * *' });
const ask = defineJob('rounds.ask', { ids: ['tenantId'] });

@Injectable()
export class RoundJobs {
  constructor(
    private readonly db: Db,
    private readonly checks: RoundChecks,
  ) {}

  @Job(askAll)
  async askAll(): Promise<NextJobs> {
    const tenants = await this.db.query<{ id: string }>('select open_room.job_tenants() as id');
    return next(
      ask,
      tenants.map(({ id }) => ({ tenantId: id })),
    );
  }

  @Job(ask)
  async ask(): Promise<void> {
    await this.checks.askEverywhere();
  }
}
