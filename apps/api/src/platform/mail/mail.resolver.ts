import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Can } from '../auth/can.js';
import { UUID } from '../graphql/scalars/uuid.js';
import { DemoMailbox } from './demo-mailbox.js';
import { MailPreferencesInput } from './mail.input.js';
import { DemoMail, MailPreferences, UndeliveredMail } from './mail.type.js';
import { MailPreferencesService } from './mail-preferences.service.js';
import { TrialMail } from './trial-mail.js';

@Resolver()
export class MailResolver {
  constructor(
    private readonly preferences: MailPreferencesService,
    private readonly mailbox: DemoMailbox,
    private readonly trial: TrialMail,
  ) {}

  @Can('mail.own')
  @Query(() => MailPreferences)
  myMailPreferences(): Promise<MailPreferences> {
    return this.preferences.mine();
  }

  @Can('mail.own')
  @Query(() => [UndeliveredMail])
  undeliveredMails(): Promise<UndeliveredMail[]> {
    return this.preferences.undelivered();
  }

  @Can('mail.own')
  @Query(() => [DemoMail])
  demoMails(@Args('personId', { type: () => UUID, nullable: true }) personId?: string): Promise<DemoMail[]> {
    return this.mailbox.mails(personId);
  }

  @Can('mail.own')
  @Mutation(() => MailPreferences)
  setMailPreferences(@Args('input') input: MailPreferencesInput): Promise<MailPreferences> {
    return this.preferences.set(input);
  }

  @Can('mail.own')
  @Mutation(() => Boolean)
  async sendTrialMail(): Promise<boolean> {
    await this.trial.put();
    return true;
  }
}
