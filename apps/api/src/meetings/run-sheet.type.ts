import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

export enum RunSheetStage {
  BEFORE = 'BEFORE',
  DURING = 'DURING',
  AFTER = 'AFTER',
}

registerEnumType(RunSheetStage, { name: 'RunSheetStage' });

/** Something to be done before, during or after a meeting. */
@ObjectType()
export class RunSheetItem {
  responsible!: string | null;

  @Field(() => UUID)
  id!: string;

  @Field(() => RunSheetStage)
  stage!: RunSheetStage;

  @Field(() => String)
  title!: string;

  /** Days from the meeting, negative before it. */
  @Field(() => Int)
  offsetDays!: number;

  @Field(() => CalendarDate)
  dueOn!: string;

  @Field(() => Boolean)
  done!: boolean;

  @Field(() => DateTime, { nullable: true })
  doneAt!: Date | null;

  /** It should have been done by now. */
  @Field(() => Boolean)
  late!: boolean;
}

@InputType()
export class RunSheetItemInput {
  @Allow()
  @Field(() => RunSheetStage)
  stage!: RunSheetStage;

  @Allow()
  @Field(() => String)
  title!: string;

  /** Days from the meeting, negative before it; moved to a working day. */
  @Allow()
  @Field(() => Int)
  offsetDays!: number;

  @Allow()
  @Field(() => UUID, { nullable: true })
  responsiblePersonId?: string | null;
}
