/** The mail after a meeting: what came of its items, who does what by when, when the next one is. The minutes stay in Kvarter. */
import type { Locale } from '@kvarter/contract';
import { button, item, type MailContent, type MailLine, paragraph } from '../platform/mail/mail.js';
import { span } from './meeting-invitation.js';

export interface SummaryFacts {
  readonly title: string;
  /** Title and link only. */
  readonly sensitive: boolean;
  readonly agenda: readonly { readonly title: string; readonly outcome: string | null; readonly done: boolean }[];
  readonly agreements: readonly { readonly title: string; readonly responsible: string; readonly dueOn: string }[];
  readonly next: { readonly title: string; readonly startsAt: Date; readonly durationMinutes: number } | null;
  readonly path: string;
  readonly locale: Locale;
}

const words = {
  da: {
    subject: (title: string) => `Opsamling: ${title}`,
    thanks: 'Tak for mødet. Her er det, vi kom frem til.',
    outcomes: 'Fra dagsordenen:',
    later: 'tages op igen',
    agreed: 'Aftaler:',
    agreement: (title: string, who: string, day: string) => `${title} (${who}, senest ${day})`,
    next: (when: string) => `Næste møde er ${when}.`,
    see: 'Se mødet',
  },
  en: {
    subject: (title: string) => `Summary: ${title}`,
    thanks: 'Thank you for the meeting. This is what we arrived at.',
    outcomes: 'From the agenda:',
    later: 'to be taken up again',
    agreed: 'Agreements:',
    agreement: (title: string, who: string, day: string) => `${title} (${who}, by ${day})`,
    next: (when: string) => `The next meeting is on ${when}.`,
    see: 'See the meeting',
  },
} as const;

export function meetingSummary({ title, sensitive, agenda, agreements, next, path, locale }: SummaryFacts): MailContent {
  const say = words[locale];
  const day = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const list = (label: string, items: readonly string[]): MailLine[] => (items.length === 0 ? [] : [paragraph(label), ...items.map((text) => item(text))]);
  const outcomes = agenda.flatMap((one) => (one.outcome ? [`${one.title}: ${one.outcome}`] : one.done ? [] : [`${one.title}: ${say.later}`]));
  const agreed = agreements.map((one) => say.agreement(one.title, one.responsible, day.format(new Date(`${one.dueOn}T00:00:00Z`))));
  return {
    subject: say.subject(title),
    sensitive,
    lines: [
      paragraph(say.thanks),
      ...list(say.outcomes, outcomes),
      ...list(say.agreed, agreed),
      ...(next ? [paragraph(say.next(span(next, locale)))] : []),
      button(say.see, path),
    ],
  };
}
