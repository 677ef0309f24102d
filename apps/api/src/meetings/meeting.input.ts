import { Field, InputType, Int } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MeetingFocus, MeetingKind, MeetingSeries } from './meeting.entity.js';

// The rules of texts and times are the service's, which says what is wrong and how to mend it; @Allow only keeps
// the fields through validation.

@InputType()
export class ScheduleMeetingInput {
  /** May be left out for a team or a network. */
  @Allow()
  @Field(() => UUID, { nullable: true })
  areaId?: string | null;

  @Allow()
  @Field(() => MeetingKind)
  kind!: MeetingKind;

  @Allow()
  @Field(() => String)
  title!: string;

  @Allow()
  @Field(() => DateTime)
  startsAt!: Date;

  /** Plans about a year of meetings, this one among them. */
  @Allow()
  @Field(() => MeetingSeries, { nullable: true })
  series?: MeetingSeries | null;

  @Allow()
  @Field(() => Int, { nullable: true })
  durationMinutes?: number | null;

  @Allow()
  @Field(() => String, { nullable: true })
  place?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  purpose?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  audience?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  process?: string | null;

  @Allow()
  @Field(() => MeetingFocus, { nullable: true })
  focus?: MeetingFocus | null;
}

/** A field left out keeps what stands; null or an empty text clears. */
@InputType()
export class DescribeMeetingInput {
  @Allow()
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  place?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  purpose?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  audience?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  process?: string | null;

  @Allow()
  @Field(() => MeetingFocus, { nullable: true })
  focus?: MeetingFocus | null;
}
