import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RawJson } from '../platform/graphql/raw-json.js';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { GeoJSONGeometry } from '../platform/graphql/scalars/geo-json.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** The four examples of the model (domain section 2), equal in weight. */
export enum TargetGroup {
  YOUNGER_SIBLINGS = 'YOUNGER_SIBLINGS',
  FAMILIES = 'FAMILIES',
  STREET_ORIENTED_YOUNG = 'STREET_ORIENTED_YOUNG',
  FROM_CRIME_TO_EXTREMISM = 'FROM_CRIME_TO_EXTREMISM',
}

/** The steps in the order they are led in. */
export enum RoundStepKind {
  PURPOSE = 'PURPOSE',
  PREPARATION = 'PREPARATION',
  RESOURCES = 'RESOURCES',
  KEY_PEOPLE = 'KEY_PEOPLE',
  CHALLENGES = 'CHALLENGES',
  FOLLOW_UP = 'FOLLOW_UP',
}

export enum RoundStepState {
  NOT_BEGUN = 'NOT_BEGUN',
  UNDER_WAY = 'UNDER_WAY',
  DONE = 'DONE',
}

/** The steps that are held as meetings round the shared map, and prepared for. */
export enum MappingStep {
  RESOURCES = 'RESOURCES',
  CHALLENGES = 'CHALLENGES',
}

export enum RoundState {
  UNDER_WAY = 'UNDER_WAY',
  CLOSED = 'CLOSED',
}

registerEnumType(TargetGroup, { name: 'TargetGroup' });
registerEnumType(RoundStepKind, { name: 'RoundStepKind' });
registerEnumType(RoundStepState, { name: 'RoundStepState' });
registerEnumType(MappingStep, { name: 'MappingStep' });
registerEnumType(RoundState, { name: 'RoundState' });

/** How far a step is, and who said so last. */
@ObjectType()
export class RoundStep {
  @Field(() => RoundStepKind)
  step!: RoundStepKind;

  @Field(() => RoundStepState)
  state!: RoundStepState;

  @Field(() => DateTime, { nullable: true })
  changedAt!: Date | null;

  changedById!: string | null;
}

@ObjectType()
export class RoundMilestone {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => CalendarDate)
  dueOn!: string;

  /** Not done, and due on a day that has passed. */
  @Field(() => Boolean)
  late!: boolean;

  @Field(() => DateTime, { nullable: true })
  doneAt!: Date | null;
}

/** An area meeting at which one of the round's steps is held. */
@ObjectType()
export class RoundMeeting {
  @Field(() => UUID)
  meetingId!: string;

  @Field(() => MappingStep)
  step!: MappingStep;

  @Field(() => String)
  title!: string;

  @Field(() => DateTime)
  startsAt!: Date;

  /** It is open now: what was prepared can be placed. */
  @Field(() => Boolean)
  open!: boolean;

  /** The snapshot its closing took; null until then. */
  @Field(() => UUID, { nullable: true })
  snapshotId!: string | null;
}

/** One pass over an area. */
@ObjectType()
export class MappingRound {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  areaId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoundState)
  state!: RoundState;

  @Field(() => [TargetGroup])
  targetGroups!: TargetGroup[];

  /** Target groups of the municipality's own. */
  @Field(() => [String])
  localGroups!: string[];

  @Field(() => String, { nullable: true })
  missingKnowledge!: string | null;

  /** Null where it is the area's own boundary. */
  @Field(() => GeoJSONGeometry, { nullable: true })
  delimitation!: RawJson | null;

  @Field(() => CalendarDate)
  startsOn!: string;

  @Field(() => CalendarDate)
  endsOn!: string;

  /** Under way, and its period is over. */
  @Field(() => Boolean)
  late!: boolean;

  @Field(() => DateTime, { nullable: true })
  closedAt!: Date | null;

  /** Counts up with each change of the description; changes name the one they build on. */
  @Field(() => Int)
  version!: number;

  responsibleId!: string;
  endingId!: string;
}
