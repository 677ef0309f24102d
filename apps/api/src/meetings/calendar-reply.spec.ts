import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarReplyIn, replyIn } from './calendar-reply.js';
import { calendarsInUse, googleReply, outlookReply, type Replied } from './calendar-reply.fixture.js';
import { MeetingAnswer } from './participant.type.js';

const meetingId = '3b0d8a52-7d6f-4c3e-9d0e-2f5c1b7a9e10';
const now = new Date('2027-01-03T12:00:00Z');
const replied: Replied = {
  meetingId,
  address: 'sofie@bibliotek.example',
  name: 'Sofie Dam',
  mailbox: 'moeder@aakoebing.example',
  sequence: 2,
  stamp: new Date('2027-01-02T08:00:00Z'),
  partstat: 'ACCEPTED',
};
const taken = { meetingId, address: replied.address, answer: MeetingAnswer.YES, sequence: 2, stamp: replied.stamp, hasComment: false };
const inMail = (text: string) => calendarReplyIn(Buffer.from(text), now);

describe.each(calendarsInUse)('%s', (_name, write) => {
  it.each([
    ['ACCEPTED', MeetingAnswer.YES],
    ['DECLINED', MeetingAnswer.NO],
    ['TENTATIVE', MeetingAnswer.MAYBE],
  ] as const)('answers %s', async (partstat, answer) => {
    expect(await inMail(write({ ...replied, partstat }))).toEqual({ ...taken, answer });
  });

  it('may say something besides, which is for people', async () => {
    expect(await inMail(write({ ...replied, comment: 'Jeg kommer ti minutter for sent' }))).toEqual({ ...taken, hasComment: true });
  });

  it('answers for its sender alone', async () => {
    for (const from of [
      'From: mette@example.org',
      'From: a@b.dk, sofie@bibliotek.example',
      'From: Gruppe: sofie@bibliotek.example;',
      'From: ',
      'From: a@b.dk\r\nFrom: sofie@bibliotek.example',
    ])
      expect(await inMail(write(replied).replace(/^From: .*$/m, from)), from).toBeNull();
  });
});

const calendar = (...more: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${meetingId}@kvarter`,
    'DTSTAMP:20270102T080000Z',
    'SEQUENCE:2',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${replied.address}`,
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
const from = (text: string, sender: string = replied.address) => replyIn(text, sender, now);

describe('a calendar', () => {
  it('that answers is taken at its word', () => {
    expect(from(calendar())).toEqual(taken);
    expect(from(calendar().replace('SEQUENCE:2\r\n', ''))).toEqual({ ...taken, sequence: 0 });
    expect(from(calendar('ATTENDEE;PARTSTAT=DECLINED:mailto:another@example.org'))).toEqual(taken);
  });

  it.each([
    ['that asks', (text: string) => text.replace('METHOD:REPLY', 'METHOD:REQUEST')],
    ['that proposes another time', (text: string) => text.replace('METHOD:REPLY', 'METHOD:COUNTER')],
    ['without a method', (text: string) => text.replace('METHOD:REPLY\r\n', '')],
    ['with two methods', (text: string) => text.replace('METHOD:REPLY', 'METHOD:REPLY\r\nMETHOD:REQUEST')],
    ['of a meeting of somebody else’s', (text: string) => text.replace('@kvarter', '@elsewhere')],
    ['of a meeting whose id is more than an id', (text: string) => text.replace('UID:', 'UID:x')],
    ['of two meetings', (text: string) => text.replace(/BEGIN:VEVENT[^]*END:VEVENT\r\n/, '$&$&')],
    ['of one time in a series', (text: string) => text.replace('SEQUENCE', 'RECURRENCE-ID:20270102T080000Z\r\nSEQUENCE')],
    ['that has handed it on', (text: string) => text.replace('ACCEPTED', 'DELEGATED')],
    ['that has not answered', (text: string) => text.replace('ACCEPTED', 'NEEDS-ACTION')],
    ['that says two things', (text: string) => text.replace(/ATTENDEE.*\r\n/, '$&$&')],
    ['that says nothing of when', (text: string) => text.replace(/DTSTAMP.*\r\n/, '')],
    ['that says when by no clock', (text: string) => text.replace('080000Z', '080000')],
    ['from the future', (text: string) => text.replace('DTSTAMP:2027', 'DTSTAMP:2029')],
    ['from before calendars', (text: string) => text.replace('DTSTAMP:2027', 'DTSTAMP:1601')],
    ['with a sequence that is none', (text: string) => text.replace('SEQUENCE:2', 'SEQUENCE:-1')],
    ['that never ends', (text: string) => text.replace('END:VCALENDAR', '')],
    ['that is too long', (text: string) => text.replace('SEQUENCE:2', `SUMMARY:${'x'.repeat(100_000)}\r\nSEQUENCE:2`)],
  ])('%s is no answer', (_what, change) => {
    expect(change(calendar())).not.toBe(calendar());
    expect(from(change(calendar()))).toBeNull();
  });

  it('is none of somebody else’s, whose address only looks the same', () => {
    for (const sender of ['sofie@bibliotek.example.evil', 'xsofie@bibliotek.example', 'sofie@bibliotek', '']) expect(from(calendar(), sender)).toBeNull();
  });
});

/** Lines of calendars, sound and not, in any order. */
const address = fc.constantFrom('sofie@bibliotek.example', 'SOFIE@bibliotek.example', 'mette@example.org', '', 'sofie', 'a@b\r\nATTENDEE:mailto:c@d.dk');
const line = fc.oneof(
  fc.constantFrom(
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'METHOD:REPLY',
    'METHOD:REQUEST',
    'SEQUENCE:1',
    'SEQUENCE:x',
    'SEQUENCE:1e9',
  ),
  fc.tuple(fc.constantFrom('ACCEPTED', 'DECLINED', 'TENTATIVE', '""', 'x'), address).map(([partstat, to]) => `ATTENDEE;PARTSTAT=${partstat}:mailto:${to}`),
  fc.constantFrom(
    `UID:${meetingId}@kvarter`,
    'UID:x',
    'UID:',
    'DTSTAMP:20270102T080000Z',
    'DTSTAMP:99999999T999999Z',
    'DTSTAMP;VALUE=DATE:20270102',
    'RRULE:FREQ=SECONDLY',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => ` ${text}`),
);
const anyCalendar = fc.oneof(
  fc.array(line, { maxLength: 20 }).map((all) => all.join('\r\n')),
  fc.array(line, { maxLength: 6 }).map((all) => calendar(...all)),
  fc.tuple(fc.nat(400), fc.nat(60), fc.string({ maxLength: 20 })).map(([at, gone, instead]) => calendar().slice(0, at) + instead + calendar().slice(at + gone)),
);

describe('whatever comes', () => {
  it('never throws, and is never taken as an answer of anybody but its sender', () =>
    fc.assert(
      fc.property(anyCalendar, address, (text, sender) => {
        const reply = from(text, sender);
        if (!reply) return;
        expect(reply.address).toBe(sender);
        expect(text.toLowerCase()).toContain(`mailto:${sender}`);
        // What is scribbled over the number of a meeting may make the number of another.
        expect(text.toLowerCase().replaceAll(/\r?\n[ \t]|\\/g, '')).toContain(`${reply.meetingId}@kvarter`);
        expect(reply.stamp.getTime()).toBeLessThan(now.getTime() + 86_400_001);
      }),
      { numRuns: 3_000 },
    ));

  it('in a mail never throws, and is its sender’s', { timeout: 30_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(googleReply(replied), outlookReply(replied)),
        fc.nat(2_500),
        fc.nat(80),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.constantFrom('\r\n', '\r\n\r\n', '--0000google', 'From: mette@example.org\r\n', 'Content-Type: multipart/mixed; boundary=x\r\n'),
        ),
        async (mail, at, gone, instead) => {
          const reply = await inMail(mail.slice(0, at) + instead + mail.slice(at + gone));
          if (reply) expect(reply).toMatchObject({ meetingId: expect.stringMatching(/^[0-9a-f-]{36}$/), address: replied.address });
        },
      ),
      { numRuns: 300 },
    ),
  );

  it('is read in moments, however deep or broad it is', async () => {
    const deep = Array.from({ length: 5_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('');
    const nested = `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(6_000)}`;
    const began = performance.now();
    for (const text of [
      `From: ${replied.address}\r\n${deep}`,
      `From: ${replied.address}\r\nContent-Type: text/calendar\r\n\r\n${nested}`,
      'From: x\r\n'.repeat(100_000),
    ])
      expect(await inMail(text)).toBeNull();
    expect(from(`BEGIN:VCALENDAR\r\n${'X'.repeat(90_000)}`)).toBeNull();
    expect(from(`BEGIN:VCALENDAR\r\nATTENDEE${';A="'.repeat(20_000)}:x`)).toBeNull();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
