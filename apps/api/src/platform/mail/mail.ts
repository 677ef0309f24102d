/** Which kinds of mail there are, and what one says. Each kind has exactly one method that writes it, marked by @Mail. */
import { SetMetadata } from '@nestjs/common';
import type { Locale } from '../auth/actor.js';

export interface MailKind {
  /** `capability.noun`, as in the outbox. */
  readonly kind: string;
  /** What people call it, where they choose which mails they get. */
  readonly name: Readonly<Record<Locale, string>>;
  /** Part of one's work: can't be unsubscribed. */
  readonly duty: boolean;
  /** May wait for others and go together with them, where the recipient wants that. */
  readonly digest: boolean;
}

/** A kind that can't be: its name is taken, it has no or two writers; or a mail that holds what it may not. */
export class MailFault extends Error {}

const defined = new Map<string, MailKind>();

/** Names a kind of mail, once, where its module is read. */
export function defineMail({ kind, name, duty = false, digest = false }: Pick<MailKind, 'kind' | 'name'> & Partial<MailKind>): MailKind {
  if (defined.has(kind)) throw new MailFault(`Two kinds of mail are called ${kind}.`);
  if (!/^[a-z][a-z0-9.-]{0,59}$/.test(kind)) throw new MailFault(`${kind} is no name for a kind of mail: small letters, figures, dots and hyphens.`);
  const spec: MailKind = { kind, name, duty, digest };
  defined.set(kind, spec);
  return spec;
}

export const definedMails = (): readonly MailKind[] => [...defined.values()];

export const mailKey = 'kvarter:mail';

/** Marks the method that writes a kind of mail. It runs as Kvarter in the tenant, when the mail is sent or shown. */
export const Mail = (kind: MailKind) => SetMetadata(mailKey, kind.kind);

/** What a writer is given. */
export interface MailToWrite {
  readonly ids: Readonly<Record<string, string>>;
  readonly locale: Locale;
  /** A member has a personId; somebody outside has none. Its address is empty where nobody knows one, as in a demonstration. */
  readonly to: { readonly personId: string | null; readonly name: string; readonly address: string };
  /** Addresses within Kvarter begin with `/${tenant.slug}/`. */
  readonly tenant: { readonly id: string; readonly slug: string; readonly name: string };
}

/** Null: no longer of interest, so it isn't sent. */
export type MailWriter = (mail: MailToWrite) => Promise<MailContent | null>;

/** `path` is an address within Kvarter, `/aakoebing/...`; links lead nowhere else. */
export type MailLine =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string; readonly path?: string }
  | { readonly kind: 'button'; readonly text: string; readonly path: string };

export const paragraph = (text: string): MailLine => ({ kind: 'paragraph', text });
export const item = (text: string, path?: string): MailLine => (path === undefined ? { kind: 'item', text } : { kind: 'item', text, path });
export const button = (text: string, path: string): MailLine => ({ kind: 'button', text, path });

export interface MailContent {
  /** Also its heading. */
  readonly subject: string;
  readonly lines: readonly MailLine[];
  /** Mail is a postcard: of such a one only subject, buttons and discreet files leave the house. */
  readonly sensitive?: boolean;
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly attachments?: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Buffer;
  /** It tells no more than the subject, and goes along where the mail is sensitive. */
  readonly discreet?: boolean;
}
