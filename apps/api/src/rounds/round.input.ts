import { Field, InputType, Int } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { TargetGroup } from './round.type.js';

/** What may be said of any round. A field left out keeps what stands, null clears it. */
@InputType({ isAbstract: true })
class RoundDescription {
  @Allow()
  @Field(() => [TargetGroup], { nullable: true })
  targetGroups?: TargetGroup[] | null;

  /** Target groups of the municipality's own, in its own words. */
  @Allow()
  @Field(() => [String], { nullable: true })
  localGroups?: string[] | null;

  @Allow()
  @Field(() => String, { nullable: true })
  missingKnowledge?: string | null;

  /** A Polygon or MultiPolygon that meets the area; null is the area's own boundary. */
  @Allow()
  @Field(() => GeoJSONGeometry, { nullable: true })
  delimitation?: unknown;

  /** A coordinator; the caller where left out. */
  @Allow()
  @Field(() => UUID, { nullable: true })
  responsiblePersonId?: string | null;
}

@InputType()
export class CreateRoundInput extends RoundDescription {
  @Allow()
  @Field(() => UUID)
  areaId!: string;

  @Allow()
  @Field(() => String)
  name!: string;

  @Allow()
  @Field(() => CalendarDate)
  startsOn!: string;

  @Allow()
  @Field(() => CalendarDate)
  endsOn!: string;
}

@InputType()
export class DescribeRoundInput extends RoundDescription {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => Int)
  version!: number;

  @Allow()
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Allow()
  @Field(() => CalendarDate, { nullable: true })
  startsOn?: string | null;

  @Allow()
  @Field(() => CalendarDate, { nullable: true })
  endsOn?: string | null;
}

/** A field left out keeps what stands. */
@InputType()
export class ChangeMilestoneInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Allow()
  @Field(() => CalendarDate, { nullable: true })
  dueOn?: string | null;

  @Allow()
  @Field(() => Boolean, { nullable: true })
  done?: boolean | null;
}
