import { Field, ObjectType } from '@nestjs/graphql';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** Somebody of the tenant, as everyone there may know them: by name. */
@ObjectType()
export class Person {
  @Field(() => UUID)
  personId!: string;

  @Field(() => String)
  name!: string;
}
