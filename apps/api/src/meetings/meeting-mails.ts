/** Puts the mails about a meeting in, in the transaction of what they tell: once each, however often somebody tries. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import type { MailKind } from '../platform/mail/mail.js';
import { type OutgoingMail, Outbox } from '../platform/mail/outbox.js';
import { changeMail, invitationMail, summaryMail } from './meeting-mail.kinds.js';
import type { MeetingEntity } from './meeting.entity.js';
import { type Reached, reachedByMail } from './participant.sql.js';

/** Between closing and its mail: time to write down the agreements that it is to hold. */
const summaryAfterMs = 3_600_000;

@Injectable()
export class MeetingMails {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** To those who were put on the list since the last time. */
  async invited(meeting: MeetingEntity, participants: readonly string[]): Promise<void> {
    const people = (await this.reached(meeting)).filter(({ id }) => participants.includes(id));
    await this.put(meeting, invitationMail, 'INVITED', people);
  }

  /** Another time or place: to everybody invited. */
  async moved(meeting: MeetingEntity): Promise<void> {
    await this.put(meeting, changeMail, 'MOVED', await this.invitedTo(meeting), `/${meeting.sequence}`);
  }

  async cancelled(meeting: MeetingEntity): Promise<void> {
    await this.put(meeting, changeMail, 'CANCELLED', await this.invitedTo(meeting));
  }

  /** To somebody whose calendar answered to what was called off: once, however often it does. */
  async calledOff(meeting: MeetingEntity, people: readonly Reached[]): Promise<void> {
    await this.put(meeting, changeMail, 'CANCELLED', people, '/answered');
  }

  /** To somebody who was invited and is not expected any more. */
  async takenOff(meeting: MeetingEntity, person: Reached): Promise<void> {
    if (person.invited) await this.put(meeting, changeMail, 'TAKEN_OFF', [person]);
  }

  /** To everybody invited and everybody who came, an hour after the meeting. */
  async summary(meeting: MeetingEntity): Promise<void> {
    const people = (await this.reached(meeting)).filter(({ invited, attended }) => invited || attended);
    await this.put(meeting, summaryMail, 'SUMMARY', people, '', new Date(this.clock.now().getTime() + summaryAfterMs));
  }

  private async invitedTo(meeting: MeetingEntity): Promise<Reached[]> {
    return (await this.reached(meeting)).filter(({ invited }) => invited);
  }

  private reached({ tenantId, id }: MeetingEntity): Promise<Reached[]> {
    return this.db.query<Reached & Record<string, unknown>>(reachedByMail, [tenantId, id]);
  }

  private async put({ id }: MeetingEntity, kind: MailKind, occasion: string, people: readonly Reached[], suffix = '', notBefore?: Date): Promise<void> {
    const mails = people.flatMap((person): OutgoingMail[] => {
      const to = person.personId ? { personId: person.personId } : person.email ? { email: person.email, name: person.name ?? '' } : null;
      if (!to) return [];
      const key = `meeting/${id}/${occasion}/${person.id}${suffix}`;
      return [{ key, kind, to, ids: { meetingId: id, participantId: person.id, occasion }, ...(notBefore && { notBefore }) }];
    });
    await this.outbox.put(mails);
  }
}
