import type { Fault } from '@kvarter/contract';
import type { PlaceFinding } from './map-edit.rules.js';
import type { PlaceRow } from './map-edit.sql.js';

/** PostGIS's last word on geometries, by their place in the batch. */
export const placeFindings = (rows: readonly PlaceRow[]): Map<number, PlaceFinding> =>
  new Map(rows.map((row) => [row.place, { fault: row.reason === null ? null : faultOf(row), outside: row.outside === true }]));

function faultOf({ reason, lon, lat }: PlaceRow): Fault {
  const path = 'geometry';
  if (reason?.endsWith('elf-intersection') && lon !== null && lat !== null) return { reason: 'GEOMETRY_SELF_INTERSECTION', params: { lon, lat }, path };
  return { reason: 'GEOMETRY_INVALID', params: {}, path };
}
