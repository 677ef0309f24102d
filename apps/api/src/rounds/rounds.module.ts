import { Module } from '@nestjs/common';
import { AreaMapsModule } from '../area-maps/area-maps.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PreparationItemsResolver, PreparationsResolver } from './preparations.resolver.js';
import { PreparationsService } from './preparations.service.js';
import { RankingsResolver } from './rankings.resolver.js';
import { RankingsService } from './rankings.service.js';
import { RoundChecks } from './round-checks.js';
import { RoundJobs } from './round.jobs.js';
import { RoundsResolver, RoundStepsResolver } from './rounds.resolver.js';
import { RoundsService } from './rounds.service.js';

@Module({
  imports: [AreaMapsModule, FollowUpsModule, MeetingsModule, PeopleModule],
  providers: [
    PreparationItemsResolver,
    PreparationsResolver,
    PreparationsService,
    RankingsResolver,
    RankingsService,
    RoundChecks,
    RoundJobs,
    RoundsResolver,
    RoundsService,
    RoundStepsResolver,
  ],
})
export class RoundsModule {}
