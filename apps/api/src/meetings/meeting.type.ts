import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

export enum InvitationState {
  UNUSED = 'UNUSED',
  USED = 'USED',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}

registerEnumType(InvitationState, { name: 'InvitationState' });

/** Somebody who came by an invitation, as the host sees them. */
@ObjectType()
export class MeetingGuest {
  @Field(() => UUID)
  personId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => DateTime)
  joinedAt!: Date;

  @Field(() => Boolean)
  removed!: boolean;

  /** Edits of theirs in this meeting. */
  @Field(() => Int)
  editCount!: number;
}

/** A member who changed the map in a meeting, as the host sees them. */
@ObjectType()
export class MeetingEditor {
  @Field(() => UUID)
  personId!: string;

  @Field(() => String)
  name!: string;

  /** Edits of theirs in this meeting. */
  @Field(() => Int)
  editCount!: number;
}

@ObjectType()
export class Invitation {
  @Field(() => UUID)
  id!: string;

  @Field(() => InvitationState)
  state!: InvitationState;

  @Field(() => DateTime)
  expiresAt!: Date;

  @Field(() => DateTime)
  createdAt!: Date;
}

/** An invitation just made: the link holds its code, which is shown this once. */
@ObjectType()
export class NewInvitation {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  url!: string;

  @Field(() => DateTime)
  expiresAt!: Date;
}

/** Something one should know of a date; nothing is refused for it. */
@ObjectType()
export class MeetingWarning {
  /** HOLIDAY or WEEKEND */
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => CalendarDate)
  on!: string;
}

/** A day that a series would fall on. */
@ObjectType()
export class MeetingDate {
  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => MeetingWarning, { nullable: true })
  warning!: MeetingWarning | null;
}
