/** What a mailbox's settings have to be before anything is done with them. */
import { config } from '../config.js';
import { refuse } from '../platform/graphql/errors.js';
import { mailAddress } from '../platform/mail/mail-address.js';
import { checkedText } from '../platform/text/checked-text.js';
import { isMailPort, mailHost } from './mail-host.js';
import type { MailboxInput } from './mailbox.input.js';
import type { MailboxTls } from './mailbox.type.js';

const longestUser = 254;
/** Characters; in UTF-8 at most four bytes each, as the column holds them. */
const longestPassword = 256;

export interface CheckedMailbox {
  readonly host: string;
  readonly port: number;
  readonly tls: MailboxTls;
  readonly user: string;
  /** Null: the one it has. */
  readonly password: string | null;
  readonly address: string;
}

/** @throws INVALID_INPUT naming the field, never what stood there */
export function checkedMailbox(input: MailboxInput): CheckedMailbox {
  const host = mailHost(input.host);
  if (host === null) throw refuse('MAILBOX_HOST_INVALID', {}, { field: 'host' });
  if (!isMailPort(host, input.port, config().mailboxHosts)) throw refuse('MAILBOX_PORT_INVALID', {}, { field: 'port' });
  const user = checkedText(input.user, 'mailboxUser', longestUser);
  if (user === null) throw refuse('FIELD_EMPTY', { field: 'mailboxUser' }, { field: 'user' });
  if (/\p{Cc}/u.test(user)) throw refuse('VALUE_INVALID', { field: 'mailboxUser' }, { field: 'user' });
  const address = mailAddress(input.address);
  if (address === null) throw refuse('MAILBOX_ADDRESS_INVALID', {}, { field: 'address' });
  return { host, port: input.port, tls: input.tls, user, password: checkedPassword(input.password), address };
}

/** Kept as it was typed, spaces and all. */
function checkedPassword(given: string | null | undefined): string | null {
  if (given === undefined || given === null || given === '') return null;
  if (given.length > longestPassword) throw refuse('TEXT_TOO_LONG', { field: 'mailboxPassword', max: longestPassword }, { field: 'password' });
  if (/[\p{Cc}\p{Cs}]/u.test(given)) throw refuse('VALUE_INVALID', { field: 'mailboxPassword' }, { field: 'password' });
  return given;
}
