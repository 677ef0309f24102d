/** Challenges that nobody has spoken of for two rounds are shown as outdated, so that no place is labelled for good. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { featureKinds, hasFaded, kindNames, type SystemEdit } from '@kvarter/geo';
import { currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { MapEditsService } from './map-edits.service.js';

const challenges = kindNames.filter((kind) => featureKinds[kind].family === 'challenge');

/** When area a was gone through: its rounds that were closed; where rounds are not led, its area meetings that were: the team's own confirm nothing. Indexes mapping_round_by_area, meeting_by_area. */
const closedIn = `
  select r.closed_at from open_room.mapping_round r where r.tenant_id = a.tenant_id and r.area_id = a.area_id and r.state = 'CLOSED'
  union all
  select m.closed_at from open_room.meeting m where m.tenant_id = a.tenant_id and m.area_id = a.area_id and m.kind = 'AREA' and m.state = 'CLOSED'
    and not exists (select from open_room.mapping_round r where r.tenant_id = a.tenant_id and r.area_id = a.area_id)`;

/** Challenges of area a that still count, older than the last time but one that it was gone through. */
const faded = `
  select f.feature_id from open_room.map_feature f
  where f.tenant_id = a.tenant_id and f.area_id = a.area_id and f.kind = any ($2) and not f.removed and not f.outdated
    and f.touched_at < (select c.closed_at from (${closedIn}) c order by c.closed_at desc offset 1 limit 1)`;

/** $1 tenant, $2 kinds: areas with something to fade. Primary key of map_feature. */
const areasToFade = `select a.area_id from open_room.area a where a.tenant_id = $1 and exists (${faded})`;

/** $1 tenant, $2 kinds, $3 area: what seems to fade there. */
const featuresToFade = `select f.feature_id from open_room.area a cross join lateral (${faded}) f where a.tenant_id = $1 and a.area_id = $3`;

/** $1 tenant, $2 area: when it was gone through. */
const closings = `select c.closed_at from open_room.area a cross join lateral (${closedIn}) c where a.tenant_id = $1 and a.area_id = $2`;

@Injectable()
export class MapFadingService {
  constructor(
    private readonly db: Db,
    private readonly edits: MapEditsService,
  ) {}

  /** Areas of the current tenant where something has faded. */
  async areas(): Promise<string[]> {
    const rows = await this.db.query<{ area_id: string }>(areasToFade, [currentTenant().id, challenges]);
    return rows.map((row) => row.area_id);
  }

  /** Marks what has faded in an area; again is no harm. Ends the transaction. @returns how many */
  async fade(areaId: string): Promise<number> {
    const tenant = currentTenant().id;
    const found = await this.db.query<{ feature_id: string }>(featuresToFade, [tenant, challenges, areaId]);
    if (found.length === 0) return 0;
    const { heads } = await this.edits.look(
      areaId,
      found.map((row) => ({ edit: { editId: randomUUID(), featureId: row.feature_id, baseVersion: 0, op: 'UPDATE' }, faults: [] })),
    );
    const closedAt = (await this.db.query<{ closed_at: Date }>(closings, [tenant, areaId])).map((row) => row.closed_at);
    // Decided again under the lock: somebody may have spoken of it in the meantime.
    const due = [...heads.values()].filter(({ state, touchedAt }) => !state.outdated && !state.removed && hasFaded(state.kind, touchedAt, closedAt));
    await this.edits.applyOwn(
      areaId,
      due.map(({ id, version }): SystemEdit => ({ editId: randomUUID(), featureId: id, baseVersion: version, op: 'UPDATE', outdated: true })),
      false,
    );
    return due.length;
  }
}
