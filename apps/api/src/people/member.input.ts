import { Field, InputType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { UUID } from '../platform/graphql/scalars/uuid.js';

// The rules of texts are in member.rules.ts, which says what is wrong and how to mend it; @Allow only
// keeps the fields through validation.

/** What is said of a member. A field left out keeps what stands, null clears it. */
@InputType()
export class UpdateMemberInput {
  @Allow()
  @Field(() => UUID)
  personId!: string;

  @Allow()
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  organisation?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  function?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  competence?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  legalFramework?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  functionDescription?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  email?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  phone?: string | null;
}

@InputType()
export class AddMemberInput {
  @Allow()
  @Field(() => String)
  name!: string;

  @Allow()
  @Field(() => String)
  email!: string;

  @Allow()
  @Field(() => [String])
  roles!: string[];

  @Allow()
  @Field(() => String, { nullable: true })
  organisation?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  function?: string | null;
}
