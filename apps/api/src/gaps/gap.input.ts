import type { FeatureKind } from '@kvarter/geo';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { FeatureKindEnum } from '../area-maps/map-feature.type.js';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { GapClosing, GapFoundBy, GapKind } from './gap.type.js';

@InputType()
export class TakeUpGapInput {
  @Allow()
  @Field(() => UUID)
  areaId!: string;

  @Allow()
  @Field(() => GapKind)
  kind!: GapKind;

  @Allow()
  @Field(() => GapFoundBy)
  foundBy!: GapFoundBy;

  /** Which kind of resource there is little of; for a thin kind, and only there. */
  @Allow()
  @Field(() => FeatureKindEnum, { nullable: true })
  featureKind?: FeatureKind | null;

  @Allow()
  @Field(() => GeoJSONGeometry, { nullable: true })
  place?: unknown;

  @Allow()
  @Field(() => String)
  question!: string;
}

@InputType()
export class AssignGapInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => Int)
  version!: number;

  @Allow()
  @Field(() => UUID)
  responsiblePersonId!: string;

  @Allow()
  @Field(() => CalendarDate)
  dueOn!: string;
}

@InputType()
export class AnswerGapInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => String)
  answer!: string;

  @Allow()
  @Field(() => [UUID], { nullable: true })
  ledToFeatureIds?: string[] | null;

  @Allow()
  @Field(() => UUID, { nullable: true })
  ledToStakeholderId?: string | null;
}

@InputType()
export class CloseGapInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => GapClosing)
  closedAs!: GapClosing;

  @Allow()
  @Field(() => String)
  reason!: string;
}
