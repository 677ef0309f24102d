/** Sign-ins that ended long ago leave no trace. */
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db/db.js';
import { defineJob, Job } from '../platform/jobs/job.js';

const cleanUp = defineJob('sessions.clean-up', { cron: '10 4 * * *' });

@Injectable()
export class PeopleJobs {
  constructor(private readonly db: Db) {}

  @Job(cleanUp)
  async cleanUp(): Promise<void> {
    await this.db.query('select identity.clean_up()');
  }
}
