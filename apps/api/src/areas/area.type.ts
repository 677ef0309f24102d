import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RawJson } from '../platform/graphql/raw-json.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** A housing area, a zone in one, or a place in that: a tree of three levels. */
@ObjectType()
export class Area {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => UUID, { nullable: true })
  parentId!: string | null;

  @Field(() => GeoJSONGeometry)
  boundary!: RawJson;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => Int)
  level!: number;

  /** Kept to its named members and the coordinators. */
  @Field(() => Boolean)
  restricted!: boolean;

  @Field(() => DateTime)
  createdAt!: Date;
}
