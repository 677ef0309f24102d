import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MeetingEntity } from './meeting.entity.js';
import { AddParticipantsInput, MeetingAnswer } from './participant.type.js';
import { ParticipantsService } from './participants.service.js';

@Resolver()
export class ParticipantsResolver {
  constructor(private readonly participants: ParticipantsService) {}

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  addParticipants(@Args('meetingId', { type: () => UUID }) meetingId: string, @Args('input') input: AddParticipantsInput): Promise<MeetingEntity> {
    return this.participants.add(meetingId, input);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  removeParticipant(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('participantId', { type: () => UUID }) participantId: string,
  ): Promise<MeetingEntity> {
    return this.participants.remove(meetingId, participantId);
  }

  @Can('meeting.host')
  @Mutation(() => MeetingEntity)
  inviteParticipants(@Args('meetingId', { type: () => UUID }) meetingId: string): Promise<MeetingEntity> {
    return this.participants.invite(meetingId);
  }

  @Can('meeting.read')
  @Mutation(() => MeetingEntity)
  replyToMeeting(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('participantId', { type: () => UUID }) participantId: string,
    @Args('answer', { type: () => MeetingAnswer }) answer: MeetingAnswer,
  ): Promise<MeetingEntity> {
    return this.participants.reply(meetingId, participantId, answer);
  }

  @Can('meeting.note')
  @Mutation(() => MeetingEntity)
  setAttendance(
    @Args('meetingId', { type: () => UUID }) meetingId: string,
    @Args('participantId', { type: () => UUID }) participantId: string,
    @Args('attended', { type: () => Boolean, nullable: true }) attended: boolean | null,
  ): Promise<MeetingEntity> {
    return this.participants.tickOff(meetingId, participantId, attended ?? null);
  }
}
