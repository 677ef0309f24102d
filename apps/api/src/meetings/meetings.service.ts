/** The rules of a meeting: planned, then open, then closed, or called off; one open meeting round an area's map. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { carryOver } from './agenda.sql.js';
import type { DescribeMeetingInput, ScheduleMeetingInput } from './meeting.input.js';
import { MeetingEntity, type MeetingKind, type MeetingSeries, MeetingState } from './meeting.entity.js';
import { MeetingMails } from './meeting-mails.js';
import { MeetingWatchers } from './meeting-watchers.js';
import { checkedDuration, checkedStart, hasMap, mapKinds, meetingText, meetingTexts, meetingTitle, startsOf } from './meeting.rules.js';
import { moveState, snapshotsOf } from './meeting.sql.js';
import type { MeetingDate, MeetingWarning } from './meeting.type.js';
import { askAgain, sameParticipants } from './participant.sql.js';
import { RunSheetPlan } from './run-sheet.plan.js';
import { warningsOf } from './meeting-warning.js';

const openMeetings = Symbol('open meetings by area');
const snapshots = Symbol('snapshots by meeting');

@Injectable()
export class MeetingsService {
  constructor(
    private readonly db: Db,
    private readonly runSheets: RunSheetPlan,
    private readonly mails: MeetingMails,
    private readonly watchers: MeetingWatchers,
  ) {}

  /** Meetings one may see, the latest first; of one area where `areaId` is given. */
  list(areaId?: string | null): Promise<MeetingEntity[]> {
    const tenantId = currentTenant().id;
    return this.db.repo(MeetingEntity).find({ where: areaId ? { tenantId, areaId } : { tenantId }, order: { startsAt: 'DESC', id: 'ASC' } });
  }

  /** @throws NOT_FOUND, also where it is there but not the caller's to see */
  async one(id: string): Promise<MeetingEntity> {
    const meeting = await this.db.repo(MeetingEntity).findOneBy({ tenantId: currentTenant().id, id });
    if (!meeting) throw refuse('MEETING_NOT_FOUND');
    return meeting;
  }

  /** The meeting open round an area's map now, if any. */
  openIn(areaId: string): Promise<MeetingEntity | null> {
    return loadOne<MeetingEntity | null>(
      openMeetings,
      areaId,
      async (areaIds) => {
        const open = { tenantId: currentTenant().id, areaId: In([...areaIds]), state: MeetingState.OPEN, kind: In([...mapKinds]) };
        const found = await this.db.repo(MeetingEntity).findBy(open);
        return new Map(found.map((meeting) => [meeting.areaId ?? '', meeting]));
      },
      null,
    );
  }

  /** The snapshot a meeting's closing took, if it did. */
  snapshotOf(meetingId: string): Promise<string | null> {
    return loadOne<string | null>(
      snapshots,
      meetingId,
      async (ids) => {
        const rows = await this.db.query<{ meetingId: string; snapshotId: string }>(snapshotsOf, [currentTenant().id, ids]);
        return new Map(rows.map((row) => [row.meetingId, row.snapshotId]));
      },
      null,
    );
  }

  /** The meetings of a series that one may see, by time; of one that comes once, itself. */
  async ofSeries(meeting: MeetingEntity): Promise<MeetingEntity[]> {
    const { tenantId, seriesId } = meeting;
    if (!seriesId) return [meeting];
    return this.db.repo(MeetingEntity).find({ where: { tenantId, seriesId }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** When a series would meet, and what one should know of those days. Nothing is written. */
  dates(startsAt: Date, series: MeetingSeries): MeetingDate[] {
    const { locale } = currentActor();
    return startsOf(checkedStart(startsAt), series).map((on) => ({ startsAt: on, warning: warningsOf([on], locale)[0] ?? null }));
  }

  /**
   * Plans a meeting; where it names a series, about a year of them. Holidays are warned of, never moved.
   * @returns the first, with `planned` naming them all
   * @throws NOT_FOUND for an area, INVALID_INPUT for what can't stand: nothing is written then
   */
  async schedule(input: ScheduleMeetingInput): Promise<MeetingEntity> {
    const { id: tenantId } = currentTenant();
    const described = {
      areaId: await this.areaFor(input.kind, input.areaId ?? null),
      kind: input.kind,
      title: meetingTitle(input.title),
      ...this.texts(input),
      focus: hasMap(input) ? (input.focus ?? null) : null,
      durationMinutes: checkedDuration(input.durationMinutes, input.kind),
      series: input.series ?? null,
      seriesId: input.series ? randomUUID() : null,
    };
    const first = checkedStart(input.startsAt);
    const starts = input.series ? startsOf(first, input.series) : [first];
    const rows = starts.map((startsAt) => ({ tenantId, id: randomUUID(), ...described, startsAt, createdBy: currentActor().personId }));
    await this.db.repo(MeetingEntity).insert(rows);
    await this.runSheets.begin(rows);
    const meeting = await this.one(rows[0]?.id ?? '');
    return Object.assign(meeting, { planned: starts });
  }

  /** What one should know of a meeting's day; right after planning, of the days of its whole series. */
  warnings({ startsAt, planned }: MeetingEntity): MeetingWarning[] {
    return warningsOf(planned ?? [startsAt], currentActor().locale);
  }

  /** Changes what people are told of it. @throws CONFLICT where it was cancelled or is over */
  async describe(id: string, input: DescribeMeetingInput): Promise<MeetingEntity> {
    const meeting = await this.toCome(id);
    const title = input.title === undefined || input.title === null ? meeting.title : meetingTitle(input.title);
    const focus = input.focus === undefined || !hasMap(meeting) ? meeting.focus : input.focus;
    const texts = this.texts(input);
    await this.change(meeting, { title, focus, ...texts });
    const changed = await this.one(id);
    if (changed.place !== meeting.place) await this.mails.moved(changed);
    return changed;
  }

  /**
   * Moves one meeting and what is to be done round it to another time; the others of its series stay. Who was invited
   * is told and asked again.
   * @throws CONFLICT where it isn't planned any more
   */
  async reschedule(id: string, startsAt: Date, durationMinutes?: number | null): Promise<MeetingEntity> {
    const meeting = await this.planned(id);
    const minutes = checkedDuration(durationMinutes ?? meeting.durationMinutes, meeting.kind);
    if (startsAt.getTime() === meeting.startsAt.getTime() && minutes === meeting.durationMinutes) return meeting;
    await this.change(meeting, { startsAt: checkedStart(startsAt), durationMinutes: minutes });
    await this.runSheets.move({ ...meeting, startsAt });
    await this.db.query(askAgain, [meeting.tenantId, id]);
    await this.watchers.tell(id);
    const moved = await this.one(id);
    await this.mails.moved(moved);
    return moved;
  }

  /** Calls one meeting off, with a reason that its participants get to know. @throws CONFLICT where it isn't planned any more */
  async cancel(id: string, reason: string): Promise<MeetingEntity> {
    const meeting = await this.planned(id);
    const cancelReason = meetingText(reason, 'reason', meetingTexts.reason, true);
    await this.change(meeting, { state: MeetingState.CANCELLED, cancelledAt: new Date(), cancelReason });
    await this.runSheets.drop(meeting);
    await this.watchers.tell(id);
    const cancelled = await this.one(id);
    await this.mails.cancelled(cancelled);
    return cancelled;
  }

  /** @throws CONFLICT where it is not planned, or another meeting is open in the area */
  async open(id: string): Promise<MeetingEntity> {
    const meeting = await this.one(id);
    const other = hasMap(meeting) && meeting.areaId ? await this.openIn(meeting.areaId) : null;
    if (other && other.id !== id) throw refuse('OTHER_MEETING_OPEN');
    await this.move(meeting, MeetingState.PLANNED, MeetingState.OPEN);
    return this.one(id);
  }

  /** The next planned one of its series; of one that comes once, of its kind about the same area, or like it about none. */
  next({ tenantId, seriesId, areaId, kind, startsAt }: MeetingEntity): Promise<MeetingEntity | null> {
    const alike = seriesId ? { seriesId } : areaId ? { kind, areaId } : { kind, areaId: IsNull(), seriesId: IsNull() };
    const later = { tenantId, ...alike, state: MeetingState.PLANNED, startsAt: MoreThan(startsAt) };
    return this.db.repo(MeetingEntity).findOne({ where: later, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /**
   * Fixes when the next one is: moves the one that is planned, or plans one like this, with the same people. What this
   * one left open goes along.
   * @throws CONFLICT where this one was called off, INVALID_INPUT where it would come before this one
   */
  async fixNext(id: string, startsAt: Date): Promise<MeetingEntity> {
    const meeting = await this.one(id);
    if (meeting.state === MeetingState.CANCELLED) throw refuse('MEETING_CANCELLED');
    if (checkedStart(startsAt) <= meeting.startsAt) throw refuse('MEETING_NEXT_TOO_EARLY', {}, { field: 'startsAt' });
    const planned = await this.next(meeting);
    if (planned && planned.startsAt.getTime() !== startsAt.getTime()) await this.reschedule(planned.id, startsAt);
    const nextId = planned?.id ?? (await this.repeat(meeting, startsAt));
    if (meeting.state === MeetingState.CLOSED) await this.db.query(carryOver, [meeting.tenantId, id, nextId]);
    return this.one(nextId);
  }

  /** @throws CONFLICT where the meeting isn't open */
  async freeze(id: string, frozen: boolean): Promise<MeetingEntity> {
    const meeting = await this.one(id);
    if (!hasMap(meeting)) throw refuse('MEETING_WITHOUT_MAP');
    if (meeting.state !== MeetingState.OPEN) throw refuse('MEETING_NOT_OPEN');
    await this.db.repo(MeetingEntity).update({ tenantId: meeting.tenantId, id }, { frozen });
    return this.one(id);
  }

  async setReadAfter(id: string, readAfter: boolean): Promise<MeetingEntity> {
    const { tenantId } = await this.one(id);
    await this.db.repo(MeetingEntity).update({ tenantId, id }, { readAfter });
    return this.one(id);
  }

  /** The area a meeting is about, where one may see it. */
  private async areaFor(kind: MeetingKind, areaId: string | null): Promise<string | null> {
    if (!areaId) {
      if (hasMap({ kind })) throw refuse('MEETING_NEEDS_AREA', {}, { field: 'areaId' });
      return null;
    }
    const [area] = await this.db.query('select 1 from open_room.area where tenant_id = $1 and area_id = $2', [currentTenant().id, areaId]);
    if (!area) throw refuse('AREA_NOT_FOUND', {}, { field: 'areaId' });
    return areaId;
  }

  /** The texts that were given, checked. */
  private texts(input: DescribeMeetingInput): Partial<Pick<MeetingEntity, 'place' | 'purpose' | 'audience' | 'process'>> {
    const given = (['place', 'purpose', 'audience', 'process'] as const).filter((field) => input[field] !== undefined);
    return Object.fromEntries(given.map((field) => [field, meetingText(input[field], field, meetingTexts[field])]));
  }

  /** One more like this, of the same series, with the same people. */
  private async repeat(meeting: MeetingEntity, startsAt: Date): Promise<string> {
    const { tenantId, areaId, kind, title, durationMinutes, place, purpose, audience, process, focus, series, seriesId } = meeting;
    const described = { areaId, kind, title, durationMinutes, place, purpose, audience, process, focus, series, seriesId };
    const id = randomUUID();
    const { personId } = currentActor();
    await this.db.repo(MeetingEntity).insert({ tenantId, id, ...described, startsAt, createdBy: personId });
    await this.runSheets.begin([{ id, kind, startsAt, title, areaId }]);
    await this.db.query(sameParticipants, [tenantId, meeting.id, id, personId]);
    return id;
  }

  private async planned(id: string): Promise<MeetingEntity> {
    const meeting = await this.one(id);
    if (meeting.state === MeetingState.CANCELLED) throw refuse('MEETING_CANCELLED');
    if (meeting.state !== MeetingState.PLANNED) throw refuse('MEETING_NOT_PLANNED');
    return meeting;
  }

  /** A meeting that can still be prepared or held. @throws NOT_FOUND, CONFLICT where it was called off or is over */
  async toCome(id: string): Promise<MeetingEntity> {
    const meeting = await this.one(id);
    if (meeting.state === MeetingState.CLOSED) throw refuse('MEETING_ALREADY_CLOSED');
    if (meeting.state === MeetingState.CANCELLED) throw refuse('MEETING_CANCELLED');
    return meeting;
  }

  /** What calendars should show anew. */
  private async change({ tenantId, id }: MeetingEntity, change: Partial<MeetingEntity>): Promise<void> {
    await this.db.repo(MeetingEntity).update({ tenantId, id }, { ...change, sequence: () => 'sequence + 1' });
  }

  /** @throws CONFLICT where it stood elsewhere */
  async move(meeting: MeetingEntity, from: MeetingState, to: MeetingState): Promise<void> {
    const moved = await this.db.query(moveState, [meeting.tenantId, meeting.id, from, to]);
    if (moved.length > 0) return this.watchers.tell(meeting.id);
    if (meeting.state === MeetingState.CLOSED) throw refuse('MEETING_ALREADY_CLOSED');
    if (meeting.state === MeetingState.CANCELLED) throw refuse('MEETING_CANCELLED');
    throw refuse(to === MeetingState.OPEN ? 'MEETING_ALREADY_OPEN' : 'MEETING_NOT_OPEN');
  }
}
