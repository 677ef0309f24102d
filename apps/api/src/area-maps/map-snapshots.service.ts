/** Snapshots of the shared map: a name for a point on its log. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { checkedName } from '../platform/text/checked-text.js';
import type { MapSnapshot } from './area-map.type.js';
import { newestSeq } from './area-map.sql.js';
import { beginEdits } from './map-edit.sql.js';
import { insertSnapshot, snapshotsOf } from './map-snapshot.sql.js';

@Injectable()
export class MapSnapshotsService {
  constructor(private readonly db: Db) {}

  /** @throws NOT_FOUND where the area isn't there for the caller */
  async list(areaId: string): Promise<MapSnapshot[]> {
    const at = [currentTenant().id, areaId];
    const [[area], snapshots] = await Promise.all([this.db.query(newestSeq, at), this.db.query<MapSnapshot & Record<string, unknown>>(snapshotsOf, at)]);
    if (!area) throw refuse('AREA_NOT_FOUND');
    return snapshots;
  }

  /** @throws NOT_FOUND; INVALID_INPUT for the name */
  take(areaId: string, name: string): Promise<MapSnapshot> {
    return this.insert(areaId, checkedName(name), null);
  }

  /**
   * The snapshot a meeting's closing leaves. The sequence is locked, so what is committed before it is in it and
   * nothing of the meeting comes after.
   */
  async takeAtClosing(meeting: { readonly id: string; readonly areaId: string; readonly title: string }): Promise<MapSnapshot> {
    await this.db.query(beginEdits, [meeting.areaId]);
    return this.insert(meeting.areaId, meeting.title, meeting.id);
  }

  private async insert(areaId: string, name: string, meetingId: string | null): Promise<MapSnapshot> {
    const values = [currentTenant().id, areaId, randomUUID(), name, meetingId, currentActor().personId];
    const [snapshot] = await this.db.query<MapSnapshot & Record<string, unknown>>(insertSnapshot, values);
    if (!snapshot) throw refuse('AREA_NOT_FOUND');
    return snapshot;
  }
}
