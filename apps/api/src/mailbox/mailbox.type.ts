import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../platform/graphql/scalars/date-time.js';

/** IMPLICIT: TLS from the first byte on (port 993). STARTTLS: turned to before anything else is said (port 143). */
export enum MailboxTls {
  IMPLICIT = 'IMPLICIT',
  STARTTLS = 'STARTTLS',
}

/**
 * Why a mailbox can't be read. HOST_UNKNOWN: no such name on the open internet, and no answer tells whether there is
 * one within. NO_FOLDER: no inbox, or the folder for what is dealt with can't be made. BROKEN: the server says what
 * no IMAP server says. PASSWORD_LOST: it was sealed under another master key.
 */
export enum MailboxFault {
  HOST_UNKNOWN = 'HOST_UNKNOWN',
  UNREACHABLE = 'UNREACHABLE',
  TIMEOUT = 'TIMEOUT',
  NO_TLS = 'NO_TLS',
  CERTIFICATE = 'CERTIFICATE',
  SIGN_IN_REFUSED = 'SIGN_IN_REFUSED',
  NO_FOLDER = 'NO_FOLDER',
  BROKEN = 'BROKEN',
  PASSWORD_LOST = 'PASSWORD_LOST',
}

registerEnumType(MailboxTls, { name: 'MailboxTls' });
registerEnumType(MailboxFault, { name: 'MailboxFault' });

/** The mailbox that answers to invitations go to. Its password is told to nobody. */
@ObjectType()
export class Mailbox {
  @Field(() => String)
  host!: string;

  @Field(() => Int)
  port!: number;

  @Field(() => MailboxTls)
  tls!: MailboxTls;

  @Field(() => String)
  user!: string;

  /** Which invitations name. */
  @Field(() => String)
  address!: string;

  @Field(() => DateTime)
  changedAt!: Date;

  /** When it was last read to the end. */
  @Field(() => DateTime, { nullable: true })
  readAt!: Date | null;

  /** Why it can't be read just now. */
  @Field(() => MailboxFault, { nullable: true })
  fault!: MailboxFault | null;

  @Field(() => DateTime, { nullable: true })
  faultAt!: Date | null;
}

/** What came of a try. */
@ObjectType()
export class MailboxTrial {
  /** Null: all is well. */
  @Field(() => MailboxFault, { nullable: true })
  fault!: MailboxFault | null;
}
