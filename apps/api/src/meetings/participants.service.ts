/** Who is to come to a meeting, what they answered, and whether they came. */
import { Injectable } from '@nestjs/common';
import { textLimits } from '@kvarter/geo';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import { type MeetingEntity, MeetingState } from './meeting.entity.js';
import { MeetingMembers } from './meeting-members.js';
import { MeetingsService } from './meetings.service.js';
import { addExternals, addMembers, answer, markInvited, type ParticipantRow, participantsOf, takeOff, tickOff } from './participant.sql.js';
import type { AddParticipantsInput, ExternalParticipantInput, MeetingAnswer, MeetingParticipant } from './participant.type.js';

export const mostAdded = 100;
const longestAddress = 254;

const participants = Symbol('participants by meeting');

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
    private readonly members: MeetingMembers,
  ) {}

  of(meetingId: string): Promise<MeetingParticipant[]> {
    return loadOne<MeetingParticipant[]>(
      participants,
      meetingId,
      async (ids) => {
        const rows = await this.db.query<ParticipantRow>(participantsOf, [currentTenant().id, ids]);
        return new Map(ids.map((id) => [id, rows.filter((row) => row.meetingId === id)]));
      },
      [],
    );
  }

  /**
   * Puts people on the list; who stands there already stays as they are. Nobody is told yet.
   * @throws NOT_FOUND for somebody who is no member, INVALID_INPUT for a name or address, CONFLICT where the meeting is over
   */
  async add(meetingId: string, { personIds, externals, laterToo }: AddParticipantsInput): Promise<MeetingEntity> {
    const meeting = await this.meetings.toCome(meetingId);
    const [people, others] = [personIds ?? [], (externals ?? []).map(checkedExternal)];
    const count = people.length + others.length;
    if (count > mostAdded) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'count', min: 0, max: mostAdded }, { field: 'personIds' });
    await this.members.require(people, 'personIds');
    const later = laterToo
      ? (await this.meetings.ofSeries(meeting)).filter(({ state, startsAt }) => state === MeetingState.PLANNED && startsAt > meeting.startsAt)
      : [];
    const { personId } = currentActor();
    const meetings = [meetingId, ...later.map(({ id }) => id)];
    await this.db.query(addMembers, [meeting.tenantId, meetings, people, personId]);
    const columns = [others.map(({ name }) => name), others.map(({ email }) => email), others.map(({ organisation }) => organisation)];
    await this.db.query(addExternals, [meeting.tenantId, meetings, ...columns, personId]);
    return meeting;
  }

  /** @throws NOT_FOUND */
  async remove(meetingId: string, participantId: string): Promise<MeetingEntity> {
    const meeting = await this.meetings.toCome(meetingId);
    return this.found(meeting, await this.db.query(takeOff, [meeting.tenantId, meetingId, participantId]));
  }

  /**
   * Invites everybody on the list who isn't yet: for each the mail of `meetingInvitation` is due from here.
   * @throws CONFLICT where the meeting is over or was called off
   */
  async invite(meetingId: string): Promise<MeetingEntity> {
    const meeting = await this.meetings.toCome(meetingId);
    await this.db.query(markInvited, [meeting.tenantId, meetingId, new Date()]);
    return meeting;
  }

  /**
   * What somebody answers: for themselves; the host, who was told by telephone, for anybody; Kvarter for whoever
   * answers by mail.
   * @throws NOT_FOUND where it isn't theirs to answer, CONFLICT where the meeting is over or was called off
   */
  async reply(meetingId: string, participantId: string, given: MeetingAnswer): Promise<MeetingEntity> {
    const meeting = await this.meetings.toCome(meetingId);
    return this.found(meeting, await this.db.query(answer, [meeting.tenantId, meetingId, participantId, given]));
  }

  /** Who came; null takes it back. @throws FORBIDDEN before the meeting, NOT_FOUND */
  async tickOff(meetingId: string, participantId: string, attended: boolean | null): Promise<MeetingEntity> {
    const meeting = await this.meetings.one(meetingId);
    if (meeting.state !== MeetingState.OPEN) throw refuse('MEETING_NOT_OPEN');
    return this.found(meeting, await this.db.query(tickOff, [meeting.tenantId, meetingId, participantId, attended]));
  }

  private found(meeting: MeetingEntity, rows: readonly unknown[]): MeetingEntity {
    if (rows.length === 0) throw refuse('PARTICIPANT_NOT_FOUND', {}, { field: 'participantId' });
    return meeting;
  }
}

interface External {
  readonly name: string;
  readonly email: string | null;
  readonly organisation: string | null;
}

function checkedExternal({ name, email, organisation }: ExternalParticipantInput): External {
  const address = checkedText(email, 'email', longestAddress);
  // What can be an address at all; whether anybody reads it, only a mail tells.
  if (address !== null && !/^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]{2,}$/u.test(address))
    throw refuse('VALUE_INVALID', { field: 'email' }, { field: 'email' });
  return { name: checkedName(name), email: address, organisation: checkedText(organisation, 'organisation', textLimits.name) };
}
