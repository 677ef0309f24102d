import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AgreementsResolver } from './agreements.resolver.js';
import { AgreementsService } from './agreements.service.js';

@Module({ imports: [FollowUpsModule, PeopleModule], providers: [AgreementsResolver, AgreementsService], exports: [AgreementsService] })
export class AgreementsModule {}
