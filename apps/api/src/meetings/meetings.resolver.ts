import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { AgendaService } from './agenda.service.js';
import { AgendaItem } from './agenda.type.js';
import { GuestsService } from './guests.service.js';
import { MeetingClosing } from './meeting-closing.js';
import { MeetingEntity, MeetingPhase, MeetingSeries } from './meeting.entity.js';
import { DescribeMeetingInput, ScheduleMeetingInput } from './meeting.input.js';
import { endOf, proposedNext } from './meeting.rules.js';
import { Invitation, MeetingDate, MeetingEditor, MeetingGuest, MeetingWarning, NewInvitation } from './meeting.type.js';
import { MeetingOutcome } from './outcome.type.js';
import { OutcomesService } from './outcomes.service.js';
import { MeetingParticipant } from './participant.type.js';
import { ParticipantsService } from './participants.service.js';
import { RunSheetService } from './run-sheet.service.js';
import { RunSheetItem } from './run-sheet.type.js';
import { LiveMeetingService } from './live-meeting.service.js';
import { MinutesService } from './minutes.service.js';
import { MeetingMinutes } from './minutes.type.js';
import { MeetingsService } from './meetings.service.js';

@Resolver(() => MeetingEntity)
export class MeetingsResolver {
  constructor(
    private readonly service: MeetingsService,
    private readonly closing: MeetingClosing,
    private readonly guestsService: GuestsService,
    private readonly agendaService: AgendaService,
    private readonly participantsService: ParticipantsService,
    private readonly runSheetService: RunSheetService,
    private readonly minutesService: MinutesService,
    private readonly outcomesService: OutcomesService,
    private readonly live: LiveMeetingService,
  ) {}

  @Can('meeting.read')
  @Query(() => [MeetingEntity])
  meetings(@Args('areaId', { type: () => UUID, nullable: true }) areaId?: string): Promise<MeetingEntity[]> {
    return this.service.list(areaId);
  }

  @Can('meeting.read')
  @Query(() => MeetingEntity)
  meeting(@Args('id', { type: () => UUID }) id: string): Promise<MeetingEntity> {
    return this.service.one(id);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  scheduleMeeting(@Args('input') input: ScheduleMeetingInput): Promise<MeetingEntity> {
    return this.service.schedule(input);
  }

  /** What a series would mean, before anybody plans it. */
  @Can('meeting.host')
  @Query(() => [MeetingDate])
  meetingDates(
    @Args('startsAt', { type: () => DateTime }) startsAt: Date,
    @Args('series', { type: () => MeetingSeries }) series: MeetingSeries,
  ): MeetingDate[] {
    return this.service.dates(startsAt, series);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  describeMeeting(@Args('id', { type: () => UUID }) id: string, @Args('input') input: DescribeMeetingInput): Promise<MeetingEntity> {
    return this.service.describe(id, input);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  rescheduleMeeting(
    @Args('id', { type: () => UUID }) id: string,
    @Args('startsAt', { type: () => DateTime }) startsAt: Date,
    @Args('durationMinutes', { type: () => Int, nullable: true }) durationMinutes?: number | null,
  ): Promise<MeetingEntity> {
    return this.service.reschedule(id, startsAt, durationMinutes);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  cancelMeeting(@Args('id', { type: () => UUID }) id: string, @Args('reason') reason: string): Promise<MeetingEntity> {
    return this.service.cancel(id, reason);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  openMeeting(@Args('id', { type: () => UUID }) id: string): Promise<MeetingEntity> {
    return this.service.open(id);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  closeMeeting(@Args('id', { type: () => UUID }) id: string): Promise<MeetingEntity> {
    return this.closing.close(id);
  }

  /** Plans the next meeting like this one, or moves the one already planned there; what was left open goes along. */
  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  fixNextMeeting(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('startsAt', { type: () => DateTime }) startsAt: Date,
  ): Promise<MeetingEntity> {
    return this.service.fixNext(meetingId, startsAt);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  leadMeeting(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('phase', { type: () => MeetingPhase }) phase: MeetingPhase,
    @Args('question', { type: () => Int, defaultValue: 0 }) question: number,
    @Args('itemId', { type: () => UUID, nullable: true }) itemId?: string | null,
  ): Promise<MeetingEntity> {
    return this.live.lead(meetingId, phase, question, itemId ?? null);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  freezeMap(@Args('meetingId', { type: () => UUID }) meetingId: string, @Args('frozen') frozen: boolean): Promise<MeetingEntity> {
    return this.service.freeze(meetingId, frozen);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  setReadAfter(@Args('meetingId', { type: () => UUID }) meetingId: string, @Args('allowed') allowed: boolean): Promise<MeetingEntity> {
    return this.service.setReadAfter(meetingId, allowed);
  }

  @Can('meeting.host')
  @Mutation(() => [NewInvitation])
  createInvitations(@Args('meetingId', { type: () => UUID }) meetingId: string, @Args('count', { type: () => Int }) count: number): Promise<NewInvitation[]> {
    return this.guestsService.invite(meetingId, count);
  }

  @Can('meeting.host')
  @Mutation(() => Invitation)
  revokeInvitation(@Args('id', { type: () => UUID }) id: string): Promise<Invitation> {
    return this.guestsService.revoke(id);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  removeGuest(@Args('meetingId', { type: () => UUID }) meetingId: string, @Args('personId', { type: () => UUID }) personId: string): Promise<MeetingEntity> {
    return this.guestsService.remove(meetingId, personId);
  }

  @ResolveField(() => DateTime)
  endsAt(@Parent() meeting: MeetingEntity): Date {
    return endOf(meeting);
  }

  @ResolveField(() => [MeetingWarning])
  warnings(@Parent() meeting: MeetingEntity): MeetingWarning[] {
    return this.service.warnings(meeting);
  }

  /** The meetings of its series, itself among them, by time. */
  @ResolveField(() => [MeetingEntity])
  seriesMeetings(@Parent() meeting: MeetingEntity): Promise<MeetingEntity[]> {
    return this.service.ofSeries(meeting);
  }

  @ResolveField(() => [AgendaItem])
  agenda(@Parent() meeting: MeetingEntity): Promise<AgendaItem[]> {
    return this.agendaService.of(meeting.id);
  }

  @ResolveField(() => [MeetingParticipant])
  participants(@Parent() meeting: MeetingEntity): Promise<MeetingParticipant[]> {
    return this.participantsService.of(meeting.id);
  }

  /** The next one like it that is planned. */
  @ResolveField(() => MeetingEntity, { nullable: true })
  nextMeeting(@Parent() meeting: MeetingEntity): Promise<MeetingEntity | null> {
    return this.service.next(meeting);
  }

  /** When the next one like it would be, by its series or the usual rhythm of its kind. */
  @ResolveField(() => DateTime)
  proposedNext(@Parent() meeting: MeetingEntity): Date {
    return proposedNext(meeting);
  }

  /** For the team; empty for guests. */
  @ResolveField(() => MeetingMinutes)
  minutes(@Parent() meeting: MeetingEntity): Promise<MeetingMinutes> {
    return this.minutesService.of(meeting.id);
  }

  /** What was said that is worth keeping. For the team; empty for guests. */
  @ResolveField(() => [MeetingOutcome])
  outcomes(@Parent() meeting: MeetingEntity): Promise<MeetingOutcome[]> {
    return this.outcomesService.of(meeting.id);
  }

  /** For the team; empty for guests. */
  @ResolveField(() => [RunSheetItem])
  runSheet(@Parent() meeting: MeetingEntity): Promise<RunSheetItem[]> {
    return this.runSheetService.of(meeting.id);
  }

  /** How many items of its run sheet should have been done by now. */
  @ResolveField(() => Int)
  lateItems(@Parent() meeting: MeetingEntity): Promise<number> {
    return this.runSheetService.late(meeting.id);
  }

  @ResolveField(() => [MeetingGuest])
  guests(@Parent() meeting: MeetingEntity): Promise<MeetingGuest[]> {
    return this.guestsService.guests(meeting);
  }

  @ResolveField(() => [MeetingEditor])
  editors(@Parent() meeting: MeetingEntity): Promise<MeetingEditor[]> {
    return this.guestsService.editors(meeting);
  }

  @ResolveField(() => [Invitation])
  invitations(@Parent() meeting: MeetingEntity): Promise<Invitation[]> {
    return this.guestsService.invitations(meeting);
  }

  @ResolveField(() => UUID, { nullable: true })
  snapshotId(@Parent() meeting: MeetingEntity): Promise<string | null> {
    return this.service.snapshotOf(meeting.id);
  }
}
