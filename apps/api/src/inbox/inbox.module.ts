import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AreaMapsModule } from '../area-maps/area-maps.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { GapsModule } from '../gaps/gaps.module.js';
import { PeopleModule } from '../people/people.module.js';
import { InboxJobs } from './inbox.jobs.js';
import { InboxMail } from './inbox.mail.js';
import { InboxResolver } from './inbox.resolver.js';
import { InboxService } from './inbox.service.js';

@Module({
  imports: [AgreementsModule, AreaMapsModule, FollowUpsModule, GapsModule, PeopleModule],
  providers: [InboxJobs, InboxMail, InboxResolver, InboxService],
})
export class InboxModule {}
