import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { corroborations, kindNames, timesOfDay, voiceStances } from '@kvarter/geo';
import type { Corroboration, FeatureKind, FeatureState, Geometry, TimeOfDay, VoiceStance } from '@kvarter/geo';
import { corroborationOf } from '@kvarter/geo';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

const enumOf = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

export const FeatureKindEnum = enumOf(kindNames);
export const TimeOfDayEnum = enumOf(timesOfDay);
export const VoiceStanceEnum = enumOf(voiceStances);
const CorroborationEnum = enumOf(corroborations);

registerEnumType(FeatureKindEnum, { name: 'FeatureKind' });
registerEnumType(TimeOfDayEnum, { name: 'TimeOfDay' });
registerEnumType(VoiceStanceEnum, { name: 'VoiceStance' });
registerEnumType(CorroborationEnum, { name: 'Corroboration' });

@ObjectType()
export class MapFeatureDetails {
  @Field(() => [TimeOfDayEnum], { nullable: true })
  times?: readonly TimeOfDay[];

  @Field(() => String, { nullable: true })
  couldHelp?: string;

  @Field(() => String, { nullable: true })
  group?: string;

  @Field(() => String, { nullable: true })
  activity?: string;

  @Field(() => String, { nullable: true })
  contribution?: string;

  @Field(() => String, { nullable: true })
  audience?: string;

  @Field(() => String, { nullable: true })
  openingHours?: string;

  @Field(() => Boolean, { nullable: true })
  consent?: boolean;
}

/** Somebody's word about a mark: in what capacity, never who. */
@ObjectType()
export class MapVoice {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  capacity!: string;

  @Field(() => VoiceStanceEnum)
  stance!: VoiceStance;

  @Field(() => CalendarDate)
  saidOn!: string;
}

/** A mark on the map at one version. Without geometry it is listed, not drawn. */
@ObjectType()
export class MapFeature {
  @Field(() => UUID)
  id!: string;

  @Field(() => FeatureKindEnum)
  kind!: FeatureKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => GeoJSONGeometry, { nullable: true })
  geometry!: Geometry | null;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean)
  removed!: boolean;

  @Field(() => DateTime)
  updatedAt!: Date;

  @Field(() => MapFeatureDetails)
  details!: MapFeatureDetails;

  @Field(() => [MapVoice])
  voices!: readonly MapVoice[];

  @Field(() => CorroborationEnum)
  corroboration!: Corroboration;

  @Field(() => Boolean)
  outdated!: boolean;

  @Field(() => Boolean)
  outsideBoundary!: boolean;
}

/** A feature at one version, as head or log hold it. */
export interface Standing {
  readonly id: string;
  readonly version: number;
  readonly state: FeatureState;
  readonly outsideBoundary: boolean;
  readonly updatedAt: Date;
}

export function toFeature({ id, version, state, outsideBoundary, updatedAt }: Standing): MapFeature {
  return { id, version, ...state, corroboration: corroborationOf(state), outsideBoundary, updatedAt };
}

/** The GeoJSON Feature as it is stored and goes out. `properties` stands last: featuresInBox adds to it. */
export function toGeoJson({ id, version, state, outsideBoundary, updatedAt }: Standing): string {
  const { kind, name, note, geometry, details, voices, outdated } = state;
  const properties = { kind, name, note, version, updatedAt, details, voices, corroboration: corroborationOf(state), outdated, outsideBoundary };
  return JSON.stringify({ type: 'Feature', id, geometry, properties });
}
