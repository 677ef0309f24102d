import { Field, Float, InputType, Int } from '@nestjs/graphql';
import type { FeatureKind, MapEditOp, TimeOfDay, VoiceStance } from '@kvarter/geo';
import { Allow } from 'class-validator';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MapEditOpEnum } from './map-edit.type.js';
import { FeatureKindEnum, TimeOfDayEnum, VoiceStanceEnum } from './map-feature.type.js';

// A field left out keeps what stands, null clears it. The rules of texts and geometry are libs/geo's, which
// says what is wrong with one edit without refusing the others; @Allow only keeps fields through validation.

@InputType()
export class MapFeatureDetailsInput {
  @Allow()
  @Field(() => [TimeOfDayEnum], { nullable: true })
  times?: TimeOfDay[] | null;

  @Allow()
  @Field(() => String, { nullable: true })
  couldHelp?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  group?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  activity?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  contribution?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  audience?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  openingHours?: string | null;

  @Allow()
  @Field(() => Boolean, { nullable: true })
  consent?: boolean | null;
}

@InputType()
export class MapVoiceInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => String)
  capacity!: string;

  @Allow()
  @Field(() => VoiceStanceEnum)
  stance!: VoiceStance;

  @Allow()
  @Field(() => CalendarDate)
  saidOn!: string;
}

@InputType()
export class MapEditInput {
  @Allow()
  @Field(() => UUID)
  editId!: string;

  @Allow()
  @Field(() => UUID)
  featureId!: string;

  /** The version the person saw; 0 for CREATE. */
  @Allow()
  @Field(() => Int)
  baseVersion!: number;

  @Allow()
  @Field(() => MapEditOpEnum)
  op!: MapEditOp;

  @Allow()
  @Field(() => FeatureKindEnum, { nullable: true })
  kind?: FeatureKind | null;

  @Allow()
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  note?: string | null;

  @Allow()
  @Field(() => GeoJSONGeometry, { nullable: true })
  geometry?: unknown;

  @Allow()
  @Field(() => MapFeatureDetailsInput, { nullable: true })
  details?: MapFeatureDetailsInput | null;

  @Allow()
  @Field(() => [MapVoiceInput], { nullable: true })
  addVoices?: MapVoiceInput[] | null;

  @Allow()
  @Field(() => [UUID], { nullable: true })
  withdrawVoices?: string[] | null;
}

/** West, south, east, north in degrees (WGS84). */
@InputType()
export class BoxInput {
  @Allow()
  @Field(() => Float)
  west!: number;

  @Allow()
  @Field(() => Float)
  south!: number;

  @Allow()
  @Field(() => Float)
  east!: number;

  @Allow()
  @Field(() => Float)
  north!: number;
}
