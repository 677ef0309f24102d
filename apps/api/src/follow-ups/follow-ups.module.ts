import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { CadencesResolver } from './cadences.resolver.js';
import { CadencesService } from './cadences.service.js';
import { FollowUpJobs } from './follow-up.jobs.js';
import { FollowUpRulesResolver } from './follow-up-rules.resolver.js';
import { FollowUpRulesService } from './follow-up-rules.service.js';
import { FollowUpsResolver } from './follow-ups.resolver.js';
import { FollowUpsService } from './follow-ups.service.js';
import { ReminderMail } from './reminder.mail.js';

@Module({
  imports: [PeopleModule],
  providers: [CadencesResolver, FollowUpJobs, FollowUpRulesResolver, FollowUpRulesService, FollowUpsResolver, FollowUpsService, CadencesService, ReminderMail],
  exports: [CadencesService, FollowUpsService],
})
export class FollowUpsModule {}
