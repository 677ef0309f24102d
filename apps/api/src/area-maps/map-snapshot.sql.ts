/** Snapshots: named points on an area's log. */

const columns = `snapshot_id as id, area_id as "areaId", name, seq, taken_at as "takenAt", meeting_id as "meetingId"`;

/** $1 tenant, $2 area: the newest first. Index map_snapshot_by_area. */
export const snapshotsOf = `select ${columns} from open_room.map_snapshot where tenant_id = $1 and area_id = $2 order by seq desc, taken_at desc, snapshot_id`;

/** $1 tenant, $2 area, $3 id, $4 name, $5 meeting, $6 person: the map as it is now. No row where the area isn't there for the caller. */
export const insertSnapshot = `
  insert into open_room.map_snapshot (tenant_id, snapshot_id, area_id, name, seq, meeting_id, taken_by)
  select tenant_id, $3, area_id, $4, seq, $5, $6 from open_room.area_seq where tenant_id = $1 and area_id = $2
  returning ${columns}`;
