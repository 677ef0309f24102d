import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

export enum CadenceKind {
  TAPERING = 'TAPERING',
  MONTHLY = 'MONTHLY',
  QUARTERLY = 'QUARTERLY',
  HALF_YEARLY = 'HALF_YEARLY',
  YEARLY = 'YEARLY',
  ONCE = 'ONCE',
}

/** SCHEDULED until the day it is due, then DUE until somebody reports on it. */
export enum FollowUpState {
  SCHEDULED = 'SCHEDULED',
  DUE = 'DUE',
  DONE = 'DONE',
  SKIPPED = 'SKIPPED',
}

registerEnumType(CadenceKind, { name: 'CadenceKind' });
registerEnumType(FollowUpState, { name: 'FollowUpState' });

/** What a check can be about. */
export const subjectTypes = [
  'AGREEMENT',
  'AREA',
  'FEEDBACK',
  'GAP',
  'INTERVENTION',
  'KNOWLEDGE',
  'MEETING',
  'ROUND',
  'RUN_SHEET_ITEM',
  'STAKEHOLDER',
  'STRATEGY',
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** One due check. */
@ObjectType()
export class FollowUp {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  subjectType!: string;

  @Field(() => UUID)
  subjectId!: string;

  /** What it is about, in a few words; null where its kind says it all. */
  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => UUID, { nullable: true })
  areaId!: string | null;

  @Field(() => UUID, { nullable: true })
  cadenceId!: string | null;

  /** The day by the rule; `dueOn` is the working day it came to, or was moved to. */
  @Field(() => CalendarDate)
  plannedOn!: string;

  @Field(() => CalendarDate)
  dueOn!: string;

  @Field(() => FollowUpState)
  state!: FollowUpState;

  /** Due on a day that has passed. */
  @Field(() => Boolean)
  late!: boolean;

  /** How many missed checks it stands for, itself included. */
  @Field(() => Int)
  standsFor!: number;

  /** Reminders that went out. */
  @Field(() => Int)
  reminders!: number;

  /** What was reported, or why it was skipped. */
  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTime, { nullable: true })
  closedAt!: Date | null;

  responsibleId!: string;
  takenOverFromId!: string | null;
}

/** What slips in an area, or in what belongs to no area, counted. */
@ObjectType()
export class Slipping {
  @Field(() => UUID, { nullable: true })
  areaId!: string | null;

  /** Due before today and not reported on. */
  @Field(() => Int)
  late!: number;

  @Field(() => Int)
  dueToday!: number;

  /** Due within the next 30 days. */
  @Field(() => Int)
  soon!: number;

  /** The day the oldest late one was due. */
  @Field(() => CalendarDate, { nullable: true })
  oldest!: string | null;
}
