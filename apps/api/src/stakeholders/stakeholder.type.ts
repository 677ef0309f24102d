import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** Domain section 4; OTHER is our own. */
export enum StakeholderKind {
  SSP = 'SSP',
  POLICE = 'POLICE',
  MUNICIPAL_DEPARTMENT = 'MUNICIPAL_DEPARTMENT',
  REGIONAL_HEALTH = 'REGIONAL_HEALTH',
  HEALTH_VISITOR = 'HEALTH_VISITOR',
  HOUSING_SOCIAL = 'HOUSING_SOCIAL',
  HOUSING_ASSOCIATION = 'HOUSING_ASSOCIATION',
  CARETAKER = 'CARETAKER',
  STREET_WORKER = 'STREET_WORKER',
  SCHOOL = 'SCHOOL',
  DAY_CARE = 'DAY_CARE',
  CLUB = 'CLUB',
  LIBRARY = 'LIBRARY',
  CIVIL_SOCIETY = 'CIVIL_SOCIETY',
  VOLUNTEER = 'VOLUNTEER',
  OTHER = 'OTHER',
}

export enum RelationKind {
  WORKS_WITH = 'WORKS_WITH',
  /** The only one with a direction. */
  DEPENDS_ON = 'DEPENDS_ON',
  SAME_TASK = 'SAME_TASK',
}

export enum TalkWay {
  VISIT = 'VISIT',
  PHONE = 'PHONE',
  MAIL = 'MAIL',
  MEETING = 'MEETING',
  OTHER = 'OTHER',
}

registerEnumType(StakeholderKind, { name: 'StakeholderKind' });
registerEnumType(RelationKind, { name: 'StakeholderRelationKind' });
registerEnumType(TalkWay, { name: 'StakeholderTalkWay' });

/** An organisation or key person behind an area's resources. */
@ObjectType()
export class Stakeholder {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  areaId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => StakeholderKind)
  kind!: StakeholderKind;

  @Field(() => String, { nullable: true })
  fieldOfWork!: string | null;

  /** What they can give. */
  @Field(() => String, { nullable: true })
  contribution!: string | null;

  @Field(() => String, { nullable: true })
  roleAndInfluence!: string | null;

  @Field(() => String, { nullable: true })
  motivation!: string | null;

  /** Their mark on the area's map, while it stands there. */
  @Field(() => UUID, { nullable: true })
  featureId!: string | null;

  /** Grows with each change; a change names the one it was made from. */
  @Field(() => Int)
  version!: number;

  @Field(() => DateTime)
  updatedAt!: Date;
}

/** How a stakeholder is reached. For the team, never for guests. */
@ObjectType()
export class StakeholderContact {
  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  /** Reached as somebody private, not in their work: nothing is kept without their consent. */
  @Field(() => Boolean)
  privatePerson!: boolean;

  @Field(() => CalendarDate, { nullable: true })
  consentOn!: string | null;

  @Field(() => String, { nullable: true })
  consentFor!: string | null;

  consentNotedBy!: string | null;
}

@ObjectType()
export class StakeholderRelation {
  @Field(() => UUID)
  fromId!: string;

  @Field(() => UUID)
  toId!: string;

  @Field(() => RelationKind)
  kind!: RelationKind;
}

/** One talk with a stakeholder between the meetings. */
@ObjectType()
export class StakeholderTalk {
  @Field(() => UUID)
  id!: string;

  @Field(() => CalendarDate)
  on!: string;

  @Field(() => TalkWay)
  way!: TalkWay;

  personId!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { nullable: true })
  nextStep!: string | null;

  @Field(() => CalendarDate, { nullable: true })
  nextStepOn!: string | null;
}

/** What a stakeholder told, and the answer they are owed on what came of it. */
@ObjectType()
export class StakeholderPerspective {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID, { nullable: true })
  meetingId!: string | null;

  @Field(() => CalendarDate)
  saidOn!: string;

  /** As what they said it. */
  @Field(() => String, { nullable: true })
  capacity!: string | null;

  @Field(() => String)
  said!: string;

  @Field(() => CalendarDate)
  feedbackDueOn!: string;

  @Field(() => CalendarDate, { nullable: true })
  feedbackOn!: string | null;

  @Field(() => String, { nullable: true })
  feedback!: string | null;
}

/** What came of a change. Where another came first nothing is saved, and `stakeholder` is what stands. */
@ObjectType()
export class StakeholderChange {
  @Field(() => Boolean)
  saved!: boolean;

  @Field(() => Stakeholder)
  stakeholder!: Stakeholder;
}

/** Two that may be one and the same. */
@ObjectType()
export class SimilarStakeholders {
  @Field(() => Stakeholder)
  first!: Stakeholder;

  @Field(() => Stakeholder)
  second!: Stakeholder;
}
