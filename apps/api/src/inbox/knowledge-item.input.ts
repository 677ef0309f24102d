import { Field, InputType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

@InputType()
export class HandInKnowledgeInput {
  @Allow()
  @Field(() => UUID)
  areaId!: string;

  @Allow()
  @Field(() => String)
  title!: string;

  @Allow()
  @Field(() => String)
  text!: string;

  @Allow()
  @Field(() => GeoJSONGeometry, { nullable: true })
  place?: unknown;
}

@InputType()
export class KnowledgeToAgreementInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => String)
  title!: string;

  @Allow()
  @Field(() => String, { nullable: true })
  detail?: string | null;

  @Allow()
  @Field(() => UUID)
  responsiblePersonId!: string;

  @Allow()
  @Field(() => CalendarDate)
  dueOn!: string;
}
