/** Which method writes which kind of mail. Stops the start where a kind has no writer, or two. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { definedMails, mailKey, MailFault, type MailKind, type MailWriter } from './mail.js';

export interface WrittenMail {
  readonly kind: MailKind;
  readonly write: MailWriter;
}

@Injectable()
export class MailRegistry implements OnModuleInit {
  private readonly mails = new Map<string, WrittenMail>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) this.findIn(instance as Record<string, MailWriter> | undefined);
    const missing = definedMails().filter(({ kind }) => !this.mails.has(kind));
    if (missing.length > 0) throw new MailFault(`Nobody writes ${missing.map(({ kind }) => kind).join(', ')}: mark a method with @Mail.`);
  }

  get(kind: string): WrittenMail | undefined {
    return this.mails.get(kind);
  }

  /** All kinds, by their names in a language. */
  kinds(locale: 'da' | 'en'): MailKind[] {
    return [...this.mails.values()].map(({ kind }) => kind).sort((a, b) => a.name[locale].localeCompare(b.name[locale], locale));
  }

  private findIn(instance: Record<string, MailWriter> | undefined): void {
    const prototype = instance && (Object.getPrototypeOf(instance) as Record<string, MailWriter> | null);
    if (!instance || !prototype) return;
    for (const method of this.scanner.getAllMethodNames(prototype)) {
      const name = Reflect.getMetadata(mailKey, prototype[method] as object) as string | undefined;
      if (name === undefined) continue;
      const kind = definedMails().find((one) => one.kind === name);
      if (!kind || this.mails.has(name)) throw new MailFault(`More than one method writes ${name}.`);
      this.mails.set(name, { kind, write: (mail) => (instance[method] as MailWriter)(mail) });
    }
  }
}
