import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MapFeature } from './map-feature.type.js';

/** The map of an area as it stands at `seq`; removed features left out. Its contents are read when selected. */
@ObjectType()
export class AreaMap {
  @Field(() => UUID)
  areaId!: string;

  @Field(() => Int)
  seq!: number;

  /** Whether `seq` is the newest, so that heads can be read instead of the log. */
  newest!: boolean;
}

@ObjectType()
export class MapSnapshot {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  areaId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  seq!: number;

  @Field(() => DateTime)
  takenAt!: Date;

  /** The meeting whose closing took it, if one did. */
  @Field(() => UUID, { nullable: true })
  meetingId!: string | null;
}

@ObjectType()
export class MapFeatureChange {
  @Field(() => MapFeature)
  before!: MapFeature;

  @Field(() => MapFeature)
  after!: MapFeature;

  /** Metres between the middles before and after; null where it has no place or stayed. */
  @Field(() => Float, { nullable: true })
  movedMetres!: number | null;

  @Field(() => [String])
  fields!: readonly string[];
}

@ObjectType()
export class MapComparison {
  @Field(() => Int)
  fromSeq!: number;

  @Field(() => Int)
  toSeq!: number;

  @Field(() => [MapFeature])
  added!: MapFeature[];

  @Field(() => [MapFeature])
  removed!: MapFeature[];

  @Field(() => [MapFeatureChange])
  changed!: MapFeatureChange[];
}

@ObjectType()
export class TakeBackResult {
  /** Edits undone altogether. */
  @Field(() => Int)
  takenBack!: number;

  /** Edits of which something stands, because somebody else built on it. */
  @Field(() => Int)
  kept!: number;
}

/** That texts were taken out of every row of a feature. */
@ObjectType()
export class RedactionReceipt {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  featureId!: string;

  @Field(() => DateTime)
  redactedAt!: Date;

  @Field(() => Int)
  rows!: number;
}
