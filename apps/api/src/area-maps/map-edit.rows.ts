import type { EditRow } from './area-map.sql.js';
import type { MapEdit } from './map-edit.type.js';
import { toFeature } from './map-feature.type.js';

/** Kvarter itself, as the person behind edits that nobody made by hand; a member of every tenant. */
export const systemPerson = '00000000-0000-4000-8000-000000000001';

export function toMapEdit(row: EditRow): MapEdit {
  return {
    seq: row.seq,
    editId: row.edit_id,
    op: row.op,
    feature: toFeature({ id: row.feature_id, version: row.version, state: row.state, outsideBoundary: row.outside_boundary, updatedAt: row.at }),
    at: row.at,
    actorName: row.actor_name ?? '',
    actorId: row.actor === systemPerson ? null : row.actor,
  };
}
