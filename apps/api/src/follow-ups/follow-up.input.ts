import { Field, InputType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { CadenceKind } from './follow-up.type.js';

@InputType()
export class StartCadenceInput {
  @Allow()
  @Field(() => String)
  subjectType!: string;

  @Allow()
  @Field(() => UUID)
  subjectId!: string;

  @Allow()
  @Field(() => UUID, { nullable: true })
  areaId?: string | null;

  /** What it is about, in a few words. */
  @Allow()
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Allow()
  @Field(() => CalendarDate)
  startsOn!: string;

  @Allow()
  @Field(() => CalendarDate, { nullable: true })
  endsOn?: string | null;

  @Allow()
  @Field(() => CadenceKind)
  kind!: CadenceKind;

  @Allow()
  @Field(() => UUID)
  responsiblePersonId!: string;
}
