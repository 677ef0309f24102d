import { systemPerson } from '../platform/auth/system.js';
import type { EditRow } from './area-map.sql.js';
import type { MapEdit } from './map-edit.type.js';
import { toFeature } from './map-feature.type.js';

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
