import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime } from '../platform/graphql/scalars/date-time.js';
import { UUID } from '../platform/graphql/scalars/uuid.js';

export enum MeetingState {
  PLANNED = 'PLANNED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}

/** AREA: round one area's map. WALK: out in it, with the same map. TEAM: those who run it. NETWORK: those who work side by side. */
export enum MeetingKind {
  AREA = 'AREA',
  TEAM = 'TEAM',
  NETWORK = 'NETWORK',
  WALK = 'WALK',
}

/** What an area meeting asks about: what is good there, or what makes people unsafe. */
export enum MeetingFocus {
  RESOURCES = 'RESOURCES',
  CHALLENGES = 'CHALLENGES',
}

/** How often a meeting comes again. */
export enum MeetingSeries {
  MONTHLY = 'MONTHLY',
  QUARTERLY = 'QUARTERLY',
  HALF_YEARLY = 'HALF_YEARLY',
  YEARLY = 'YEARLY',
}

/** The parts of a meeting (domain section 4). */
export enum MeetingPhase {
  WELCOME = 'WELCOME',
  STATUS = 'STATUS',
  SITUATION = 'SITUATION',
  IDEAS = 'IDEAS',
  ACTIONS = 'ACTIONS',
}

registerEnumType(MeetingPhase, { name: 'MeetingPhase' });
registerEnumType(MeetingState, { name: 'MeetingState' });
registerEnumType(MeetingKind, { name: 'MeetingKind' });
registerEnumType(MeetingFocus, { name: 'MeetingFocus' });
registerEnumType(MeetingSeries, { name: 'MeetingSeries' });

/**
 * People who meet. Round a map, its guests edit while it is open, and closing it takes a snapshot.
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

  /** Null where a team or network meets about no single area. */
  @Field(() => UUID, { nullable: true })
  @Column('uuid', { name: 'area_id', nullable: true })
  areaId!: string | null;

  @Field(() => MeetingKind)
  @Column('text')
  kind!: MeetingKind;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => DateTime)
  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Field(() => Int)
  @Column('smallint', { name: 'duration_minutes' })
  durationMinutes!: number;

  /** A public place or a room, never somebody's home. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  place!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  purpose!: string | null;

  /** Whom it is for. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  audience!: string | null;

  /** How it will go, so that people can prepare. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  process!: string | null;

  @Field(() => MeetingFocus, { nullable: true })
  @Column('text', { nullable: true })
  focus!: MeetingFocus | null;

  @Field(() => MeetingSeries, { nullable: true })
  @Column('text', { nullable: true })
  series!: MeetingSeries | null;

  @Column('uuid', { name: 'series_id', nullable: true })
  seriesId!: string | null;

  /** Rises with each change that a calendar should show. */
  @Column({ type: 'integer', insert: false })
  sequence!: number;

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

  /** Null before somebody leads it. */
  @Field(() => MeetingPhase, { nullable: true })
  @Column({ type: 'text', nullable: true, insert: false })
  phase!: MeetingPhase | null;

  /** Which question of the phase's set is asked now, from 0. */
  @Field(() => Int)
  @Column({ type: 'smallint', insert: false })
  question!: number;

  /** The item of the agenda talked about now. */
  @Field(() => UUID, { nullable: true })
  @Column({ type: 'uuid', name: 'item_id', nullable: true, insert: false })
  itemId!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Column({ type: 'timestamptz', name: 'item_since', nullable: true, insert: false })
  itemSince!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column({ type: 'timestamptz', name: 'cancelled_at', nullable: true, insert: false })
  cancelledAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column({ type: 'text', name: 'cancel_reason', nullable: true, insert: false })
  cancelReason!: string | null;

  @Column('uuid', { name: 'created_by', select: false })
  createdBy!: string;

  /** Right after planning: when each meeting of its series begins. */
  planned?: readonly Date[];
}
