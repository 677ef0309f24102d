import { Field, InputType, Int } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { MailboxTls } from './mailbox.type.js';

@InputType()
export class MailboxInput {
  @Allow()
  @Field(() => String)
  host!: string;

  @Allow()
  @Field(() => Int)
  port!: number;

  @Allow()
  @Field(() => MailboxTls)
  tls!: MailboxTls;

  @Allow()
  @Field(() => String)
  user!: string;

  /** Left out: the one it has, as long as it goes to the same server and user. */
  @Allow()
  @Field(() => String, { nullable: true })
  password?: string | null;

  @Allow()
  @Field(() => String)
  address!: string;
}
