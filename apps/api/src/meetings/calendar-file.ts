/**
 * One meeting as a file for calendars (RFC 5545, for mails with the methods of RFC 5546). Times are in UTC, so that
 * no zone has to come along; a series is a file for each meeting, since each may be moved by itself. The libraries
 * for this carry recurrence and zones of their own, which nothing here needs; what is left is escaping and folding.
 */

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

export interface CalendarMeeting {
  /** The same for as long as the meeting is. */
  readonly id: string;
  /** Rises with each change, so that calendars take the newer one. */
  readonly sequence: number;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelled: boolean;
  readonly place: string | null;
  readonly description: string | null;
  readonly url: string;
}

/** From whom to whom, where it goes out by mail; a file somebody fetches has neither. */
export interface CalendarRoute {
  readonly organizer: CalendarPerson;
  readonly attendee: CalendarPerson;
}

/** @param now when the file is written */
export function calendarFile(meeting: CalendarMeeting, now: Date, route?: CalendarRoute): string {
  const { id, sequence, title, startsAt, endsAt, cancelled, place, description, url } = meeting;
  const method = route ? (cancelled ? 'CANCEL' : 'REQUEST') : 'PUBLISH';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kvarter//Kvarter//DA',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${id}@kvarter`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${text(title)}`,
    ...(place ? [`LOCATION:${text(place)}`] : []),
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    `URL:${url}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(route
      ? [
          `ORGANIZER;CN=${quoted(route.organizer.name)}:mailto:${route.organizer.email}`,
          `ATTENDEE;CN=${quoted(route.attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:${route.attendee.email}`,
        ]
      : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A value of type TEXT, 3.3.11: what would end it is escaped, what can't stand in a file at all is left out. */
const text = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');

/** A parameter's value, 3.2: in quotes, in which neither quotes nor control characters may stand. */
const quoted = (value: string): string => `"${value.replaceAll(/["\p{Cc}]/gu, '')}"`;

const mostOctets = 75;

/** Content lines are at most 75 octets long without their end; the next one begins with a blank, 3.1. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > mostOctets) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
