import { Field, Int, ObjectType } from '@nestjs/graphql';

/** What the centre sees of a municipality: counts of places and meetings, never content or persons. */
@ObjectType()
export class TenantTotals {
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  areas!: number;

  @Field(() => Int)
  closedMeetings!: number;
}
