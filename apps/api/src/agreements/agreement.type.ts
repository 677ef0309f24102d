import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** CANT: the responsible could not; DROPPED: no longer wanted. */
export enum AgreementState {
  OPEN = 'OPEN',
  DONE = 'DONE',
  CANT = 'CANT',
  DROPPED = 'DROPPED',
}

/** What the responsible reports back. */
export enum AgreementAnswer {
  DONE = 'DONE',
  LATER = 'LATER',
  CANT = 'CANT',
}

registerEnumType(AgreementState, { name: 'AgreementState' });
registerEnumType(AgreementAnswer, { name: 'AgreementAnswer' });

/** Who does what by when. */
@ObjectType()
export class Agreement {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID, { nullable: true })
  areaId!: string | null;

  /** The meeting it was made at. */
  @Field(() => UUID, { nullable: true })
  meetingId!: string | null;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  detail!: string | null;

  @Field(() => CalendarDate)
  dueOn!: string;

  @Field(() => AgreementState)
  state!: AgreementState;

  /** Open, and due on a day that has passed. */
  @Field(() => Boolean)
  late!: boolean;

  /** What was reported last. */
  @Field(() => String, { nullable: true })
  report!: string | null;

  @Field(() => DateTime, { nullable: true })
  reportedAt!: Date | null;

  /** Counts up with each change; changes name the one they build on. */
  @Field(() => Int)
  version!: number;

  @Field(() => DateTime)
  createdAt!: Date;

  responsibleId!: string;
  takenOverFromId!: string | null;
  createdById!: string;
}
