/**
 * What a mail about a meeting says: invited, moved or called off; everybody gets purpose, participants, agenda and
 * process two weeks ahead (domain section 4). Where the matter is sensitive, as round an area kept to some, only the
 * title and the way to the meeting are written: a mail is read over shoulders.
 */
import type { Locale } from '@kvarter/contract';
import { type CalendarMeeting, type CalendarPerson, calendarFile } from './calendar-file.js';
import type { MeetingEntity } from './meeting.entity.js';
import { endOf } from './meeting.rules.js';

export type MailLine =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'button'; readonly text: string; readonly url: string };

export interface InvitationMail {
  readonly subject: string;
  readonly lines: readonly MailLine[];
  readonly sensitive: boolean;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly content: string }[];
}

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
  /** Whom an answer in the calendar goes to. */
  readonly organizer: CalendarPerson;
  /** The meeting's page. */
  readonly url: string;
  /** Where one answers without signing in, one address an answer; absent, the page of the meeting is where. */
  readonly answers?: Readonly<Record<'YES' | 'NO' | 'MAYBE', string>>;
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
    answer: { YES: 'I will come', MAYBE: 'Maybe', NO: 'I cannot come' },
    to: 'to',
  },
} as const;

/** The mail to one participant, with the calendar file of the meeting as it is now. */
export function meetingInvitation(facts: InvitationFacts): InvitationMail {
  const { occasion, meeting, sensitive, to, organizer, now, locale } = facts;
  const off = occasion === 'CANCELLED';
  const content = calendarFile(calendarMeeting(meeting, facts.url, sensitive), now, { organizer, attendee: to });
  return {
    subject: words[locale].subject[occasion](meeting.title),
    lines: [...(sensitive ? [] : told(facts)), ...ways(facts)],
    sensitive,
    attachments: [{ filename: 'moede.ics', contentType: `text/calendar; charset=utf-8; method=${off ? 'CANCEL' : 'REQUEST'}`, content }],
  };
}

/** The meeting as calendars know it. @param sensitive title and link only */
export function calendarMeeting(meeting: TellableMeeting, url: string, sensitive: boolean): CalendarMeeting {
  const { id, sequence, title, startsAt, place, purpose, process, cancelledAt } = meeting;
  const described = [purpose, process, url].filter((part) => part !== null).join('\n\n');
  const open = sensitive ? { place: null, description: null } : { place, description: described };
  return { id, sequence, title, startsAt, endsAt: endOf(meeting), cancelled: cancelledAt !== null, url, ...open };
}

function told({ occasion, meeting, agenda, participants, locale }: InvitationFacts): MailLine[] {
  const say = words[locale];
  const paragraph = (label: string, text: string | null): MailLine[] => (text === null ? [] : [{ kind: 'paragraph', text: `${label}: ${text}` }]);
  const list = (label: string, items: readonly string[]): MailLine[] =>
    items.length === 0 ? [] : [{ kind: 'paragraph', text: `${label}:` }, ...items.map((text): MailLine => ({ kind: 'item', text }))];
  const first: MailLine = { kind: 'paragraph', text: say.first[occasion](span(meeting, locale)) };
  if (occasion === 'CANCELLED') return [first, ...paragraph(say.reason, meeting.cancelReason)];
  return [
    first,
    ...paragraph(say.place, meeting.place),
    ...paragraph(say.purpose, meeting.purpose),
    ...paragraph(say.audience, meeting.audience),
    ...paragraph(say.process, meeting.process),
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

function ways({ occasion, answers, url, locale }: InvitationFacts): MailLine[] {
  const say = words[locale];
  const replies =
    answers && occasion !== 'CANCELLED'
      ? (['YES', 'MAYBE', 'NO'] as const).map((one): MailLine => ({ kind: 'button', text: say.answer[one], url: answers[one] }))
      : [];
  return [...replies, { kind: 'button', text: say.see, url }];
}

/** From when to when, by the clock in Denmark. */
function span(meeting: Pick<TellableMeeting, 'startsAt' | 'durationMinutes'>, locale: Locale): string {
  const language = locale === 'da' ? 'da-DK' : 'en-GB';
  const zone = { timeZone: 'Europe/Copenhagen' } as const;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', ...zone }).format(meeting.startsAt);
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...zone });
  return `${day} ${clock.format(meeting.startsAt)} ${words[locale].to} ${clock.format(endOf(meeting))}`;
}
