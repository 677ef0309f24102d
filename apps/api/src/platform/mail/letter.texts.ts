/** The words round what a mail says. */
import type { Locale } from '../auth/actor.js';

interface LetterTexts {
  together(count: number): string;
  togetherLead(count: number): string;
  sensitive: string;
  because(tenantName: string): string;
  /** Whether somebody reads what is answered to it. */
  readonly unread: string;
  read(name: string): string;
  settings: string;
  unsubscribe: string;
}

export const letterTexts: Readonly<Record<Locale, LetterTexts>> = {
  da: {
    together: (count) => `${count} beskeder fra Kvarter`,
    togetherLead: (count) => `Her er ${count} beskeder samlet i én mail.`,
    sensitive: 'Resten står kun i Kvarter, fordi mails kan læses af andre. Log ind for at læse det.',
    because: (tenantName) => `Du får mailen, fordi du er med i arbejdet i ${tenantName}.`,
    unread: 'Kvarter sender den; svar på den bliver ikke læst.',
    read: (name) => `Kvarter sender den; svar på den går til ${name}.`,
    settings: 'Vælg, hvilke mails du vil have',
    unsubscribe: 'Afmeld denne slags mails',
  },
  en: {
    together: (count) => `${count} messages from Kvarter`,
    togetherLead: (count) => `Here are ${count} messages in one mail.`,
    sensitive: 'The rest is found in Kvarter only, since others may read mail. Sign in to read it.',
    because: (tenantName) => `You get this mail because you take part in the work of ${tenantName}.`,
    unread: 'Kvarter sends it; nobody reads answers to it.',
    read: (name) => `Kvarter sends it; answers to it go to ${name}.`,
    settings: 'Choose which mails you want',
    unsubscribe: 'No more mails of this kind',
  },
};
