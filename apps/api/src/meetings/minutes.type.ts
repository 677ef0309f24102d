import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../platform/graphql/scalars/date-time.js';

/** What was written during a meeting, as it stands. */
@ObjectType()
export class MeetingMinutes {
  writtenBy!: string | null;

  @Field(() => String)
  text!: string;

  /** Rises with each saving; 0 where nothing was written yet. */
  @Field(() => Int)
  version!: number;

  @Field(() => DateTime, { nullable: true })
  writtenAt!: Date | null;
}

/** What became of a saving. Where somebody else had saved meanwhile, nothing is written, and theirs is here to be put together with one's own. */
@ObjectType()
export class MinutesResult {
  @Field(() => Boolean)
  saved!: boolean;

  @Field(() => MeetingMinutes)
  minutes!: MeetingMinutes;
}
