import { Field, InputType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { CalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';
import { StakeholderKind, TalkWay } from './stakeholder.type.js';

// The rules of texts and dates are in stakeholder.rules.ts, which says what is wrong and how to mend it;
// @Allow only keeps the fields through validation.

/** How a stakeholder is reached. A field left out keeps what stands, null clears it. */
@InputType()
export class StakeholderContactInput {
  @Allow()
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  email?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Allow()
  @Field(() => Boolean, { nullable: true })
  privatePerson?: boolean | null;

  /** When a private person said yes. */
  @Allow()
  @Field(() => CalendarDate, { nullable: true })
  consentOn?: string | null;

  /** What they said yes to. */
  @Allow()
  @Field(() => String, { nullable: true })
  consentFor?: string | null;
}

/** A field left out keeps what stands, null clears it. */
@InputType()
export class UpdateStakeholderInput {
  @Allow()
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Allow()
  @Field(() => StakeholderKind, { nullable: true })
  kind?: StakeholderKind | null;

  @Allow()
  @Field(() => String, { nullable: true })
  fieldOfWork?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  contribution?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  roleAndInfluence?: string | null;

  @Allow()
  @Field(() => String, { nullable: true })
  motivation?: string | null;

  @Allow()
  @Field(() => UUID, { nullable: true })
  featureId?: string | null;

  @Allow()
  @Field(() => StakeholderContactInput, { nullable: true })
  contact?: StakeholderContactInput | null;
}

@InputType()
export class CreateStakeholderInput extends UpdateStakeholderInput {
  @Allow()
  @Field(() => UUID)
  areaId!: string;

  @Allow()
  @Field(() => String)
  declare name: string;

  @Allow()
  @Field(() => StakeholderKind)
  declare kind: StakeholderKind;
}

@InputType()
export class LogContactInput {
  @Allow()
  @Field(() => UUID)
  stakeholderId!: string;

  @Allow()
  @Field(() => CalendarDate)
  on!: string;

  @Allow()
  @Field(() => TalkWay)
  way!: TalkWay;

  /** The colleague who talked with them; the caller where left out. */
  @Allow()
  @Field(() => UUID, { nullable: true })
  personId?: string | null;

  @Allow()
  @Field(() => String)
  summary!: string;

  @Allow()
  @Field(() => String, { nullable: true })
  nextStep?: string | null;

  @Allow()
  @Field(() => CalendarDate, { nullable: true })
  nextStepOn?: string | null;
}

@InputType()
export class AddPerspectiveInput {
  @Allow()
  @Field(() => UUID)
  stakeholderId!: string;

  /** The meeting it was said at, of the same area. */
  @Allow()
  @Field(() => UUID, { nullable: true })
  meetingId?: string | null;

  @Allow()
  @Field(() => CalendarDate)
  saidOn!: string;

  @Allow()
  @Field(() => String, { nullable: true })
  capacity?: string | null;

  @Allow()
  @Field(() => String)
  said!: string;
}
