import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

/** A person in one tenant: their name, contact and function belong here, not to the sign-in. */
@Entity({ schema: 'open_room', name: 'membership' })
@ObjectType('Member')
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @Field(() => UUID)
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => [String])
  @Column('text', { array: true })
  roles!: string[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  organisation!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  function!: string | null;

  /** What they know and can do that others in the team may need. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  competence!: string | null;

  /** By which law they work: what they may do, share and not share. */
  @Field(() => String, { nullable: true })
  @Column('text', { name: 'legal_framework', nullable: true })
  legalFramework!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'function_description', nullable: true })
  functionDescription!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  phone!: string | null;

  @Field(() => DateTime)
  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
