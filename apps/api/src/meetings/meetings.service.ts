/** The rules of an area meeting: planned, then open, then closed; one open meeting an area. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { MapSnapshotsService } from '../area-maps/map-snapshots.service.js';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import type { ScheduleMeetingInput } from './meeting.input.js';
import { MeetingEntity, MeetingState } from './meeting.entity.js';
import { checkedName } from '../platform/text/checked-text.js';
import { moveState, snapshotsOf } from './meeting.sql.js';

const openMeetings = Symbol('open meetings by area');
const snapshots = Symbol('snapshots by meeting');

@Injectable()
export class MeetingsService {
  constructor(
    private readonly db: Db,
    private readonly mapSnapshots: MapSnapshotsService,
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

  /** The meeting open in an area now, if any. */
  openIn(areaId: string): Promise<MeetingEntity | null> {
    return loadOne<MeetingEntity | null>(
      openMeetings,
      areaId,
      async (areaIds) => {
        const found = await this.db.repo(MeetingEntity).findBy({ tenantId: currentTenant().id, areaId: In([...areaIds]), state: MeetingState.OPEN });
        return new Map(found.map((meeting) => [meeting.areaId, meeting]));
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

  async schedule(input: ScheduleMeetingInput): Promise<MeetingEntity> {
    const title = checkedName(input.title, 'title');
    const [area] = await this.db.query('select 1 from open_room.area where tenant_id = $1 and area_id = $2', [currentTenant().id, input.areaId]);
    if (!area) throw refuse('AREA_NOT_FOUND', {}, { field: 'areaId' });
    const id = randomUUID();
    await this.db.repo(MeetingEntity).insert({
      tenantId: currentTenant().id,
      id,
      areaId: input.areaId,
      kind: input.kind,
      title,
      startsAt: input.startsAt,
      createdBy: currentActor().personId,
    });
    return this.one(id);
  }

  /** @throws CONFLICT where it is not planned, or another meeting is open in the area */
  async open(id: string): Promise<MeetingEntity> {
    const meeting = await this.one(id);
    const other = await this.openIn(meeting.areaId);
    if (other && other.id !== id) throw refuse('OTHER_MEETING_OPEN');
    await this.move(meeting, MeetingState.PLANNED, MeetingState.OPEN);
    return this.one(id);
  }

  /** Ends the meeting and takes the snapshot of its map in the same transaction. */
  async close(id: string): Promise<MeetingEntity> {
    const meeting = await this.one(id);
    await this.move(meeting, MeetingState.OPEN, MeetingState.CLOSED);
    await this.mapSnapshots.takeAtClosing(meeting);
    return this.one(id);
  }

  /** @throws CONFLICT where the meeting isn't open */
  async freeze(id: string, frozen: boolean): Promise<MeetingEntity> {
    const meeting = await this.one(id);
    if (meeting.state !== MeetingState.OPEN) throw refuse('MEETING_NOT_OPEN');
    await this.db.repo(MeetingEntity).update({ tenantId: meeting.tenantId, id }, { frozen });
    return this.one(id);
  }

  async setReadAfter(id: string, readAfter: boolean): Promise<MeetingEntity> {
    const { tenantId } = await this.one(id);
    await this.db.repo(MeetingEntity).update({ tenantId, id }, { readAfter });
    return this.one(id);
  }

  private async move(meeting: MeetingEntity, from: MeetingState, to: MeetingState): Promise<void> {
    const moved = await this.db.query(moveState, [meeting.tenantId, meeting.id, from, to]);
    if (moved.length > 0) return;
    if (meeting.state === MeetingState.CLOSED) throw refuse('MEETING_ALREADY_CLOSED');
    throw refuse(to === MeetingState.OPEN ? 'MEETING_ALREADY_OPEN' : 'MEETING_NOT_OPEN');
  }
}
