import * as fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { settlement, waitAfter } from './mail-sender.js';
import type { AddressedMail } from './mail-sorting.js';
import { asSent, fateOf, type Message, Post, type SmtpError } from './post.js';

const error = (more: Partial<SmtpError>) => Object.assign(new Error('mette@aakoebing.dk is unknown'), more);

describe('what a mail server says', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 <mette@aakoebing.dk> unknown' }, 'REFUSED', '550 5.1.1'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450, response: '450-4.2.1 busy' }, 'LATER', '450 4.2.1'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 spam' }, 'REFUSED', '554'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 451, response: '451 later' }, 'LATER', '451'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, response: '553 5.7.1 not your sender' }, 'UNREACHABLE', '553 5.7.1'],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' }, 'UNREACHABLE', '535 5.7.8'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'UNREACHABLE', 'ETIMEDOUT'],
    [{ code: 'mette@aakoebing.dk' }, 'UNREACHABLE', 'UNKNOWN'],
  ])('%j is %s, by the code alone', (given, fate, code) => expect(fateOf(error(given))).toEqual({ fate, code }));

  it('is not asked where no server is named', async () => {
    expect(await new Post(undefined).open()).toEqual({ unreachable: 'NOT_CONFIGURED' });
  });
});

describe('a mail that was tried', () => {
  const mail = (attempts: number) => ({ row: { mailId: 'a', attempts } }) as AddressedMail;
  it('waits longer each time, a day at most', () => {
    const hours = Array.from({ length: 12 }, (_, i) => waitAfter(i + 1) / 3_600_000);
    expect(hours.map((hour) => Math.round(hour * 60))).toEqual([1, 4, 16, 64, 256, 1024, 1440, 1440, 1440, 1440, 1440, 1440]);
  });
  it('fails for good when it is refused, or after nearly a week', () => {
    expect(settlement(mail(1), { fate: 'REFUSED', code: '550' })).toMatchObject({ state: 'FAILED', error: '550' });
    expect(settlement(mail(11), { fate: 'LATER', code: '451' }, 0)).toMatchObject({ state: 'WAITING', notBefore: new Date(86_400_000), attempts: 11 });
    expect(settlement(mail(12), { fate: 'LATER', code: '451' })).toMatchObject({ state: 'FAILED' });
  });
  it('is not charged for a server that is away', () => {
    expect(settlement(mail(40), { fate: 'UNREACHABLE', code: 'EAUTH' }, 0)).toMatchObject({ state: 'WAITING', attempts: 39, notBefore: new Date(60_000) });
    expect(settlement(mail(1), { fate: 'UNREACHABLE', code: 'EAUTH' })).toMatchObject({ attempts: 1 });
  });
});

describe('a message', () => {
  const from = { name: 'Kvarter', address: 'kvarter@example.dk' };
  const message: Message = {
    messageId: '0b8f9a3e-0000-4000-8000-000000000000',
    to: { name: 'Mette Holm', address: 'mette@aakoebing.dk' },
    subject: 'Møde i Åkøbing',
    text: 'Vi ses.',
    html: '<p>Vi ses.</p>',
    attachments: [],
    unsubscribeUrl: null,
  };
  const raw = async (given: Message): Promise<string> => {
    const { message: made } = (await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(asSent(from, given))) as {
      message: Buffer;
    };
    return made.toString('latin1');
  };
  const headersOf = (mime: string) =>
    mime
      .slice(0, mime.indexOf('\r\n\r\n'))
      .split(/\r\n(?![ \t])/)
      .map((line) => line.slice(0, line.indexOf(':')).toLowerCase());

  it('of duty can’t be unsubscribed; an invitation comes as a part that calendars know', async () => {
    const mime = await raw({
      ...message,
      attachments: [{ filename: 'invitation.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' }],
    });
    expect(mime).not.toMatch(/List-Unsubscribe/i);
    expect(mime).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=REQUEST/i);
    expect(mime).toMatch(/filename="?invitation\.ics/);
  });

  it('has the headers it should have and no others, whatever stands in names', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\r\nBcc: alle@example.dk', 'a\nX: y', '"><', '=?utf-8?q?a=0d=0aBcc:_b?=', ',a@b.dk'),
    );
    const expected = [
      'from',
      'to',
      'reply-to',
      'subject',
      'message-id',
      'auto-submitted',
      'date',
      'mime-version',
      'content-type',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ];
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, reply, file) => {
        const mime = await raw({
          ...message,
          to: { name, address: message.to.address },
          replyTo: { name: reply, address: 'svar@example.dk' },
          attachments: [{ filename: file, contentType: 'text/plain', content: 'x' }],
          unsubscribeUrl: `https://kvarter.example/unsubscribe/${'x'.repeat(300)}`,
        });
        expect(headersOf(mime).sort()).toEqual([...expected].sort());
        expect(mime).toContain(`List-Unsubscribe: <https://kvarter.example/unsubscribe/${'x'.repeat(300)}>\r\n`);
      }),
      { numRuns: 60 },
    );
  });
});
