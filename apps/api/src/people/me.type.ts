import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** What the caller is in one tenant. */
@ObjectType()
export class Membership {
  @Field(() => String)
  tenantSlug!: string;

  @Field(() => String)
  tenantName!: string;

  @Field(() => [String])
  roles!: string[];

  /** What those roles may do together; the client shows by it, the server decides by itself. */
  @Field(() => [String])
  permissions!: string[];
}

@ObjectType()
export class Me {
  @Field(() => UUID)
  personId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [Membership])
  memberships!: Membership[];
}

/** One place where the caller is signed in. */
@ObjectType()
export class SignInSession {
  @Field(() => UUID)
  id!: string;

  @Field(() => DateTime)
  startedAt!: Date;

  @Field(() => DateTime)
  lastSeenAt!: Date;

  @Field(() => DateTime)
  expiresAt!: Date;

  @Field(() => Boolean)
  current!: boolean;
}
