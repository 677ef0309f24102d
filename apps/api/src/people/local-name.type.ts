import { Field, ObjectType } from '@nestjs/graphql';

/** What a tenant calls a role or a forum instead of Kvarter's own word. */
@ObjectType()
export class LocalName {
  @Field(() => String)
  term!: string;

  @Field(() => String)
  da!: string;

  /** Null: English keeps Kvarter's own word. */
  @Field(() => String, { nullable: true })
  en!: string | null;
}
