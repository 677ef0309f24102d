import { describe, expect, it } from 'vitest';
import type { MailContent } from '../platform/mail/mail.js';
import { type InvitationFacts, meetingInvitation } from './meeting-invitation.js';

const path = '/aakoebing/meetings/1';
const replyPath = '/reply/abc';
const facts: InvitationFacts = {
  occasion: 'INVITED',
  meeting: {
    id: '3b0d8a52-7d6f-4c3e-9d0e-2f5c1b7a9e10',
    sequence: 0,
    title: 'Ressourcer i Birkelunden',
    startsAt: new Date('2027-05-04T14:00:00Z'),
    durationMinutes: 120,
    place: 'Beboerhuset',
    purpose: 'At finde det gode',
    audience: 'Alle, der kommer her',
    process: 'Vi sætter mærker på kortet',
    cancelledAt: null,
    cancelReason: null,
  },
  sensitive: false,
  agenda: [{ title: 'Velkommen', minutes: 10 }],
  participants: [{ name: 'Sofie Dam', organisation: 'Biblioteket' }],
  to: { name: 'Sofie Dam', email: 'sofie@example.org' },
  host: { name: 'Mette Holm', email: 'mette@example.org' },
  organizer: { name: 'Kvarter', email: 'kvarter@example.org' },
  path,
  replyPath,
  locale: 'da',
  now: new Date('2027-04-20T08:00:00Z'),
};
const wordsIn = (mail: MailContent) => mail.lines.map(({ text }) => text).join('\n');

describe('the mail about a meeting', () => {
  it('has purpose, content, participants and process, and the hour by the clock in Denmark', () => {
    const mail = meetingInvitation(facts);
    expect(mail.subject).toBe('Invitation: Ressourcer i Birkelunden');
    for (const part of ['tirsdag', '16.00 til 18.00', 'Beboerhuset', 'At finde det gode', 'Velkommen (10 min.)', 'Sofie Dam, Biblioteket', 'Vi sætter mærker'])
      expect(wordsIn(mail)).toContain(part);
    expect(mail.lines.at(-1)).toEqual({ kind: 'button', text: 'Se mødet', path });
    expect(mail.attachments?.[0]).toMatchObject({ contentType: 'text/calendar; charset=utf-8; method=REQUEST' });
  });

  it('asks for an answer by links, before the page; to what was called off there is none', () => {
    const buttons = (mail: MailContent) => mail.lines.flatMap((line) => (line.kind === 'button' ? [[line.text, line.path]] : []));
    expect(buttons(meetingInvitation(facts))).toEqual([
      ['Jeg kommer', '/reply/abc#YES'],
      ['Måske', '/reply/abc#MAYBE'],
      ['Jeg kan ikke', '/reply/abc#NO'],
      ['Se mødet', path],
    ]);
    expect(buttons(meetingInvitation({ ...facts, occasion: 'CANCELLED' }))).toEqual([['Se mødet', path]]);
  });

  it('tells title and link alone where the matter is sensitive, in the file as well', () => {
    const mail = meetingInvitation({ ...facts, sensitive: true });
    expect(mail.sensitive).toBe(true);
    expect(mail.lines.every(({ kind }) => kind === 'button')).toBe(true);
    expect(JSON.stringify(mail)).not.toMatch(/Beboerhuset|At finde|Vi sætter|Biblioteket|Velkommen/);
  });

  it('says what was moved and called off, in the reader’s language', () => {
    expect(meetingInvitation({ ...facts, occasion: 'MOVED' }).subject).toBe('Flyttet: Ressourcer i Birkelunden');
    const meeting = { ...facts.meeting, cancelledAt: new Date('2027-04-21T08:00:00Z'), cancelReason: 'Too few can come' };
    const off = meetingInvitation({ ...facts, occasion: 'CANCELLED', locale: 'en', meeting });
    expect(off.subject).toBe('Cancelled: Ressourcer i Birkelunden');
    expect(wordsIn(off)).toMatch(/has been cancelled[^]*Too few can come/);
    expect(off.attachments?.[0]?.content).toMatch(/METHOD:CANCEL[^]*STATUS:CANCELLED/);
  });
});
