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

  @Field(() => DateTime)
  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
