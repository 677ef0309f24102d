/** Links in invitations by which people answer without signing in. What they say is sealed. */
import { Injectable } from '@nestjs/common';
import { SignedLinks } from '../platform/mail/signed-link.js';
import type { MeetingEntity } from './meeting.entity.js';
import { endOf } from './meeting.rules.js';

const purpose = 'meetings.reply';

@Injectable()
export class ReplyLinks {
  constructor(private readonly links: SignedLinks) {}

  /** Until the meeting is over. @param personOrAddress whom the mail goes to @returns an address within Kvarter that tells nothing */
  pathFor(meeting: Pick<MeetingEntity, 'tenantId' | 'startsAt' | 'durationMinutes'>, participantId: string, personOrAddress: string): string {
    return `/reply/${this.links.sign({ purpose, tenantId: meeting.tenantId, subjectId: participantId, personOrAddress, expires: endOf(meeting) })}`;
  }

  /** @throws LINK_UNKNOWN, LINK_EXPIRED */
  open(token: string): { tenantId: string; participantId: string; personOrAddress: string } {
    const { tenantId, subjectId, personOrAddress } = this.links.open(token, purpose);
    return { tenantId, participantId: subjectId, personOrAddress };
  }
}
