import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { PeopleModule } from '../people/people.module.js';
import { GapsResolver } from './gaps.resolver.js';
import { GapsService } from './gaps.service.js';

@Module({
  imports: [FollowUpsModule, PeopleModule],
  providers: [GapsResolver, GapsService],
  exports: [GapsService],
})
export class GapsModule {}
