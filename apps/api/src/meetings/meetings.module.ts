import { Module } from '@nestjs/common';
import { AreaMapsModule } from '../area-maps/area-maps.module.js';
import { GuestsService } from './guests.service.js';
import { InvitationController } from './invitation.controller.js';
import { MeetingJobs } from './meeting.jobs.js';
import { MeetingsResolver } from './meetings.resolver.js';
import { MeetingsService } from './meetings.service.js';

@Module({
  imports: [AreaMapsModule],
  controllers: [InvitationController],
  providers: [MeetingJobs, MeetingsResolver, MeetingsService, GuestsService],
  exports: [MeetingsService],
})
export class MeetingsModule {}
