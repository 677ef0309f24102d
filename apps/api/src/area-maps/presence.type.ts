import { Field, Float, InputType, ObjectType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** A place in degrees (WGS84). */
@ObjectType()
export class Position {
  @Field(() => Float)
  lon!: number;

  @Field(() => Float)
  lat!: number;
}

@InputType()
export class PositionInput {
  @Allow()
  @Field(() => Float)
  lon!: number;

  @Allow()
  @Field(() => Float)
  lat!: number;
}

/** Somebody who has the map open, in one window. Never stored. */
@ObjectType()
export class Presence {
  /** Of the window. */
  @Field(() => String)
  clientId!: string;

  @Field(() => UUID)
  personId!: string;

  @Field(() => String)
  name!: string;

  /** The person's own, `#rrggbb`. */
  @Field(() => String)
  color!: string;

  @Field(() => Position, { nullable: true })
  cursor!: Position | null;

  /** The feature they have open. */
  @Field(() => UUID, { nullable: true })
  editing!: string | null;
}
