import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../graphql/scalars/date-time.js';
import { UUID } from '../graphql/scalars/uuid.js';

/** EACH: at once. DAILY, WEEKLY: what can wait comes together, at half past seven on working days or on Mondays. */
export enum MailRhythm {
  EACH = 'EACH',
  DAILY = 'DAILY',
  WEEKLY = 'WEEKLY',
}

export enum MailLocale {
  da = 'da',
  en = 'en',
}

export enum MailState {
  WAITING = 'WAITING',
  SENT = 'SENT',
  FAILED = 'FAILED',
  DROPPED = 'DROPPED',
}

export enum MailLineKind {
  PARAGRAPH = 'PARAGRAPH',
  ITEM = 'ITEM',
  BUTTON = 'BUTTON',
}

registerEnumType(MailRhythm, { name: 'MailRhythm' });
registerEnumType(MailLocale, { name: 'MailLocale' });
registerEnumType(MailState, { name: 'MailState' });
registerEnumType(MailLineKind, { name: 'MailLineKind' });

/** A kind of mail, as one chooses whether to get it. */
@ObjectType()
export class MailKindChoice {
  @Field(() => String)
  kind!: string;

  /** In the caller's language. */
  @Field(() => String)
  name!: string;

  /** Part of one's work: can't be turned off. */
  @Field(() => Boolean)
  duty!: boolean;

  /** Waits for others where one wants that; the rest comes at once. */
  @Field(() => Boolean)
  digest!: boolean;

  @Field(() => Boolean)
  muted!: boolean;
}

@ObjectType()
export class MailPreferences {
  /** Null: none is known, so nothing can be sent. */
  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => MailRhythm)
  digest!: MailRhythm;

  @Field(() => MailLocale)
  locale!: MailLocale;

  @Field(() => [MailKindChoice])
  kinds!: MailKindChoice[];

  /** Whether mails leave this installation at all. */
  @Field(() => Boolean)
  sending!: boolean;

  /** Whether what would be sent is shown in a mailbox instead. */
  @Field(() => Boolean)
  demo!: boolean;
}

/** A mail that did not arrive, for those who caused it and those who answer for the tenant's mails. */
@ObjectType()
export class UndeliveredMail {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  kindName!: string;

  /** Who was to get it, by name. */
  @Field(() => String)
  to!: string;

  /** A code of ours (NO_ADDRESS, BAD_ADDRESS, OUTCOME_UNKNOWN, NOT_WRITTEN) or the mail server's figures (550 5.1.1). */
  @Field(() => String)
  reason!: string;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType()
export class DemoMailLine {
  @Field(() => MailLineKind)
  kind!: MailLineKind;

  @Field(() => String)
  text!: string;

  /** Where it leads within Kvarter. */
  @Field(() => String, { nullable: true })
  path!: string | null;
}

/** A mail as it would be sent now; nothing of it is kept. */
@ObjectType()
export class DemoMail {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  to!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => MailState)
  state!: MailState;

  /** When it was, or will be, sent. */
  @Field(() => DateTime)
  at!: Date;

  @Field(() => [DemoMailLine])
  lines!: DemoMailLine[];

  /** The whole of it as plain text. */
  @Field(() => String)
  text!: string;
}
