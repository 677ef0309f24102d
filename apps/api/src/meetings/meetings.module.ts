import { Module } from '@nestjs/common';
import { AreaMapsModule } from '../area-maps/area-maps.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AgendaResolver } from './agenda.resolver.js';
import { AgendaService } from './agenda.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { GuestsService } from './guests.service.js';
import { InvitationController } from './invitation.controller.js';
import { MeetingJobs } from './meeting.jobs.js';
import { MeetingMembers } from './meeting-members.js';
import { MeetingsResolver } from './meetings.resolver.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantsResolver } from './participants.resolver.js';
import { ParticipantsService } from './participants.service.js';

@Module({
  imports: [AreaMapsModule, PeopleModule],
  controllers: [CalendarController, InvitationController],
  providers: [
    MeetingJobs,
    MeetingMembers,
    MeetingsResolver,
    MeetingsService,
    GuestsService,
    AgendaResolver,
    AgendaService,
    CalendarService,
    ParticipantsResolver,
    ParticipantsService,
  ],
  exports: [MeetingsService],
})
export class MeetingsModule {}
