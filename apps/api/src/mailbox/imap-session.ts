/**
 * One visit to a mailbox over IMAP (RFC 3501), always under TLS of the host's own certificate: a password goes over no
 * line in the clear, not even within. What a server may make us hold is bounded, and its words go no further than here.
 */
import { isIP } from 'node:net';
import { ImapFlow, type MessageStructureObject, type SearchObject } from 'imapflow';
import { addressOfHost } from './mail-host.js';
import { MailboxFault, MailboxTls } from './mailbox.type.js';

export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: MailboxTls;
  readonly user: string;
  readonly password: string;
}

/** A visit that came to nothing, and why. */
export class MailboxFailure extends Error {
  constructor(readonly fault: MailboxFault) {
    super(fault);
  }
}

/** What a message is before any of it is fetched. */
export interface MessageOutline {
  readonly uid: number;
  readonly size: number;
  /** Whether it has a part that a calendar may have written. */
  readonly hasCalendar: boolean;
}

/** Where what is dealt with is put. */
export const dealtWith = 'Kvarter';

const inbox = 'INBOX';
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const mib = 1_048_576;
const bounds = { maxLineLength: 2 * mib, maxLiteralSize: 2 * mib, maxResponseSize: 4 * mib };
/** Parts of a message that are looked at; a sound one has a handful. */
const mostParts = 100;
const outlinesAtOnce = 25;

export class ImapSession {
  private constructor(
    private readonly client: ImapFlow,
    /** Of the inbox as it was opened. */
    readonly uidValidity: bigint,
  ) {}

  /**
   * Does `work` in the inbox of a mailbox, and leaves.
   * @param allowed hosts that may lie within
   * @param longest milliseconds it may take in all
   * @throws MailboxFailure where the mailbox can't be used; whatever `work` throws of its own
   */
  static async visit<T>(settings: ImapSettings, allowed: readonly string[], longest: number, work: (session: ImapSession) => Promise<T>): Promise<T> {
    const address = await addressOfHost(settings.host, settings.port, allowed);
    if (address === null) throw new MailboxFailure(MailboxFault.HOST_UNKNOWN);
    const client = clientOf(settings, address);
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      client.close();
    }, longest);
    try {
      await client.connect();
      const { uidValidity } = await client.mailboxOpen(inbox);
      await client.mailboxCreate(dealtWith).catch(refusedFolder);
      return await work(new ImapSession(client, uidValidity));
    } catch (error) {
      if (late) throw new MailboxFailure(MailboxFault.TIMEOUT);
      throw asFailure(error);
    } finally {
      clearTimeout(limit);
      if (client.usable && !late) await client.logout().catch(() => undefined);
      client.close();
    }
  }

  /** UIDs above `uid`, rising. */
  async after(uid: number): Promise<number[]> {
    // `n:*` is never empty: where nothing is above n, it is the last one.
    return (await this.found({ uid: `${uid + 1}:*` })).filter((one) => one > uid);
  }

  /** UIDs of what came on this day or later, rising. */
  since(day: Date): Promise<number[]> {
    return this.found({ since: day });
  }

  /** What these messages are, in their order; those that are gone are left out. Nothing of what they say is fetched. */
  async outlines(uids: readonly number[]): Promise<MessageOutline[]> {
    const found: MessageOutline[] = [];
    for (let from = 0; from < uids.length; from += outlinesAtOnce) {
      const range = uids.slice(from, from + outlinesAtOnce).join(',');
      for await (const { uid, size, bodyStructure } of this.client.fetch(range, { uid: true, size: true, bodyStructure: true }, { uid: true }))
        found.push({ uid, size: size ?? Number.POSITIVE_INFINITY, hasCalendar: hasCalendar(bodyStructure) });
    }
    this.mustBeThere();
    return found.sort((a, b) => a.uid - b.uid);
  }

  /** A whole message, unread as before; null where it is gone. */
  async source(uid: number): Promise<Buffer | null> {
    const message = await this.client.fetchOne(String(uid), { source: true }, { uid: true });
    this.mustBeThere();
    return message ? (message.source ?? null) : null;
  }

  /** Puts a message aside as dealt with; where that can't be, marks it. */
  async putAside(uid: number): Promise<void> {
    if (!(await this.client.messageMove(String(uid), dealtWith, { uid: true }))) await this.mark(uid);
  }

  /** Marks a message for whoever reads the mailbox. */
  async mark(uid: number): Promise<void> {
    await this.client.messageFlagsAdd(String(uid), ['\\Flagged'], { uid: true });
    this.mustBeThere();
  }

  private async found(query: SearchObject): Promise<number[]> {
    const uids = await this.client.search(query, { uid: true });
    this.mustBeThere();
    if (!uids) throw new MailboxFailure(MailboxFault.BROKEN);
    return uids.filter((uid) => Number.isSafeInteger(uid) && uid > 0).sort((a, b) => a - b);
  }

  /** A connection that is gone answers some questions with nothing, which is no answer. */
  private mustBeThere(): void {
    if (!this.client.usable) throw new MailboxFailure(MailboxFault.UNREACHABLE);
  }
}

function clientOf({ host, port, tls, user, password }: ImapSettings, address: string): ImapFlow {
  const secure = tls === MailboxTls.IMPLICIT;
  // Names alone are indicated (RFC 6066, 3); an address is held against the certificate all the same.
  const name = isIP(host) ? {} : { servername: host };
  const client = new ImapFlow({
    host: address,
    ...name,
    port,
    secure,
    // Without it a server that can't would be told the password in the clear.
    ...(secure ? {} : { doSTARTTLS: true }),
    tls: { minVersion: 'TLSv1.2', ...name },
    auth: { user, pass: password },
    logger: false,
    emitLogs: false,
    disableAutoIdle: true,
    disableCompression: true,
    clientInfo: { name: 'Kvarter' },
    ...patience,
    ...bounds,
  });
  // What breaks is told by whatever waits for it; without a listener it would end the process too.
  client.on('error', () => undefined);
  return client;
}

/** RFC 6047: calendars come as text/calendar, which names its method; as a file they may be called application/ics. */
function hasCalendar(structure: MessageStructureObject | undefined): boolean {
  const parts = structure ? [structure] : [];
  for (let at = 0; at < parts.length && at < mostParts; at++) {
    const { type, parameters, childNodes } = parts[at] as MessageStructureObject;
    const method = parameters?.['method']?.toUpperCase();
    if ((type === 'text/calendar' && (method === undefined || method === 'REPLY')) || type === 'application/ics') return true;
    parts.push(...(childNodes ?? []).slice(0, mostParts));
  }
  return false;
}

/** As far as it is read here. */
interface ImapError extends Error {
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly mailboxMissing?: boolean;
  readonly responseStatus?: string;
}

function refusedFolder(error: ImapError): never {
  throw error.responseStatus ? new MailboxFailure(MailboxFault.NO_FOLDER) : error;
}

const faultsByCode: readonly [codes: RegExp, fault: MailboxFault][] = [
  [/CERT|ISSUER|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/, MailboxFault.CERTIFICATE],
  [/TIMEOUT|TIMEDOUT/, MailboxFault.TIMEOUT],
  [/SSL|TLS/, MailboxFault.NO_TLS],
  [/^(ECONN|EHOST|ENET|EPIPE|EAI_|ENOTFOUND|EADDR|NoConnection|EConnectionClosed|ClosedAfter)/, MailboxFault.UNREACHABLE],
];

/** An error of the library's, the network's or TLS's as a fault of ours; one of anybody else's as it is. Words of the server's are left behind. */
export function asFailure(error: unknown): unknown {
  if (error instanceof MailboxFailure || !(error instanceof Error)) return error;
  const { code, authenticationFailed, tlsFailed, mailboxMissing, responseStatus } = error as ImapError;
  if (authenticationFailed) return new MailboxFailure(MailboxFault.SIGN_IN_REFUSED);
  if (mailboxMissing) return new MailboxFailure(MailboxFault.NO_FOLDER);
  const [, fault] = faultsByCode.find(([codes]) => codes.test(code ?? '')) ?? [];
  if (fault) return new MailboxFailure(fault);
  if (tlsFailed) return new MailboxFailure(MailboxFault.NO_TLS);
  return responseStatus !== undefined || /^(ParserError|Line|Literal|Response|Unexpected|Invalid|MAX_IMAP|STARTTLS|Missing)/.test(code ?? '')
    ? new MailboxFailure(MailboxFault.BROKEN)
    : error;
}
