/**
 * What a mail about a meeting says: invited, moved or called off; everybody gets purpose, participants, agenda and
 * process two weeks ahead (domain section 4). Where the matter is sensitive, as round an area kept to some, only the
 * title and the way to the meeting are written: a mail is read over shoulders.
 */
import type { Locale } from '@kvarter/contract';
import { config } from '../config.js';
import { button, item, type MailContent, type MailLine, paragraph } from '../platform/mail/mail.js';
import { type CalendarMeeting, type CalendarPerson, calendarFile } from './calendar-file.js';
import type { MeetingEntity } from './meeting.entity.js';
import { endOf } from './meeting.rules.js';

/** What is told of a meeting. */
export type TellableMeeting = Pick<
  MeetingEntity,
  'id' | 'sequence' | 'title' | 'startsAt' | 'durationMinutes' | 'place' | 'purpose' | 'audience' | 'process' | 'cancelledAt' | 'cancelReason'
>;

export interface InvitationFacts {
  readonly occasion: 'INVITED' | 'MOVED' | 'CANCELLED';
  readonly meeting: TellableMeeting;
  /** Title and link only. */
  readonly sensitive: boolean;
  readonly agenda: readonly { readonly title: string; readonly minutes: number | null }[];
  readonly participants: readonly { readonly name: string; readonly organisation: string | null }[];
  readonly to: CalendarPerson;
  /** Who reads answers to the mail: whoever planned it, or the municipality's mailbox; null where there is no address. */
  readonly host: CalendarPerson | null;
  /** Whom an answer in the calendar goes to; null: the file asks for none. */
  readonly organizer: CalendarPerson | null;
  /** The meeting's page, as an address within Kvarter. */
  readonly path: string;
  /** Where one answers without signing in, as an address within Kvarter. */
  readonly replyPath: string;
  readonly locale: Locale;
  readonly now: Date;
}

const words = {
  da: {
    subject: {
      INVITED: (title: string) => `Invitation: ${title}`,
      MOVED: (title: string) => `Flyttet: ${title}`,
      CANCELLED: (title: string) => `Aflyst: ${title}`,
    },
    first: {
      INVITED: (when: string) => `Du er inviteret til et møde ${when}.`,
      MOVED: (when: string) => `Mødet er flyttet. Det er nu ${when}.`,
      CANCELLED: (when: string) => `Mødet ${when} er aflyst.`,
    },
    place: 'Sted',
    purpose: 'Formål',
    audience: 'For',
    process: 'Sådan foregår det',
    agenda: 'Dagsorden',
    participants: 'Deltagere',
    minutes: (minutes: number) => `${minutes} min.`,
    reason: 'Begrundelse',
    see: 'Se mødet',
    takenOff: {
      subject: (title: string) => `Du er taget af listen: ${title}`,
      first: (when: string) => `Du skal ikke længere regne med mødet ${when}. Er det en fejl, så svar på mailen.`,
    },
    answer: { YES: 'Jeg kommer', MAYBE: 'Måske', NO: 'Jeg kan ikke' },
    to: 'til',
  },
  en: {
    subject: {
      INVITED: (title: string) => `Invitation: ${title}`,
      MOVED: (title: string) => `Moved: ${title}`,
      CANCELLED: (title: string) => `Cancelled: ${title}`,
    },
    first: {
      INVITED: (when: string) => `You are invited to a meeting on ${when}.`,
      MOVED: (when: string) => `The meeting has been moved. It is now on ${when}.`,
      CANCELLED: (when: string) => `The meeting on ${when} has been cancelled.`,
    },
    place: 'Place',
    purpose: 'Purpose',
    audience: 'For',
    process: 'How it will go',
    agenda: 'Agenda',
    participants: 'Participants',
    minutes: (minutes: number) => `${minutes} min`,
    reason: 'Reason',
    see: 'See the meeting',
    takenOff: {
      subject: (title: string) => `You are off the list: ${title}`,
      first: (when: string) => `You are no longer expected at the meeting on ${when}. If that is a mistake, answer this mail.`,
    },
    answer: { YES: 'I will come', MAYBE: 'Maybe', NO: 'I cannot come' },
    to: 'to',
  },
} as const;

/** The mail to one participant, with the calendar file of the meeting as it is now. */
export function meetingInvitation(facts: InvitationFacts): MailContent {
  const { occasion, meeting, sensitive, to, host, organizer, now, locale } = facts;
  const off = occasion === 'CANCELLED';
  const route = organizer && to.email ? { organizer, attendee: to } : undefined;
  const content = calendarFile(calendarMeeting(meeting, config().publicUrl + facts.path, sensitive), now, route);
  const method = route ? (off ? 'CANCEL' : 'REQUEST') : 'PUBLISH';
  return {
    subject: words[locale].subject[occasion](meeting.title),
    lines: [...(sensitive ? [] : told(facts)), ...ways(facts)],
    sensitive,
    attachments: [{ filename: 'moede.ics', contentType: `text/calendar; charset=utf-8; method=${method}`, content, discreet: sensitive }],
    ...(host && { replyTo: { name: host.name, address: host.email } }),
  };
}

/** To somebody who was invited and isn't expected any more: their calendar forgets the meeting. */
export function takenOffMail(facts: InvitationFacts): MailContent {
  const { meeting, locale } = facts;
  const say = words[locale].takenOff;
  const cancelledAt = meeting.cancelledAt ?? facts.now;
  const { attachments, ...mail } = meetingInvitation({ ...facts, occasion: 'CANCELLED', meeting: { ...meeting, cancelledAt } });
  return { ...mail, subject: say.subject(meeting.title), lines: [paragraph(say.first(span(meeting, locale)))], attachments: attachments ?? [] };
}

/** Where a meeting is seen, as an address within Kvarter. */
export const meetingPath = (tenantSlug: string, meetingId: string): string => `/${tenantSlug}/meetings/${meetingId}`;

/** The meeting as calendars know it. @param sensitive title and link only */
export function calendarMeeting(meeting: TellableMeeting, url: string, sensitive: boolean): CalendarMeeting {
  const { id, sequence, title, startsAt, place, purpose, process, cancelledAt } = meeting;
  const described = [purpose, process, url].filter((part) => part !== null).join('\n\n');
  const open = sensitive ? { place: null, description: null } : { place, description: described };
  return { id, sequence, title, startsAt, endsAt: endOf(meeting), cancelled: cancelledAt !== null, url, ...open };
}

function told({ occasion, meeting, agenda, participants, locale }: InvitationFacts): MailLine[] {
  const say = words[locale];
  const labelled = (label: string, text: string | null): MailLine[] => (text === null ? [] : [paragraph(`${label}: ${text}`)]);
  const list = (label: string, items: readonly string[]): MailLine[] =>
    items.length === 0 ? [] : [paragraph(`${label}:`), ...items.map((text) => item(text))];
  const first = paragraph(say.first[occasion](span(meeting, locale)));
  if (occasion === 'CANCELLED') return [first, ...labelled(say.reason, meeting.cancelReason)];
  return [
    first,
    ...labelled(say.place, meeting.place),
    ...labelled(say.purpose, meeting.purpose),
    ...labelled(say.audience, meeting.audience),
    ...labelled(say.process, meeting.process),
    ...list(
      say.agenda,
      agenda.map(({ title, minutes }) => (minutes === null ? title : `${title} (${say.minutes(minutes)})`)),
    ),
    ...list(
      say.participants,
      participants.map(({ name, organisation }) => (organisation === null ? name : `${name}, ${organisation}`)),
    ),
  ];
}

/** Programs open links, so each leads to a page that asks once more; which answer it begins with stands where no server sees it. */
function ways({ occasion, replyPath, path, locale }: InvitationFacts): MailLine[] {
  const say = words[locale];
  const replies = occasion === 'CANCELLED' ? [] : (['YES', 'MAYBE', 'NO'] as const).map((one) => button(say.answer[one], `${replyPath}#${one}`));
  return [...replies, button(say.see, path)];
}

/** From when to when, by the clock in Denmark. */
export function span(meeting: Pick<TellableMeeting, 'startsAt' | 'durationMinutes'>, locale: Locale): string {
  const language = locale === 'da' ? 'da-DK' : 'en-GB';
  const zone = { timeZone: 'Europe/Copenhagen' } as const;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', ...zone }).format(meeting.startsAt);
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...zone });
  return `${day} ${clock.format(meeting.startsAt)} ${words[locale].to} ${clock.format(endOf(meeting))}`;
}
