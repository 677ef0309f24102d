/** What mails about meetings say. Written when they are sent, so they tell of the meeting as it is then. */
import { Injectable } from '@nestjs/common';
import { config } from '../config.js';
import { MailboxService } from '../mailbox/mailbox.service.js';
import { Db } from '../platform/db/db.js';
import { Mail, type MailContent, type MailToWrite } from '../platform/mail/mail.js';
import { type RecipientRow, recipientsOf } from '../platform/mail/outbox.sql.js';
import { type AgendaRow, itemsOf } from './agenda.sql.js';
import { CalendarService } from './calendar.service.js';
import { type InvitationFacts, meetingInvitation, meetingPath, takenOffMail } from './meeting-invitation.js';
import { meetingSummary } from './meeting-summary.js';
import { changeMail, invitationMail, summaryMail } from './meeting-mail.kinds.js';
import { MeetingEntity, MeetingState } from './meeting.entity.js';
import { type AgreedRow, agreedAt, hostOf } from './meeting.sql.js';
import { MeetingsService } from './meetings.service.js';
import { type ParticipantRow, participantsOf } from './participant.sql.js';
import { ReplyLinks } from './reply-links.js';

@Injectable()
export class MeetingMail {
  constructor(
    private readonly db: Db,
    private readonly meetings: MeetingsService,
    private readonly calendar: CalendarService,
    private readonly links: ReplyLinks,
    private readonly mailbox: MailboxService,
  ) {}

  /** Null where the meeting was held or called off meanwhile, or the person taken off the list. */
  @Mail(invitationMail)
  async invited(mail: MailToWrite): Promise<MailContent | null> {
    const meeting = await this.meetingOf(mail);
    return meeting && [MeetingState.PLANNED, MeetingState.OPEN].includes(meeting.state) ? this.written('INVITED', meeting, mail) : null;
  }

  @Mail(changeMail)
  async changed(mail: MailToWrite): Promise<MailContent | null> {
    const meeting = await this.meetingOf(mail);
    if (!meeting) return null;
    const occasion = mail.ids['occasion'];
    if (occasion === 'TAKEN_OFF') return takenOffMail(await this.facts('CANCELLED', meeting, [], mail));
    if (occasion === 'CANCELLED') return meeting.state === MeetingState.CANCELLED ? this.written('CANCELLED', meeting, mail) : null;
    return meeting.state === MeetingState.PLANNED ? this.written('MOVED', meeting, mail) : null;
  }

  @Mail(summaryMail)
  async summary(mail: MailToWrite): Promise<MailContent | null> {
    const meeting = await this.meetingOf(mail);
    if (!meeting) return null;
    const { tenantId, id } = meeting;
    return meetingSummary({
      title: meeting.title,
      sensitive: await this.calendar.isSensitive(meeting),
      agenda: await this.db.query<AgendaRow>(itemsOf, [tenantId, [id]]),
      agreements: await this.db.query<AgreedRow>(agreedAt, [tenantId, id]),
      next: await this.meetings.next(meeting),
      path: meetingPath(mail.tenant.slug, id),
      locale: mail.locale,
    });
  }

  private async meetingOf({ tenant, ids }: MailToWrite): Promise<MeetingEntity | null> {
    return this.db.repo(MeetingEntity).findOneBy({ tenantId: tenant.id, id: ids['meetingId'] ?? '' });
  }

  private async written(occasion: InvitationFacts['occasion'], meeting: MeetingEntity, mail: MailToWrite): Promise<MailContent | null> {
    const participants = await this.db.query<ParticipantRow>(participantsOf, [meeting.tenantId, [meeting.id]]);
    if (!participants.some(({ id }) => id === mail.ids['participantId'])) return null;
    return meetingInvitation(await this.facts(occasion, meeting, participants, mail));
  }

  private async facts(
    occasion: InvitationFacts['occasion'],
    meeting: MeetingEntity,
    participants: readonly ParticipantRow[],
    { ids, locale, to, tenant }: MailToWrite,
  ): Promise<InvitationFacts> {
    const { tenantId, id } = meeting;
    const mailbox = await this.mailbox.address();
    // Where Kvarter reads the answers itself, they go there, and what people write with them too.
    const host = mailbox ? { name: tenant.name, email: mailbox } : await this.hostOf(meeting);
    return {
      occasion,
      meeting,
      sensitive: await this.calendar.isSensitive(meeting),
      agenda: await this.db.query<AgendaRow>(itemsOf, [tenantId, [id]]),
      participants,
      to: { name: to.name, email: to.address },
      host,
      organizer: host ?? (config().smtp ? { name: config().smtp?.from.name ?? '', email: config().smtp?.from.address ?? '' } : null),
      path: meetingPath(tenant.slug, id),
      replyPath: this.links.pathFor(meeting, ids['participantId'] ?? '', to.personId ?? to.address),
      locale,
      now: new Date(),
    };
  }

  /** Whom an answer in the calendar goes to, and by whom the meeting was planned: nobody, where they have left or have no address. */
  private async hostOf({ tenantId, id }: MeetingEntity): Promise<{ name: string; email: string } | null> {
    const [planned] = await this.db.query<{ createdBy: string }>(hostOf, [tenantId, id]);
    const [host] = planned ? await this.db.query<RecipientRow>(recipientsOf, [[planned.createdBy]]) : [];
    return host?.email ? { name: host.name, email: host.email } : null;
  }
}
