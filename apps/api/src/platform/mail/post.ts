/** The mail server: takes messages one after the other and says what became of each. */
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { SmtpSettings } from '../../config.js';
import type { MailAttachment } from './mail.js';
import { oneLine } from './mail-address.js';
import type { WrittenLetter } from './letter.js';

export interface Message extends WrittenLetter {
  /** A UUID; a server that has seen it may drop it. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo?: { readonly name: string; readonly address: string } | undefined;
  readonly attachments: readonly MailAttachment[];
  /** Null on duty mails. */
  readonly unsubscribeUrl: string | null;
}

/**
 * What became of a message. REFUSED: for good, by the recipient's side. LATER: the server said so, or was silent.
 * UNREACHABLE: nothing to do with this message; the next would fare no better.
 */
export type Fate = { readonly fate: 'SENT' } | { readonly fate: 'REFUSED' | 'LATER' | 'UNREACHABLE'; readonly code: string };

/** The server is reached, and takes us for who we are. */
export interface Counter {
  send(message: Message): Promise<Fate>;
  close(): void;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

export class Post {
  constructor(private readonly smtp: SmtpSettings | undefined) {}

  /** Whether there is a mail server at all. */
  get configured(): boolean {
    return this.smtp !== undefined;
  }

  /** Goes to the mail server. @returns its code for not being reached, or what takes messages */
  async open(): Promise<Counter | { readonly unreachable: string }> {
    if (!this.smtp) return { unreachable: 'NOT_CONFIGURED' };
    const { url, from } = this.smtp;
    const transport = transportTo(new URL(url));
    try {
      await transport.verify();
    } catch (error) {
      transport.close();
      return { unreachable: codeOf(error as SmtpError) };
    }
    return { send: (message) => sent(transport, from, message), close: () => transport.close() };
  }
}

function transportTo({ protocol, hostname, port, username, password }: URL): Transporter {
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    // A password goes to no server, and past no listener, that can't keep it to itself.
    requireTLS: !secure && username !== '' && !loopback.test(hostname),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...timeouts,
    pool: true,
    maxConnections: 1,
    maxMessages: 1_000,
    // A message whose connection broke may have arrived: the outbox decides whether it goes again.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

async function sent(transport: Transporter, from: SmtpSettings['from'], message: Message): Promise<Fate> {
  try {
    await transport.sendMail(asSent(from, message));
    return { fate: 'SENT' };
  } catch (error) {
    return fateOf(error as SmtpError);
  }
}

/** A message as nodemailer takes it. An invitation (text/calendar) is also a part that mail programs show with its buttons. */
export function asSent(from: SmtpSettings['from'], message: Message): SendMailOptions {
  const { messageId, to, subject, text, html, replyTo, attachments, unsubscribeUrl } = message;
  const invitation = attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
  const files = attachments.filter((attachment) => attachment !== invitation);
  const method = /\bmethod=([A-Za-z]+)/.exec(invitation?.contentType ?? '')?.[1] ?? 'PUBLISH';
  return {
    from: { ...from },
    to: { name: oneLine(to.name), address: to.address },
    ...(replyTo ? { replyTo: { name: oneLine(replyTo.name), address: replyTo.address } } : {}),
    subject,
    text,
    html,
    messageId: `<${messageId}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl === null
        ? {}
        : {
            // RFC 8058: a mail program may press the button for its reader. The address is long and must not be broken.
            'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    ...(invitation ? { icalEvent: { method, filename: oneLine(invitation.filename), content: invitation.content } } : {}),
    attachments: files.map(({ filename, contentType, content }) => ({ filename: oneLine(filename), contentType, content })),
  };
}

export interface SmtpError extends Error {
  readonly code?: string;
  /** What was said when it happened: RCPT TO, DATA, or CONN where the connection broke. */
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Reads an error of nodemailer's. A refusal of the sender or of our sign-in is no word about the recipient. */
export function fateOf(error: SmtpError): Fate {
  const { code = '', command, responseCode = 0 } = error;
  const aboutMessage = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  if (!aboutMessage) return { fate: 'UNREACHABLE', code: codeOf(error) };
  return { fate: responseCode >= 500 ? 'REFUSED' : 'LATER', code: codeOf(error) };
}

/** `550 5.1.1`, or nodemailer's name for it; never the server's words. */
function codeOf({ code, responseCode, response }: SmtpError): string {
  if (!responseCode) return code && /^[A-Z0-9]{1,20}$/.test(code) ? code : 'UNKNOWN';
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '') ?? [];
  return enhanced ? `${responseCode} ${enhanced}` : String(responseCode);
}
