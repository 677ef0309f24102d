import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Can } from '../platform/auth/can.js';
import { MailboxInput } from './mailbox.input.js';
import { MailboxService } from './mailbox.service.js';
import { Mailbox, MailboxTrial } from './mailbox.type.js';

@Resolver()
export class MailboxResolver {
  constructor(private readonly mailbox: MailboxService) {}

  @Can('mailbox.edit')
  @Query(() => Mailbox, { nullable: true, name: 'mailbox' })
  mine(): Promise<Mailbox | null> {
    return this.mailbox.mine();
  }

  @Can('mailbox.edit')
  @Mutation(() => Mailbox)
  setMailbox(@Args('input') input: MailboxInput): Promise<Mailbox> {
    return this.mailbox.set(input);
  }

  @Can('mailbox.edit')
  @Mutation(() => MailboxTrial)
  tryMailbox(@Args('input') input: MailboxInput): Promise<MailboxTrial> {
    return this.mailbox.try(input);
  }

  @Can('mailbox.edit')
  @Mutation(() => Boolean)
  removeMailbox(): Promise<boolean> {
    return this.mailbox.remove();
  }
}
