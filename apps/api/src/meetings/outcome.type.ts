import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MeetingPhase } from './meeting.entity.js';

/** Something said in a meeting that is worth keeping: an idea, or what people arrived at. */
@ObjectType()
export class MeetingOutcome {
  createdById!: string;
  agreementId!: string | null;

  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  meetingId!: string;

  @Field(() => String)
  meetingTitle!: string;

  @Field(() => DateTime)
  meetingStartsAt!: Date;

  /** The part of the meeting it was said in; null before anybody led it. */
  @Field(() => MeetingPhase, { nullable: true })
  phase!: MeetingPhase | null;

  /** The question of the phase's set that was asked, from 0. */
  @Field(() => Int, { nullable: true })
  question!: number | null;

  @Field(() => String)
  text!: string;

  /** The mark on the area's map that it is about. */
  @Field(() => UUID, { nullable: true })
  featureId!: string | null;

  @Field(() => String, { nullable: true })
  featureName!: string | null;

  @Field(() => DateTime)
  at!: Date;
}

@InputType()
export class MeetingOutcomeInput {
  @Allow()
  @Field(() => String)
  text!: string;

  @Allow()
  @Field(() => MeetingPhase, { nullable: true })
  phase?: MeetingPhase | null;

  @Allow()
  @Field(() => Int, { nullable: true })
  question?: number | null;

  @Allow()
  @Field(() => UUID, { nullable: true })
  featureId?: string | null;
}
