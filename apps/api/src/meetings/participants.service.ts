/** Who is to come to a meeting, what they answered, and whether they came. */
import { Injectable } from '@nestjs/common';
import { textLimits } from '@kvarter/geo';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { mailAddress } from '../platform/mail/mail-address.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import { type MeetingEntity, MeetingState } from './meeting.entity.js';
import { MeetingMails } from './meeting-mails.js';
import { MeetingMembers } from './meeting-members.js';
import { MeetingsService } from './meetings.service.js';
import {
  addExternals,
  addMembers,
  answer,
  invitedBy,
  markInvited,
  type ParticipantRow,
  participantsOf,
  type Reached,
  takeOff,
  tickOff,
} from './participant.sql.js';
import type { AddParticipantsInput, ExternalParticipantInput, MeetingAnswer, MeetingParticipant } from './participant.type.js';

export const mostAdded = 100;
const longestAddress = 254;

/** Somebody on a list, by the link of their invitation. */
export interface Invited {
  readonly id: string;
  readonly meetingId: string;
  readonly answer: MeetingAnswer | null;
}

const participants = Symbol('participants by meeting');

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
    private readonly members: MeetingMembers,
    private readonly mails: MeetingMails,
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
    const [person] = await this.db.query<Reached & Record<string, unknown>>(takeOff, [meeting.tenantId, meetingId, participantId]);
    if (person) await this.mails.takenOff(meeting, person);
    return this.found(meeting, person ? [person] : []);
  }

  /**
   * Invites everybody on the list who isn't yet, by mail where they have an address.
   * @throws CONFLICT where the meeting is over or was called off
   */
  async invite(meetingId: string): Promise<MeetingEntity> {
    const meeting = await this.meetings.toCome(meetingId);
    const invited = await this.db.query<{ id: string }>(markInvited, [meeting.tenantId, meetingId, new Date()]);
    await this.mails.invited(
      meeting,
      invited.map(({ id }) => id),
    );
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

  /**
   * Whoever holds a link to answer by.
   * @throws LINK_EXPIRED where they are on the list no more, CONFLICT where the meeting is over or was called off
   */
  async invited(participantId: string, personOrAddress: string): Promise<Invited> {
    const [invited] = await this.db.query<Invited & Record<string, unknown>>(invitedBy, [currentTenant().id, participantId, personOrAddress]);
    if (!invited) throw refuse('LINK_EXPIRED');
    await this.meetings.toCome(invited.meetingId);
    return invited;
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
  if (address !== null && mailAddress(address) === null) throw refuse('MAIL_ADDRESS_INVALID', {}, { field: 'email' });
  return { name: checkedName(name), email: address, organisation: checkedText(organisation, 'organisation', textLimits.name) };
}
