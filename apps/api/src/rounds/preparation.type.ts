import type { FeatureKind, Geometry } from '@kvarter/geo';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FeatureKindEnum } from '../area-maps/map-feature.type.js';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MappingStep } from './round.type.js';

/** Something somebody knows of, before it is on the map. */
@ObjectType()
export class PreparationItem {
  @Field(() => UUID)
  id!: string;

  @Field(() => FeatureKindEnum)
  kind!: FeatureKind;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  /** Where it is, as far as its author knows. */
  @Field(() => GeoJSONGeometry, { nullable: true })
  geometry!: Geometry | null;

  /** Counts up with each change; changes name the one they build on. */
  @Field(() => Int)
  version!: number;

  /** When it was placed on the shared map; null until then. */
  @Field(() => DateTime, { nullable: true })
  placedAt!: Date | null;

  /** The mark it became. */
  @Field(() => UUID, { nullable: true })
  featureId!: string | null;

  placedById!: string | null;
}

/** How far somebody is with asking their own organisation before a meeting. */
@ObjectType()
export class RoundPreparation {
  @Field(() => MappingStep)
  step!: MappingStep;

  /** The day by which they are asked to be ready; null where no meeting is planned. */
  @Field(() => CalendarDate, { nullable: true })
  dueOn!: string | null;

  @Field(() => DateTime, { nullable: true })
  readyAt!: Date | null;

  id!: string | null;
  personId!: string;
}
