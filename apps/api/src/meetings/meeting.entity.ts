import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

export enum MeetingState {
  PLANNED = 'PLANNED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}

export enum MeetingKind {
  AREA = 'AREA',
}

registerEnumType(MeetingState, { name: 'MeetingState' });
registerEnumType(MeetingKind, { name: 'MeetingKind' });

/**
 * An area meeting: people round one map. While it is open its guests edit; closing it takes a snapshot.
 * A new one is planned: what happens to it later (`insert: false`) may not be written at first.
 */
@Entity({ schema: 'open_room', name: 'meeting' })
@ObjectType('Meeting')
export class MeetingEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @Field(() => UUID)
  @PrimaryColumn('uuid', { name: 'meeting_id' })
  id!: string;

  @Field(() => UUID)
  @Column('uuid', { name: 'area_id' })
  areaId!: string;

  @Field(() => MeetingKind)
  @Column('text')
  kind!: MeetingKind;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => DateTime)
  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Field(() => MeetingState)
  @Column({ type: 'text', insert: false })
  state!: MeetingState;

  /** Only the host edits while it is frozen. */
  @Field(() => Boolean)
  @Column({ type: 'boolean', insert: false })
  frozen!: boolean;

  /** Guests may read the map after the meeting. */
  @Field(() => Boolean)
  @Column({ type: 'boolean', name: 'read_after', insert: false })
  readAfter!: boolean;

  @Field(() => DateTime, { nullable: true })
  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true, insert: false })
  openedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true, insert: false })
  closedAt!: Date | null;

  @Column('uuid', { name: 'created_by', select: false })
  createdBy!: string;
}
