import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from 'class-validator';

/** How a municipality follows up: its own rules, or Kvarter's where nobody changed them. */
@ObjectType()
export class FollowUpRules {
  /** Days before a meeting when everybody has its purpose, content, participants and process. */
  @Field(() => Int)
  runSheetDays!: number;

  /** Days after a meeting within which those who contributed have heard what came of it. */
  @Field(() => Int)
  feedbackDays!: number;

  /** Days before an agreement is due when the responsible is reminded of it. */
  @Field(() => Int)
  agreementAheadDays!: number;

  /** Days between reminders of what is late. */
  @Field(() => Int)
  reminderEveryDays!: number;

  /** Days after which what is late goes to the coordinator, too. */
  @Field(() => Int)
  coordinatorAfterDays!: number;

  /** Months after which an area's map is opened again. */
  @Field(() => Int)
  mapMonths!: number;

  @Field(() => Date, { nullable: true })
  changedAt!: Date | null;

  changedById!: string | null;
}

@InputType()
export class FollowUpRulesInput {
  @Allow()
  @Field(() => Int)
  runSheetDays!: number;

  @Allow()
  @Field(() => Int)
  feedbackDays!: number;

  @Allow()
  @Field(() => Int)
  agreementAheadDays!: number;

  @Allow()
  @Field(() => Int)
  reminderEveryDays!: number;

  @Allow()
  @Field(() => Int)
  coordinatorAfterDays!: number;

  @Allow()
  @Field(() => Int)
  mapMonths!: number;
}
