import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AgreementsResolver } from './agreements.resolver.js';
import { AgreementsService } from './agreements.service.js';
import { ReportController } from './report.controller.js';
import { ReportLinks } from './report-links.js';

@Module({
  imports: [FollowUpsModule, PeopleModule],
  controllers: [ReportController],
  providers: [AgreementsResolver, AgreementsService, ReportLinks],
  exports: [AgreementsService],
})
export class AgreementsModule {}
