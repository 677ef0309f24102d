/** Answers to an invitation as calendars in use write them: whole mails, made up here after their shape. */

export interface Replied {
  readonly meetingId: string;
  /** Who answers. */
  readonly address: string;
  readonly name: string;
  /** Where invitations ask answers to go. */
  readonly mailbox: string;
  readonly sequence: number;
  readonly stamp: Date;
  readonly partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
  readonly comment?: string;
}

const compact = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const lines = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join('\r\n');
const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
const date = (at: Date): string => at.toUTCString().replace('GMT', '+0000');
const words = { ACCEPTED: 'Accepteret', DECLINED: 'Afslået', TENTATIVE: 'Foreløbig' } as const;

/** Outlook and Exchange: text and calendar as alternatives, in base64, addresses in capitals of the scheme, a zone along, comments in COMMENT. */
export function outlookReply({ meetingId, address, name, mailbox, sequence, stamp, partstat, comment }: Replied): string {
  const calendar = lines(
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'PRODID:Microsoft Exchange Server 2010',
    'VERSION:2.0',
    'BEGIN:VTIMEZONE',
    'TZID:Romance Standard Time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `ATTENDEE;PARTSTAT=${partstat};CN="${name}":MAILTO:${address}`,
    `COMMENT;LANGUAGE=da-DK:${(comment ?? '').replaceAll(/[\\,;]/g, String.raw`\$&`)}\\n`,
    `UID:${meetingId}@kvarter`,
    `SUMMARY;LANGUAGE=da-DK:${words[partstat]}: Mødet`,
    'DTSTART;TZID=Romance Standard Time:20270202T090000',
    'DTEND;TZID=Romance Standard Time:20270202T110000',
    'CLASS:PUBLIC',
    'PRIORITY:5',
    `DTSTAMP:${compact(stamp)}`,
    'TRANSP:OPAQUE',
    'STATUS:CONFIRMED',
    `SEQUENCE:${sequence}`,
    'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  );
  return lines(
    `From: "${name}" <${address}>`,
    `To: Kommunen <${mailbox}>`,
    `Subject: =?utf-8?B?${Buffer.from(`${words[partstat]}: Mødet`).toString('base64')}?=`,
    `Date: ${date(stamp)}`,
    `Message-ID: <${meetingId}.${stamp.getTime()}@prod.exchangelabs.example>`,
    'MIME-Version: 1.0',
    'Content-Language: da-DK',
    'Content-Type: multipart/alternative; boundary="_000_OUTLOOK_"',
    '',
    '--_000_OUTLOOK_',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(comment ?? '\r\n'),
    '--_000_OUTLOOK_',
    'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    base64(calendar),
    '--_000_OUTLOOK_--',
    '',
  );
}

/** Google: mixed, with the calendar once as an alternative and once as the file invite.ics. */
export function googleReply({ meetingId, address, name, mailbox, sequence, stamp, partstat, comment }: Replied): string {
  const calendar = lines(
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    'DTSTART:20270202T080000Z',
    'DTEND:20270202T100000Z',
    `DTSTAMP:${compact(stamp)}`,
    `ORGANIZER;CN=${mailbox}:mailto:${mailbox}`,
    `UID:${meetingId}@kvarter`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=${name}`,
    ` ;X-NUM-GUESTS=0:mailto:${address}`,
    comment !== undefined && `COMMENT:${comment}`,
    'CREATED:20270101T080000Z',
    'DESCRIPTION:At finde det gode',
    `LAST-MODIFIED:${compact(stamp)}`,
    `SEQUENCE:${sequence}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Mødet',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  );
  return lines(
    'MIME-Version: 1.0',
    `Reply-To: ${name} <${address}>`,
    'Sender: Google Calendar <calendar-notification@google.example>',
    `Message-ID: <calendar-${meetingId}-${stamp.getTime()}@google.example>`,
    `Date: ${date(stamp)}`,
    'Subject: Accepted: =?UTF-8?Q?M=C3=B8det?=',
    `From: ${name} <${address}>`,
    `To: ${mailbox}`,
    'Content-Type: multipart/mixed; boundary="0000google"',
    '',
    '--0000google',
    'Content-Type: multipart/alternative; boundary="0001google"',
    '',
    '--0001google',
    'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
    'Content-Transfer-Encoding: base64',
    '',
    base64(`${name} har svaret på invitationen.`),
    '--0001google',
    'Content-Type: text/html; charset="UTF-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>har svaret p=C3=A5 invitationen.</p>',
    '--0001google',
    'Content-Type: text/calendar; charset="UTF-8"; method=REPLY',
    'Content-Transfer-Encoding: 7bit',
    '',
    calendar,
    '--0001google--',
    '--0000google',
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(calendar),
    '--0000google--',
    '',
  );
}

/** Apple: mixed, the calendar in quoted-printable with an EMAIL parameter, its own order of lines. */
export function appleReply({ meetingId, address, name, mailbox, sequence, stamp, partstat, comment }: Replied): string {
  const calendar = lines(
    'BEGIN:VCALENDAR',
    'CALSCALE:GREGORIAN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'PRODID:-//Apple Inc.//iPhone OS 19.1//EN',
    'BEGIN:VEVENT',
    'DTEND:20270202T100000Z',
    `UID:${meetingId.toUpperCase()}@kvarter`,
    `DTSTAMP:${compact(stamp)}`,
    `SEQUENCE:${sequence}`,
    'SUMMARY:Mødet',
    'DTSTART:20270202T080000Z',
    comment !== undefined && `COMMENT:${comment}`,
    `ORGANIZER;CN="Kommunen";EMAIL="${mailbox}":mailto:${mailbox}`,
    `ATTENDEE;CN="${name}";CUTYPE=INDIVIDUAL;EMAIL="${address}";PARTSTAT=${partstat}:mailto:${address}`,
    'END:VEVENT',
    'END:VCALENDAR',
  );
  const quoted = calendar
    .replaceAll('=', '=3D')
    .replaceAll('ø', '=C3=B8')
    .split('\r\n')
    .map((line) => line.replaceAll(/.{70}/g, '$&=\r\n'))
    .join('\r\n');
  return lines(
    `From: ${name} <${address.toUpperCase()}>`,
    'Content-Type: multipart/mixed; boundary=Apple-Mail-1F3B',
    'Mime-Version: 1.0 (iOS)',
    'Subject: Svar: =?utf-8?Q?M=C3=B8det?=',
    `Message-Id: <${meetingId}-${stamp.getTime()}@icloud.example>`,
    `Date: ${date(stamp)}`,
    `To: Kommunen <${mailbox}>`,
    '',
    '--Apple-Mail-1F3B',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Svar',
    '--Apple-Mail-1F3B',
    'Content-Disposition: attachment; filename=iCal-20270102-080000.ics',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY; name=iCal-20270102-080000.ics',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quoted,
    '--Apple-Mail-1F3B--',
    '',
  );
}

export const calendarsInUse: readonly [name: string, write: (replied: Replied) => string][] = [
  ['Outlook', outlookReply],
  ['Google', googleReply],
  ['Apple', appleReply],
];
