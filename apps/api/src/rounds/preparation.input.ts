import type { FeatureKind } from '@kvarter/geo';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { FeatureKindEnum } from '../area-maps/map-feature.type.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MappingStep } from './round.type.js';

@InputType()
export class AddPreparationItemInput {
  @Allow()
  @Field(() => UUID)
  roundId!: string;

  @Allow()
  @Field(() => MappingStep)
  step!: MappingStep;

  /** A resource before the resource meeting, a challenge before the challenge meeting. */
  @Allow()
  @Field(() => FeatureKindEnum)
  kind!: FeatureKind;

  @Allow()
  @Field(() => String)
  title!: string;

  @Allow()
  @Field(() => String, { nullable: true })
  note?: string | null;

  @Allow()
  @Field(() => GeoJSONGeometry, { nullable: true })
  geometry?: unknown;
}

/** A field left out keeps what stands, null clears it. */
@InputType()
export class ChangePreparationItemInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => Int)
  version!: number;

  @Allow()
  @Field(() => FeatureKindEnum, { nullable: true })
  kind?: FeatureKind | null;

  @Allow()
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  note?: string | null;

  @Allow()
  @Field(() => GeoJSONGeometry, { nullable: true })
  geometry?: unknown;
}
