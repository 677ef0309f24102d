import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type MapEditOp, mapEditOps } from '@kvarter/geo';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { MapFeature } from './map-feature.type.js';

export const MapEditOpEnum = Object.fromEntries(mapEditOps.map((op) => [op, op]));

/** What became of an edit. DUPLICATE: it was applied before, and this is that result. */
export enum MapEditStatus {
  APPLIED = 'APPLIED',
  MERGED = 'MERGED',
  DUPLICATE = 'DUPLICATE',
  CONFLICT = 'CONFLICT',
  REJECTED = 'REJECTED',
}

/** Kept, but worth a second look. */
export enum MapEditWarning {
  OUTSIDE_BOUNDARY = 'OUTSIDE_BOUNDARY',
  LOOKS_LIKE_NAME = 'LOOKS_LIKE_NAME',
}

registerEnumType(MapEditOpEnum, { name: 'MapEditOp' });
registerEnumType(MapEditStatus, { name: 'MapEditStatus' });
registerEnumType(MapEditWarning, { name: 'MapEditWarning' });

/** One line of the log: who did what, and the whole feature after it. */
@ObjectType()
export class MapEdit {
  @Field(() => Int)
  seq!: number;

  @Field(() => UUID)
  editId!: string;

  @Field(() => MapEditOpEnum)
  op!: MapEditOp;

  @Field(() => MapFeature)
  feature!: MapFeature;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => String)
  actorName!: string;

  /** Null where Kvarter itself did it. */
  @Field(() => UUID, { nullable: true })
  actorId!: string | null;
}

@ObjectType()
export class MapEditResult {
  @Field(() => UUID)
  editId!: string;

  @Field(() => MapEditStatus)
  status!: MapEditStatus;

  /** Where in the log it stands; null where it was not applied. */
  @Field(() => Int, { nullable: true })
  seq?: number | null;

  /** The feature after the edit; after a conflict the feature as it is now. */
  @Field(() => MapFeature, { nullable: true })
  feature?: MapFeature | null;

  @Field(() => String, { nullable: true })
  errorCode?: string | null;

  @Field(() => String, { nullable: true })
  errorMessage?: string | null;

  @Field(() => String, { nullable: true })
  reason?: string | null;

  /** What was changed meanwhile: `name`, `details.times`, `voices.<id>` … */
  @Field(() => [String], { nullable: true })
  conflictFields?: readonly string[] | null;

  @Field(() => [MapEditWarning])
  warnings!: MapEditWarning[];
}
