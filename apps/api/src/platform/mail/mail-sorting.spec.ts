import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defineMail } from './mail.js';
import { type AddressedMail, addressed, envelopes, type MailWithContent, type Wishes } from './mail-sorting.js';
import type { ClaimedRow, RecipientRow } from './outbox.sql.js';

const now = new Date('2026-11-20T12:00:00Z'); // a Friday
const monday = new Date('2026-11-23T06:30:00Z');
const kinds = [
  defineMail({ kind: 'sorting.duty', name: { da: '', en: '' }, duty: true, digest: true }),
  defineMail({ kind: 'sorting.news', name: { da: '', en: '' }, digest: true }),
  defineMail({ kind: 'sorting.now', name: { da: '', en: '' } }),
];
const mette: RecipientRow = { personId: 'mette', name: 'Mette Holm', email: 'mette@aakoebing.dk', digest: 'EACH', muted: [], locale: 'da' };

let made = 0;
const row = (kind: string, more: Partial<ClaimedRow> = {}): ClaimedRow => ({
  mailId: randomUUID(),
  kind: `sorting.${kind}`,
  personId: 'mette',
  address: null,
  addressName: null,
  ids: {},
  dueSince: now,
  attempts: 1,
  handovers: 0,
  messageId: null,
  createdAt: new Date((made += 1)),
  ...more,
});
const wishes = (wish: Partial<RecipientRow> = {}, stopped: Wishes['stopped'] = () => false): Wishes => ({
  recipients: new Map([['mette', { ...mette, ...wish }]]),
  stopped,
  kindOf: (kind) => kinds.find((one) => one.kind === kind),
});
const outcome = (given: ClaimedRow, wish: Wishes): unknown => {
  const { mails, settled } = addressed([given], wish, now);
  return mails[0]?.to.address ?? settled[0];
};
const outside = (address: string): Partial<ClaimedRow> => ({ personId: null, address, addressName: 'Aisha' });

describe('who gets a mail', () => {
  it.each([
    ['a member, by their address', row('now'), wishes(), 'mette@aakoebing.dk'],
    ['somebody outside', row('now', outside('a@example.dk')), wishes(), 'a@example.dk'],
    ['nobody, who has left', row('now', { personId: 'jonas' }), wishes(), { state: 'DROPPED', error: 'LEFT' }],
    ['nobody, who wants none of the kind', row('news'), wishes({ muted: ['sorting.news'] }), { state: 'DROPPED', error: 'MUTED' }],
    ['a member, what is part of their work even so', row('duty'), wishes({ muted: ['sorting.duty'] }), 'mette@aakoebing.dk'],
    ['nobody outside who wants none of the kind', row('now', outside('a@example.dk')), wishes({}, () => true), { state: 'DROPPED', error: 'MUTED' }],
    ['nobody without an address', row('now'), wishes({ email: null }), { state: 'FAILED', error: 'NO_ADDRESS' }],
    ['nobody whose address is none', row('now'), wishes({ email: 'a@b.dk\r\nBcc: c@d.dk' }), { state: 'FAILED', error: 'BAD_ADDRESS' }],
    ['nobody a third time where it is not known whether it came', row('now', { handovers: 2 }), wishes(), { state: 'FAILED', error: 'OUTCOME_UNKNOWN' }],
    [
      'nobody yet, where the kind is of another release',
      row('later'),
      wishes(),
      { state: 'WAITING', attempts: 0, notBefore: new Date('2026-11-20T13:00:00Z') },
    ],
    ['a member, when their digest is due', row('news'), wishes({ digest: 'DAILY' }), { state: 'WAITING', attempts: 0, notBefore: monday }],
    ['a member, in the digest that is due', row('news', { dueSince: new Date('2026-11-20T06:30:00Z') }), wishes({ digest: 'DAILY' }), 'mette@aakoebing.dk'],
    ['a member, at once where it can’t wait', row('now'), wishes({ digest: 'WEEKLY' }), 'mette@aakoebing.dk'],
    ['a member, without waiting twice', row('news', { attempts: 2 }), wishes({ digest: 'WEEKLY' }), 'mette@aakoebing.dk'],
  ])('%s', (_what, given, wish, expected) => {
    if (typeof expected === 'string') expect(outcome(given, wish)).toBe(expected);
    else expect(outcome(given, wish)).toMatchObject(expected);
  });
});

describe('messages', () => {
  const ready = (given: ClaimedRow, more: Partial<AddressedMail> = {}, attached = false): MailWithContent => ({
    row: given,
    kind: kinds[2] as AddressedMail['kind'],
    to: { personId: given.personId, name: 'Mette', address: given.address ?? 'mette@aakoebing.dk' },
    locale: 'da',
    rhythm: 'EACH',
    content: { subject: 'x', lines: [], ...(attached ? { attachments: [{ filename: 'a.ics', contentType: 'text/calendar', content: '' }] } : {}) },
    ...more,
  });
  const sizes = (mails: MailWithContent[]) => envelopes(mails).map((envelope) => envelope.mails.length);

  it('hold one mail each, up to three for one person at a time; more go together', () => {
    expect(sizes([1, 2, 3].map(() => ready(row('now'))))).toEqual([1, 1, 1]);
    expect(sizes([1, 2, 3, 4].map(() => ready(row('now'))))).toEqual([4]);
    expect(sizes([1, 2, 3, 4].map((one) => ready(row('now', { personId: `${one}` }))))).toEqual([1, 1, 1, 1]);
  });

  it('hold those of a digest together, and what has an attachment alone', () => {
    const digest = { rhythm: 'DAILY' as const };
    expect(sizes([ready(row('news'), digest), ready(row('now')), ready(row('news'), digest)])).toEqual([1, 2]);
    expect(sizes([ready(row('now'), {}, true), ...[1, 2, 3, 4].map(() => ready(row('now')))])).toEqual([1, 4]);
  });

  it('go again as they were, under the same number', () => {
    const [first, ...rest] = [1, 2, 3, 4].map(() => row('now'));
    const [together] = envelopes([...rest, first as ClaimedRow].map((one) => ready(one)));
    expect(together?.messageId).toBe(first?.mailId);
    const again = [first as ClaimedRow, ...rest].map((one) => ready({ ...one, messageId: together?.messageId ?? null }));
    const fresh = ready(row('now'));
    expect(envelopes([fresh, ...again]).map(({ messageId, mails }) => [messageId, mails.length])).toEqual([
      [first?.mailId, 4],
      [fresh.row.mailId, 1],
    ]);
  });
});
