/** A mail to oneself, to see whether mails arrive and what they look like. */
import { Injectable } from '@nestjs/common';
import { currentActor } from '../auth/actor.js';
import { button, defineMail, Mail, type MailContent, type MailToWrite, paragraph } from './mail.js';
import { Outbox } from './outbox.js';

const trial = defineMail({ kind: 'mail.trial', name: { da: 'Prøvemails, du selv beder om', en: 'Trial mails you ask for yourself' } });

const minuteMs = 60_000;

const texts = {
  da: {
    subject: 'Prøvemail fra Kvarter',
    text: (name: string) => `Hej ${name}. Du bad om denne mail for at se, om mails fra Kvarter når frem til dig. Det gør de.`,
    button: 'Vælg, hvilke mails du vil have',
  },
  en: {
    subject: 'Trial mail from Kvarter',
    text: (name: string) => `Hello ${name}. You asked for this mail to see whether mails from Kvarter reach you. They do.`,
    button: 'Choose which mails you want',
  },
};

@Injectable()
export class TrialMail {
  constructor(private readonly outbox: Outbox) {}

  /** Puts one in for the caller; once a minute at most. */
  async put(): Promise<void> {
    const { personId } = currentActor();
    await this.outbox.put([{ key: `mail.trial/${personId}/${Math.floor(Date.now() / minuteMs)}`, kind: trial, to: { personId }, ids: {} }]);
  }

  @Mail(trial)
  async write({ to, tenant, locale }: MailToWrite): Promise<MailContent> {
    const words = texts[locale];
    return { subject: words.subject, lines: [paragraph(words.text(to.name)), button(words.button, `/${tenant.slug}/mail`)] };
  }
}
