import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { FeatureKind } from '@kvarter/geo';
import { FeatureKindEnum } from '../area-maps/map-feature.type.js';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** OTHER: what no map shows, written by hand. */
export enum GapKind {
  THIN_KIND = 'THIN_KIND',
  BLANK_PART = 'BLANK_PART',
  CLUMP = 'CLUMP',
  UNMET_CHALLENGES = 'UNMET_CHALLENGES',
  OTHER = 'OTHER',
}

export enum GapState {
  OPEN = 'OPEN',
  ANSWERED = 'ANSWERED',
  CLOSED = 'CLOSED',
}

/** Whether the map showed it, or somebody wrote it. */
export enum GapFoundBy {
  MAP = 'MAP',
  HAND = 'HAND',
}

/** NOT_A_GAP: it is not found again until the next round. GIVEN_UP: there is no finding out. NO_LONGER: it doesn't matter any more. */
export enum GapClosing {
  NOT_A_GAP = 'NOT_A_GAP',
  GIVEN_UP = 'GIVEN_UP',
  NO_LONGER = 'NO_LONGER',
}

registerEnumType(GapKind, { name: 'GapKind' });
registerEnumType(GapState, { name: 'GapState' });
registerEnumType(GapFoundBy, { name: 'GapFoundBy' });
registerEnumType(GapClosing, { name: 'GapClosing' });

/** A gap the map shows now, that nobody has taken up. */
@ObjectType()
export class FoundGap {
  /** The same for the same gap as long as the map stays as it is. */
  @Field(() => String)
  key!: string;

  @Field(() => GapKind)
  kind!: GapKind;

  /** Of a thin kind: which. */
  @Field(() => FeatureKindEnum, { nullable: true })
  featureKind!: FeatureKind | null;

  /** Marks of the thin kind, or marks that lie together. */
  @Field(() => Int)
  count!: number;

  /** Of a thin kind: resources of the other kinds. */
  @Field(() => Int, { nullable: true })
  others!: number | null;

  @Field(() => Float, { nullable: true })
  squareMetres!: number | null;

  @Field(() => GeoJSONGeometry, { nullable: true })
  place!: unknown;
}

/** What the map of an area shows that nobody knows. */
@ObjectType()
export class FoundGaps {
  /** Resources on the map and in the register. */
  @Field(() => Int)
  resources!: number;

  /** How near a resource has to be to reach a place, in metres. */
  @Field(() => Int)
  reachMetres!: number;

  @Field(() => [FoundGap])
  gaps!: FoundGap[];
}

/** Something the team wants to find out about an area. */
@ObjectType()
export class KnowledgeGap {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  areaId!: string;

  @Field(() => GapKind)
  kind!: GapKind;

  @Field(() => FeatureKindEnum, { nullable: true })
  featureKind!: FeatureKind | null;

  @Field(() => GapFoundBy)
  foundBy!: GapFoundBy;

  @Field(() => String)
  question!: string;

  @Field(() => GeoJSONGeometry, { nullable: true })
  place!: unknown;

  @Field(() => GapState)
  state!: GapState;

  /** By when it is to be found out. */
  @Field(() => CalendarDate, { nullable: true })
  dueOn!: string | null;

  /** Open, and due on a day that has passed. */
  @Field(() => Boolean)
  late!: boolean;

  @Field(() => String, { nullable: true })
  answer!: string | null;

  /** Marks that came of it. */
  @Field(() => [UUID])
  ledToFeatureIds!: string[];

  @Field(() => UUID, { nullable: true })
  ledToStakeholderId!: string | null;

  @Field(() => GapClosing, { nullable: true })
  closedAs!: GapClosing | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => DateTime, { nullable: true })
  endedAt!: Date | null;

  /** Counts up with each change; changes name the one they build on. */
  @Field(() => Int)
  version!: number;

  @Field(() => DateTime)
  createdAt!: Date;

  assignedToId!: string | null;
  takenOverFromId!: string | null;
  createdById!: string;
  endedById!: string | null;
}
