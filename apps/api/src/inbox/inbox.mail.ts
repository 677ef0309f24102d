/** What the mails about knowledge say: what it is called and where it lies. What it holds stays in Kvarter. */
import { Injectable } from '@nestjs/common';
import { currentTenant, type Locale } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { button, defineMail, Mail, type MailContent, type MailToWrite, paragraph } from '../platform/mail/mail.js';
import { itemById, type KnowledgeRow } from './knowledge-item.sql.js';

export const passedOnMail = defineMail({
  kind: 'inbox.passed-on',
  name: { da: 'Viden, der er givet videre til dig', en: 'Knowledge passed on to you' },
  duty: true,
});

export const unseenMail = defineMail({
  kind: 'inbox.unseen',
  name: { da: 'Viden, som ingen koordinator har set', en: 'Knowledge that no coordinator has seen' },
  duty: true,
  digest: true,
});

@Injectable()
export class InboxMail {
  constructor(private readonly db: Db) {}

  /** Null where it was settled since. */
  @Mail(passedOnMail)
  async passedOn({ ids, locale, tenant }: MailToWrite): Promise<MailContent | null> {
    const item = await this.item(ids);
    if (!item || item.settledAt !== null) return null;
    const words = texts[locale];
    return {
      subject: words.passedOn(item.title),
      lines: [paragraph(words.passedOnText), button(words.read, `/${tenant.slug}/inbox`)],
      sensitive: true,
    };
  }

  /** Null where somebody has seen it since. */
  @Mail(unseenMail)
  async unseen({ ids, locale, tenant }: MailToWrite): Promise<MailContent | null> {
    const item = await this.item(ids);
    if (!item || item.seenAt !== null) return null;
    const words = texts[locale];
    return {
      subject: words.unseen(item.title),
      lines: [paragraph(words.unseenText), button(words.look, `/${tenant.slug}/inbox`)],
      sensitive: true,
    };
  }

  private async item(ids: MailToWrite['ids']): Promise<KnowledgeRow | undefined> {
    const [row] = await this.db.query<KnowledgeRow>(itemById, [currentTenant().id, ids['itemId']]);
    return row;
  }
}

interface Texts {
  passedOn(title: string): string;
  readonly passedOnText: string;
  readonly read: string;
  unseen(title: string): string;
  readonly unseenText: string;
  readonly look: string;
}

const texts: Readonly<Record<Locale, Texts>> = {
  da: {
    passedOn: (title) => `Givet videre til dig: ${title}`,
    passedOnText: 'Koordinatoren mener, at det vedkommer dig. Læs det i Kvarter.',
    read: 'Læs det',
    unseen: (title) => `Venter på at blive set: ${title}`,
    unseenText: 'En fra teamet har afleveret viden om et område, og ingen koordinator har åbnet den i to arbejdsdage.',
    look: 'Se, hvad der venter',
  },
  en: {
    passedOn: (title) => `Passed on to you: ${title}`,
    passedOnText: 'The coordinator thinks that it concerns you. Read it in Kvarter.',
    read: 'Read it',
    unseen: (title) => `Waiting to be seen: ${title}`,
    unseenText: 'Someone on the team has handed in knowledge about an area, and no coordinator has opened it for two working days.',
    look: 'See what is waiting',
  },
};
