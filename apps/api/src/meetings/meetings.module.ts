import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AreaMapsModule } from '../area-maps/area-maps.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AgendaResolver } from './agenda.resolver.js';
import { AgendaService } from './agenda.service.js';
import { CalendarRepliesJobs } from './calendar-replies.jobs.js';
import { CalendarReplies } from './calendar-replies.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { GuestsService } from './guests.service.js';
import { InvitationController } from './invitation.controller.js';
import { LiveMeetingService } from './live-meeting.service.js';
import { MeetingClosing } from './meeting-closing.js';
import { MeetingJobs } from './meeting.jobs.js';
import { MeetingMail } from './meeting.mail.js';
import { MeetingMails } from './meeting-mails.js';
import { MeetingMembers } from './meeting-members.js';
import { MeetingWatchers } from './meeting-watchers.js';
import { MeetingsResolver } from './meetings.resolver.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesResolver } from './minutes.resolver.js';
import { MinutesService } from './minutes.service.js';
import { OutcomesResolver } from './outcomes.resolver.js';
import { OutcomesService } from './outcomes.service.js';
import { ParticipantsResolver } from './participants.resolver.js';
import { ParticipantsService } from './participants.service.js';
import { ReplyController } from './reply.controller.js';
import { ReplyLinks } from './reply-links.js';
import { RunSheetChecks } from './run-sheet-checks.js';
import { RunSheetPlan } from './run-sheet.plan.js';
import { RunSheetResolver } from './run-sheet.resolver.js';
import { RunSheetService } from './run-sheet.service.js';

const resolvers = [MeetingsResolver, AgendaResolver, ParticipantsResolver, RunSheetResolver, MinutesResolver, OutcomesResolver];
const services = [
  MeetingsService,
  MeetingClosing,
  MeetingMail,
  MeetingMails,
  MeetingMembers,
  MeetingWatchers,
  GuestsService,
  AgendaService,
  ParticipantsService,
  ReplyLinks,
  RunSheetChecks,
  RunSheetPlan,
  RunSheetService,
  MinutesService,
  OutcomesService,
  LiveMeetingService,
  CalendarReplies,
  CalendarService,
];

@Module({
  imports: [AgreementsModule, AreaMapsModule, FollowUpsModule, MailboxModule, PeopleModule],
  controllers: [CalendarController, InvitationController, ReplyController],
  providers: [CalendarRepliesJobs, MeetingJobs, ...resolvers, ...services],
  exports: [MeetingWatchers, MeetingsService, ParticipantsService, AgendaService, CalendarService],
})
export class MeetingsModule {}
