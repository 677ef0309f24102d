import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** UNSEEN until a coordinator has opened it; SETTLED when it has found its place or was closed. */
export enum KnowledgeState {
  UNSEEN = 'UNSEEN',
  SEEN = 'SEEN',
  SETTLED = 'SETTLED',
}

/** What became of it. */
export enum KnowledgeOutcome {
  ON_MAP = 'ON_MAP',
  AGREEMENT = 'AGREEMENT',
  GAP = 'GAP',
  CLOSED = 'CLOSED',
}

registerEnumType(KnowledgeState, { name: 'KnowledgeState' });
registerEnumType(KnowledgeOutcome, { name: 'KnowledgeOutcome' });

/** News about an area that somebody of the team has handed in. */
@ObjectType()
export class KnowledgeItem {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  areaId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;

  @Field(() => GeoJSONGeometry, { nullable: true })
  place!: unknown;

  @Field(() => KnowledgeState)
  state!: KnowledgeState;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true })
  seenAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  passedAt!: Date | null;

  /** Whether it was passed on to the caller and they have not opened it. */
  @Field(() => Boolean)
  isNewToMe!: boolean;

  @Field(() => KnowledgeOutcome, { nullable: true })
  outcome!: KnowledgeOutcome | null;

  /** The mark, the agreement or the question it became. */
  @Field(() => UUID, { nullable: true })
  outcomeId!: string | null;

  /** Why it was closed. */
  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => DateTime, { nullable: true })
  settledAt!: Date | null;

  createdById!: string;
  seenById!: string | null;
  settledById!: string | null;
  passedToIds!: string[];
}
