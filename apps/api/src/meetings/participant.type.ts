import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

export enum MeetingAnswer {
  YES = 'YES',
  NO = 'NO',
  MAYBE = 'MAYBE',
}

registerEnumType(MeetingAnswer, { name: 'MeetingAnswer' });

/** Somebody who is to come: a member, or somebody from elsewhere. */
@ObjectType()
export class MeetingParticipant {
  @Field(() => UUID)
  id!: string;

  /** Null for somebody from elsewhere. */
  @Field(() => UUID, { nullable: true })
  personId!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  organisation!: string | null;

  /** For the host alone, and only of those from elsewhere. */
  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => DateTime, { nullable: true })
  invitedAt!: Date | null;

  @Field(() => MeetingAnswer, { nullable: true })
  answer!: MeetingAnswer | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt!: Date | null;

  /** Whether they answered from their calendar. */
  @Field(() => Boolean)
  fromCalendar!: boolean;

  /** Null until somebody said so. */
  @Field(() => Boolean, { nullable: true })
  attended!: boolean | null;
}

/** Somebody from elsewhere. */
@InputType()
export class ExternalParticipantInput {
  @Allow()
  @Field(() => String)
  name!: string;

  @Allow()
  @Field(() => String, { nullable: true })
  email?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  organisation?: string | null;
}

@InputType()
export class AddParticipantsInput {
  @Allow()
  @Field(() => [UUID], { nullable: true })
  personIds?: string[] | null;

  @Allow()
  @Field(() => [ExternalParticipantInput], { nullable: true })
  externals?: ExternalParticipantInput[] | null;

  /** Also to the later meetings of its series that are planned. */
  @Allow()
  @Field(() => Boolean, { nullable: true })
  laterToo?: boolean | null;
}
