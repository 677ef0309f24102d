import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** One thing a meeting is to talk about. */
@ObjectType()
export class AgendaItem {
  responsible!: string | null;
  agreementId!: string | null;

  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int, { nullable: true })
  minutes!: number | null;

  @Field(() => Boolean)
  done!: boolean;

  /** What came of it. */
  @Field(() => String, { nullable: true })
  outcome!: string | null;

  /** Left open by an earlier meeting. */
  @Field(() => Boolean)
  carried!: boolean;
}

/** An item as it is planned; without an id it is a new one. */
@InputType()
export class AgendaItemInput {
  @Allow()
  @Field(() => UUID, { nullable: true })
  id?: string | null;

  @Allow()
  @Field(() => String)
  title!: string;

  @Allow()
  @Field(() => Int, { nullable: true })
  minutes?: number | null;

  @Allow()
  @Field(() => UUID, { nullable: true })
  responsiblePersonId?: string | null;
}
