import { Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { CadenceKind } from './follow-up.type.js';

/** The rule that produces checks. */
@ObjectType()
export class Cadence {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  subjectType!: string;

  @Field(() => UUID)
  subjectId!: string;

  @Field(() => UUID, { nullable: true })
  areaId!: string | null;

  /** What it is about, in a few words; null where its kind says it all. */
  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => CadenceKind)
  kind!: CadenceKind;

  @Field(() => CalendarDate)
  startsOn!: string;

  @Field(() => CalendarDate, { nullable: true })
  endsOn!: string | null;

  /** The day it was put on hold; null while it runs. */
  @Field(() => CalendarDate, { nullable: true })
  onHoldSince!: string | null;

  responsibleId!: string;
}
