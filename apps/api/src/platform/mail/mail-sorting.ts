/** Who gets which mails, and which go in one message. Without a clock and without a database. */
import type { Locale } from '../auth/actor.js';
import { type Rhythm, waitsUntil } from './digest-moments.js';
import { mailAddress } from './mail-address.js';
import type { MailContent, MailKind } from './mail.js';
import type { ClaimedRow, RecipientRow, Settlement } from './outbox.sql.js';

export interface AddressedMail {
  readonly row: ClaimedRow;
  readonly kind: MailKind;
  readonly to: { readonly personId: string | null; readonly name: string; readonly address: string };
  readonly locale: Locale;
  readonly rhythm: Rhythm;
}

export interface MailWithContent extends AddressedMail {
  readonly content: MailContent;
}

/** One message, of one mail or several for the same recipient. */
export interface Envelope {
  /** The same at every try, so that a server which has it already can drop it. */
  readonly messageId: string;
  readonly mails: readonly MailWithContent[];
}

export interface Wishes {
  readonly recipients: ReadonlyMap<string, RecipientRow>;
  /** Whether somebody outside wants no more mails of a kind. */
  readonly stopped: (address: string, kind: string) => boolean;
  readonly kindOf: (kind: string) => MailKind | undefined;
}

/** More than these for one person at one time go together. */
const mostAlone = 3;
/** A mail handed over twice without an answer is not handed over again: its reader has it twice already, perhaps. */
const mostHandovers = 2;
const hourMs = 3_600_000;

/** Parts claimed mails into those to be sent now, and those whose claim ends here. */
export function addressed(rows: readonly ClaimedRow[], wishes: Wishes, now: Date): { mails: AddressedMail[]; settled: Settlement[] } {
  const mails: AddressedMail[] = [];
  const settled: Settlement[] = [];
  for (const row of rows) {
    const outcome = addressedOne(row, wishes, now);
    if ('row' in outcome) mails.push(outcome);
    else settled.push(outcome);
  }
  return { mails, settled };
}

function addressedOne(row: ClaimedRow, { recipients, stopped, kindOf }: Wishes, now: Date): AddressedMail | Settlement {
  const kind = kindOf(row.kind);
  const ends = (state: Settlement['state'], error: string | null): Settlement => ({
    mailId: row.mailId,
    state,
    error,
    notBefore: null,
    attempts: row.attempts,
  });
  const waits = (notBefore: Date): Settlement => ({ ...ends('WAITING', null), notBefore, attempts: row.attempts - 1 });
  if (row.handovers >= mostHandovers) return ends('FAILED', 'OUTCOME_UNKNOWN');
  // Of another release, perhaps, whose worker is on its way.
  if (!kind) return waits(new Date(now.getTime() + hourMs));
  if (row.personId === null) {
    const address = mailAddress(row.address ?? '');
    if (address === null) return ends('FAILED', 'BAD_ADDRESS');
    if (!kind.duty && stopped(address, kind.kind)) return ends('DROPPED', 'MUTED');
    return { row, kind, to: { personId: null, name: row.addressName ?? '', address }, locale: 'da', rhythm: 'EACH' };
  }
  const recipient = recipients.get(row.personId);
  if (!recipient) return ends('DROPPED', 'LEFT');
  const { name, email, digest, muted, locale } = recipient;
  if (!kind.duty && muted.includes(kind.kind)) return ends('DROPPED', 'MUTED');
  if (email === null) return ends('FAILED', 'NO_ADDRESS');
  const address = mailAddress(email);
  if (address === null) return ends('FAILED', 'BAD_ADDRESS');
  const rhythm = kind.digest ? digest : 'EACH';
  // What was tried before has waited already.
  const until = row.attempts > 1 ? null : waitsUntil(rhythm, row.dueSince, now);
  return until ? waits(until) : { row, kind, to: { personId: row.personId, name, address }, locale, rhythm };
}

/** Puts mails into messages: those tried before as they were, those of a digest together, and many at once together too. */
export function envelopes(mails: readonly MailWithContent[]): Envelope[] {
  const inOrder = mails.toSorted((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime() || (a.row.mailId < b.row.mailId ? -1 : 1));
  const again = grouped(
    inOrder.filter(({ row }) => row.messageId !== null),
    ({ row }) => row.messageId as string,
  );
  const fresh = grouped(
    inOrder.filter(({ row }) => row.messageId === null),
    ({ to }) => to.personId ?? to.address.toLowerCase(),
  );
  return [
    ...[...again].map(([messageId, group]) => ({ messageId, mails: group })),
    ...[...fresh.values()].flatMap(inMessages).map((group) => ({ messageId: (group[0] as MailWithContent).row.mailId, mails: group })),
  ];
}

function inMessages(ofOne: readonly MailWithContent[]): MailWithContent[][] {
  // An attachment, an invitation say, belongs to its own message.
  const alone = ofOne.filter(({ content }) => content.attachments?.length);
  const rest = ofOne.filter(({ content }) => !content.attachments?.length);
  if (rest.length > mostAlone) return [...alone.map((mail) => [mail]), rest];
  const together = rest.filter(({ rhythm }) => rhythm !== 'EACH');
  const each = rest.filter(({ rhythm }) => rhythm === 'EACH');
  return [...alone, ...each].map((mail) => [mail]).concat(together.length > 0 ? [together] : []);
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
