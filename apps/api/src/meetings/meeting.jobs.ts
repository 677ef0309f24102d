/** Invitations whose time ran out long ago are forgotten. */
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db/db.js';
import { defineJob, Job } from '../platform/jobs/job.js';

const cleanUp = defineJob('invitations.clean-up', { cron: '20 4 * * *' });

@Injectable()
export class MeetingJobs {
  constructor(private readonly db: Db) {}

  @Job(cleanUp)
  async cleanUp(): Promise<void> {
    await this.db.query('select open_room.clean_up_invitations()');
  }
}
