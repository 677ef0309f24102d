/** Takes what calendars answered: the same once more changes nothing, and what is older than what is known neither. */
import { Injectable } from '@nestjs/common';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { mailAddress } from '../platform/mail/mail-address.js';
import { type RecipientRow, recipientsOf } from '../platform/mail/outbox.sql.js';
import type { CalendarReply } from './calendar-reply.js';
import { MeetingMails } from './meeting-mails.js';
import { MeetingEntity, MeetingState } from './meeting.entity.js';
import { knownFromCalendar, noteFromCalendar, type Reached, reachedByMail } from './participant.sql.js';

/**
 * TAKEN: it is noted. KNOWN: it was before. OLD: written before what is known, or to another time of the meeting.
 * CALLED_OFF: they were told that it is. OVER: the meeting was held. NOBODY: no meeting here, or nobody on its list.
 */
export type ReplyOutcome = 'TAKEN' | 'KNOWN' | 'OLD' | 'CALLED_OFF' | 'OVER' | 'NOBODY';

@Injectable()
export class CalendarReplies {
  constructor(
    private readonly db: Db,
    private readonly mails: MeetingMails,
  ) {}

  /** As Kvarter, in one transaction. */
  async take({ meetingId, address, answer, sequence, stamp }: CalendarReply): Promise<ReplyOutcome> {
    const { id: tenantId } = currentTenant();
    const meeting = await this.db.repo(MeetingEntity).findOneBy({ tenantId, id: meetingId });
    const people = meeting ? await this.withAddress(meeting, address) : [];
    if (!meeting || people.length === 0) return 'NOBODY';
    if (meeting.state === MeetingState.CLOSED) return 'OVER';
    if (meeting.state === MeetingState.CANCELLED) {
      await this.mails.calledOff(meeting, people);
      return 'CALLED_OFF';
    }
    const ids = people.map(({ id }) => id);
    const noted = await this.db.query(noteFromCalendar, [tenantId, meetingId, ids, answer, stamp, sequence]);
    if (noted.length > 0) return 'TAKEN';
    return (await this.db.query(knownFromCalendar, [tenantId, meetingId, ids, stamp])).length > 0 ? 'KNOWN' : 'OLD';
  }

  /** Who on the list is reached at an address: members at the one that is known of them, others at their own. Who has left is not. */
  private async withAddress({ tenantId, id }: MeetingEntity, address: string): Promise<Reached[]> {
    const all = await this.db.query<Reached & Record<string, unknown>>(reachedByMail, [tenantId, id]);
    const members = await this.db.query<RecipientRow>(recipientsOf, [all.flatMap(({ personId }) => personId ?? [])]);
    const ofMembers = new Map(members.map(({ personId, email }) => [personId, email]));
    return all.filter((one) => {
      const known = one.personId === null ? one.email : ofMembers.get(one.personId);
      return known && mailAddress(known)?.toLowerCase() === address;
    });
  }
}
