/**
 * What a calendar answers to an invitation: an iTIP REPLY (RFC 5546, 3.2.3) as it comes by mail (RFC 6047). It is
 * written by programs of others and may be written by anybody: whatever isn't exactly an answer to one meeting of ours
 * by the one person it came from is none. Who wrote a mail can't be known: its sender can be forged, and the mail
 * server in front may or may not have looked (SPF, DKIM, DMARC). What can be forged here is an answer to a meeting
 * whose random id one must know, and the person sees it on the meeting's page and answers again.
 */
import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import { mailAddress } from '../platform/mail/mail-address.js';
import { MeetingAnswer } from './participant.type.js';

export interface CalendarReply {
  readonly meetingId: string;
  /** Who answers, in small letters: the one attendee there is, and the mail's sender. */
  readonly address: string;
  readonly answer: MeetingAnswer;
  /** Of the meeting, as it was when they were asked. */
  readonly sequence: number;
  /** When it was written, by the clock of the calendar. */
  readonly stamp: Date;
  /** Whether there is something for people to read in it. */
  readonly hasComment: boolean;
}

const answers: Readonly<Record<string, MeetingAnswer>> = { ACCEPTED: MeetingAnswer.YES, DECLINED: MeetingAnswer.NO, TENTATIVE: MeetingAnswer.MAYBE };

/** A sound answer has a few parts, and a calendar of some kilobytes. */
const parsing = { maxNestingDepth: 20, maxHeadersSize: 262_144, maxRfc822NestingDepth: 0, forceRfc822Attachments: true } as const;
const mostParts = 20;
const longestCalendar = 100_000;
const highestSequence = 2_147_483_647;
const dayMs = 86_400_000;

/** @param source a whole message @returns null where it is no answer; never rejects */
export async function calendarReplyIn(source: Uint8Array, now = new Date()): Promise<CalendarReply | null> {
  const mail = await PostalMime.parse(source, parsing).catch(() => null);
  const sender = mail && senderOf(mail);
  if (!mail || !sender) return null;
  for (const { mimeType, content } of mail.attachments.slice(0, mostParts)) {
    if (mimeType !== 'text/calendar' && mimeType !== 'application/ics') continue;
    const reply = replyIn(typeof content === 'string' ? content : new TextDecoder().decode(content), sender, now);
    if (reply) return reply;
  }
  return null;
}

/**
 * The answer of `sender` in a calendar.
 * @param sender in small letters
 * @returns null where there is none of theirs; never throws
 */
export function replyIn(calendar: string, sender: string, now = new Date()): CalendarReply | null {
  if (calendar.length > longestCalendar) return null;
  try {
    return read(calendar, sender, now);
  } catch {
    // Not a calendar, or one that contradicts itself.
    return null;
  }
}

function read(calendar: string, sender: string, now: Date): CalendarReply | null {
  const whole = new ICAL.Component(ICAL.parse(calendar) as unknown[]);
  const [event, another] = whole.getAllSubcomponents('vevent');
  if (whole.name !== 'vcalendar' || textOf(whole, 'method')?.toUpperCase() !== 'REPLY' || !event || another) return null;
  // Ours don't recur: whatever answers a single time of a series answers somebody else's meeting.
  if (event.getFirstProperty('recurrence-id')) return null;
  const meetingId = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@kvarter$/i.exec(textOf(event, 'uid') ?? '')?.[1]?.toLowerCase();
  const [attendee, second] = event.getAllProperties('attendee').filter((one) => addressOf(one) === sender);
  const answer = answers[String(attendee?.getParameter('partstat') ?? '').toUpperCase()];
  const stamp = stampOf(event, now);
  const sequence = sequenceOf(event);
  if (!meetingId || !attendee || second || !answer || !stamp || sequence === null) return null;
  const hasComment = event.getAllProperties('comment').some((one) => String(one.getFirstValue() ?? '').trim() !== '');
  return { meetingId, address: sender, answer, sequence, stamp, hasComment };
}

/** The sender, where there is exactly one. */
function senderOf({ from, headers }: Email): string | null {
  const single = headers.filter(({ key }) => key === 'from').length === 1;
  return single && from?.address ? (mailAddress(from.address)?.toLowerCase() ?? null) : null;
}

/** The value of a property that stands there once. */
function textOf(component: ICAL.Component, name: string): string | null {
  const [only, more] = component.getAllProperties(name);
  const value: unknown = only && !more ? only.getFirstValue() : null;
  return typeof value === 'string' ? value.trim() : null;
}

function addressOf(attendee: ICAL.Property): string | null {
  const value: unknown = attendee.getFirstValue();
  const address = typeof value === 'string' ? /^mailto:(.*)$/i.exec(value.trim())?.[1] : undefined;
  return address === undefined ? null : (mailAddress(address)?.toLowerCase() ?? null);
}

/** Absent is 0 (RFC 5545, 3.8.7.4); null where it is no number of ours. */
function sequenceOf(event: ICAL.Component): number | null {
  const all = event.getAllProperties('sequence');
  const value: unknown = all[0]?.getFirstValue() ?? 0;
  return all.length <= 1 && typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= highestSequence ? value : null;
}

/** DTSTAMP, in UTC as it has to be (3.8.7.2). One from the future would stand above every answer to come, so it is none. */
function stampOf(event: ICAL.Component, now: Date): Date | null {
  const [only, more] = event.getAllProperties('dtstamp');
  const value: unknown = only && !more ? only.getFirstValue() : null;
  if (!(value instanceof ICAL.Time) || value.isDate || value.zone !== ICAL.Timezone.utcTimezone) return null;
  const stamp = value.toJSDate();
  const sound = stamp.getTime() >= Date.UTC(2000, 0) && stamp.getTime() <= now.getTime() + dayMs;
  return sound ? stamp : null;
}
