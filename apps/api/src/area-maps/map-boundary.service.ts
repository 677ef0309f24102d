/** What lies outside an area follows its boundary. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import type { Head, LogLine } from './map-edit.rules.js';
import { MapEditStatus } from './map-edit.type.js';
import { MapEditsService } from './map-edits.service.js';

/** $1 tenant, $2 area: features whose word on the boundary is no longer true. Primary key. */
const misjudged = `
  select f.feature_id from open_room.map_feature f join open_room.area a on a.tenant_id = f.tenant_id and a.area_id = f.area_id
  where f.tenant_id = $1 and f.area_id = $2 and f.geom is not null and f.outside_boundary = st_intersects(a.boundary, f.geom)`;

@Injectable()
export class MapBoundaryService {
  constructor(
    private readonly db: Db,
    private readonly edits: MapEditsService,
  ) {}

  /** After the boundary was changed in this transaction: judges all features again and appends an edit for each that changes sides, so that everyone hears. */
  async judgeAgain(areaId: string): Promise<void> {
    // Locked first: nobody draws by the old boundary meanwhile.
    await this.edits.look(areaId, []);
    const rows = await this.db.query<{ feature_id: string }>(misjudged, [currentTenant().id, areaId]);
    if (rows.length === 0) return;
    const looked = await this.edits.look(
      areaId,
      rows.map((row) => ({ edit: { editId: randomUUID(), featureId: row.feature_id, baseVersion: 0, op: 'UPDATE' }, faults: [] })),
    );
    const heads = new Map(
      [...looked.heads].map(([id, head]): [string, Head] => [
        id,
        { ...head, version: head.version + 1, outsideBoundary: !head.outsideBoundary, updatedAt: looked.at },
      ]),
    );
    const lines = [...heads.values()].map(
      (after, index): LogLine => ({ seq: looked.seq + 1 + index, editId: randomUUID(), op: 'UPDATE', status: MapEditStatus.APPLIED, after }),
    );
    await this.edits.write(areaId, lines, heads, looked, false);
  }
}
