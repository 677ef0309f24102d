import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { PeopleModule } from '../people/people.module.js';
import { StakeholderChecks } from './stakeholder-checks.js';
import { StakeholderRelationsService } from './stakeholder-relations.service.js';
import { StakeholderContactResolver, StakeholderTalksResolver } from './stakeholder-talks.resolver.js';
import { StakeholderTalksService } from './stakeholder-talks.service.js';
import { StakeholdersResolver } from './stakeholders.resolver.js';
import { StakeholdersService } from './stakeholders.service.js';

@Module({
  imports: [FollowUpsModule, PeopleModule],
  providers: [
    StakeholderChecks,
    StakeholderContactResolver,
    StakeholderRelationsService,
    StakeholdersResolver,
    StakeholdersService,
    StakeholderTalksResolver,
    StakeholderTalksService,
  ],
  exports: [StakeholdersService],
})
export class StakeholdersModule {}
