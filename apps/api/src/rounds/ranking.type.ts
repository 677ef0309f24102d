import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** How much an area needs mapping, and why. It says nothing of those who live there. */
@ObjectType()
export class RankedArea {
  /** Among the areas the caller sees, from 1. */
  @Field(() => Int)
  place!: number;

  @Field(() => UUID)
  areaId!: string;

  @Field(() => String)
  reason!: string;
}

/** The order somebody judged one day. */
@ObjectType()
export class AreaRanking {
  @Field(() => UUID)
  id!: string;

  @Field(() => DateTime)
  rankedAt!: Date;

  @Field(() => [RankedArea])
  places!: RankedArea[];

  rankedById!: string;
}

@InputType()
export class RankedAreaInput {
  @Allow()
  @Field(() => UUID)
  areaId!: string;

  @Allow()
  @Field(() => String)
  reason!: string;
}
