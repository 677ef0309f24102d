import { Field, InputType, Int } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { AgreementAnswer } from './agreement.type.js';

@InputType()
export class CreateAgreementInput {
  @Allow()
  @Field(() => UUID, { nullable: true })
  areaId?: string | null;

  @Allow()
  @Field(() => UUID, { nullable: true })
  meetingId?: string | null;

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

  /** That it is meant where the day has passed. */
  @Allow()
  @Field(() => Boolean, { nullable: true })
  confirmPast?: boolean | null;
}

/** Absent keeps, null clears. */
@InputType()
export class UpdateAgreementInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => Int)
  version!: number;

  @Allow()
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  detail?: string | null;

  @Allow()
  @Field(() => UUID, { nullable: true })
  responsiblePersonId?: string | null;

  @Allow()
  @Field(() => CalendarDate, { nullable: true })
  dueOn?: string | null;
}

@InputType()
export class ReportAgreementInput {
  @Allow()
  @Field(() => UUID)
  id!: string;

  @Allow()
  @Field(() => AgreementAnswer)
  answer!: AgreementAnswer;

  /** Needed where it could not be done. */
  @Allow()
  @Field(() => String, { nullable: true })
  note?: string | null;

  /** The new day where it is done later; a week from today unless said. */
  @Allow()
  @Field(() => CalendarDate, { nullable: true })
  dueOn?: string | null;
}
