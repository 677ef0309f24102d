import { Field, InputType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MeetingKind } from './meeting.entity.js';

@InputType()
export class ScheduleMeetingInput {
  @Allow()
  @Field(() => UUID)
  areaId!: string;

  @Allow()
  @Field(() => MeetingKind)
  kind!: MeetingKind;

  @Allow()
  @Field(() => String)
  title!: string;

  @Allow()
  @Field(() => DateTime)
  startsAt!: Date;
}
