import { Field, InputType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { MailLocale, MailRhythm } from './mail.type.js';

@InputType()
export class MailPreferencesInput {
  @Allow()
  @Field(() => MailRhythm)
  digest!: MailRhythm;

  @Allow()
  @Field(() => MailLocale)
  locale!: MailLocale;

  /** Kinds one doesn't want. */
  @Allow()
  @Field(() => [String])
  muted!: string[];
}
