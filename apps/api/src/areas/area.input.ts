import { Field, InputType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

// The rules of texts and boundaries are the service's, which says what is wrong and how to mend it;
// @Allow only keeps the fields through validation.

@InputType()
export class CreateAreaInput {
  @Allow()
  @Field(() => String)
  name!: string;

  @Allow()
  @Field(() => GeoJSONGeometry)
  boundary!: unknown;

  @Allow()
  @Field(() => UUID, { nullable: true })
  parentId?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  description?: string | null;
}

/** A field left out keeps what stands. */
@InputType()
export class UpdateAreaInput {
  @Allow()
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Allow()
  @Field(() => GeoJSONGeometry, { nullable: true })
  boundary?: unknown;

  @Allow()
  @Field(() => String, { nullable: true })
  description?: string | null;

  @Allow()
  @Field(() => Boolean, { nullable: true })
  restricted?: boolean | null;
}
