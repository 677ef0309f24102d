/** What the mail about a check says; and when such mails may go out. */
import { Injectable } from '@nestjs/common';
import { instantOf, isWorkingDay, type LocalDate, addDays, localDateOf, nextWorkingDay } from '@kvarter/cadence';
import { currentTenant, type Locale } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { button, defineMail, Mail, type MailContent, type MailToWrite, paragraph } from '../platform/mail/mail.js';
import { followUpById, type FollowUpRow } from './follow-up.sql.js';
import type { SubjectType } from './follow-up.type.js';
import { FollowUpsService } from './follow-ups.service.js';

export const reminderMail = defineMail({
  kind: 'follow-ups.reminder',
  name: { da: 'Påmindelser om opfølgninger og aftaler', en: 'Reminders of follow-ups and agreements' },
  duty: true,
  digest: true,
});

const opens = '07:30';
const closes = '17:00';

/** Nobody is reminded at night or on a Sunday: now where people are at work, else the next morning they are. */
export function officeTime(now: Date): Date {
  const today = localDateOf(now);
  const openToday = isWorkingDay(today) && now < instantOf(today, closes);
  if (!openToday) return instantOf(nextWorkingDay(addDays(today, 1)), opens);
  return now < instantOf(today, opens) ? instantOf(today, opens) : now;
}

@Injectable()
export class ReminderMail {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly followUps: FollowUpsService,
  ) {}

  /** Null where it was reported on since. */
  @Mail(reminderMail)
  async write({ ids, locale, to, tenant }: MailToWrite): Promise<MailContent | null> {
    const [check] = await this.db.query<FollowUpRow>(followUpById, [currentTenant().id, ids['followUpId']]);
    if (check?.stored !== 'OPEN') return null;
    const words = texts[locale];
    const what = check.title ?? words.subjects[check.subjectType as SubjectType];
    const due = check.dueOn as LocalDate;
    const today = this.clock.today();
    const when = due < today ? words.late(dayOf(due, locale)) : due === today ? words.today : words.ahead(dayOf(due, locale));
    const own = to.personId === check.responsibleId;
    return {
      subject: own ? words.subject(what) : words.subjectOfOther(what),
      lines: [
        paragraph(when),
        ...(check.standsFor > 1 ? [paragraph(words.standsFor(check.standsFor))] : []),
        paragraph(own ? words.ask : words.askOther),
        own ? button(words.answer, this.followUps.answerPath(tenant.slug, check, check.responsibleId)) : button(words.open, `/${tenant.slug}/desk`),
      ],
    };
  }
}

const dayOf = (day: LocalDate, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

interface Texts {
  readonly subjects: Readonly<Record<SubjectType, string>>;
  subject(what: string): string;
  subjectOfOther(what: string): string;
  late(day: string): string;
  readonly today: string;
  ahead(day: string): string;
  standsFor(count: number): string;
  readonly ask: string;
  readonly askOther: string;
  readonly answer: string;
  readonly open: string;
}

const texts: Readonly<Record<Locale, Texts>> = {
  da: {
    subjects: {
      AGREEMENT: 'En aftale',
      AREA: 'Områdets kort',
      FEEDBACK: 'Tilbagemelding til dem, der bidrog',
      GAP: 'Et hul i jeres viden',
      INTERVENTION: 'En indsats',
      KNOWLEDGE: 'Ny viden om et område',
      MEETING: 'Et møde',
      ROUND: 'En kortlægning',
      RUN_SHEET_ITEM: 'Et punkt i drejebogen',
      STAKEHOLDER: 'En aktør',
      STRATEGY: 'Indsatsstrategien',
    },
    subject: (what) => `Husk: ${what}`,
    subjectOfOther: (what) => `Venter på svar: ${what}`,
    late: (day) => `Fristen var ${day}, og der er ikke meldt tilbage endnu.`,
    today: 'Fristen er i dag.',
    ahead: (day) => `Fristen er ${day}.`,
    standsFor: (count) => `Den står for ${count} opfølgninger, der ikke er blevet til noget.`,
    ask: 'Fortæl kort, hvordan det går. Det tager et øjeblik, og så ved de andre besked.',
    askOther: 'Den ansvarlige har ikke svaret i to uger. Tag fat i personen, eller giv opgaven til en anden.',
    answer: 'Meld tilbage',
    open: 'Åbn mit skrivebord',
  },
  en: {
    subjects: {
      AGREEMENT: 'An agreement',
      AREA: 'The map of the area',
      FEEDBACK: 'Feedback to those who contributed',
      GAP: 'A gap in what you know',
      INTERVENTION: 'An intervention',
      KNOWLEDGE: 'New knowledge about an area',
      MEETING: 'A meeting',
      ROUND: 'A mapping round',
      RUN_SHEET_ITEM: 'An item of the run sheet',
      STAKEHOLDER: 'A stakeholder',
      STRATEGY: 'The intervention strategy',
    },
    subject: (what) => `Remember: ${what}`,
    subjectOfOther: (what) => `Waiting for an answer: ${what}`,
    late: (day) => `It was due on ${day}, and nobody has reported on it yet.`,
    today: 'It is due today.',
    ahead: (day) => `It is due on ${day}.`,
    standsFor: (count) => `It stands for ${count} follow-ups that came to nothing.`,
    ask: 'Say in a few words how it goes. It takes a moment, and then the others know.',
    askOther: 'The person responsible has not answered for two weeks. Talk to them, or give the task to someone else.',
    answer: 'Report back',
    open: 'Open my desk',
  },
};
