import { checkGeometry, type Geometry } from '@kvarter/geo';
import { refuse } from '../platform/graphql/errors.js';

/** The same for boundaries and marks: enough for any municipality, little enough for PostGIS to check in a fraction of a second. */
export const mostVertices = 20_000;

/**
 * A boundary as it may be kept: Polygon or MultiPolygon in WGS84, islands and holes as they are.
 * Throws INVALID_GEOMETRY with what is wrong and where; nothing is repaired in silence.
 */
export function checkedBoundary(given: unknown): Geometry {
  const checked = checkGeometry(given, { allowed: ['Polygon', 'MultiPolygon'], maxVertices: mostVertices });
  if (checked.ok) return checked.geometry;
  const { reason, params, path } = checked.fault;
  throw refuse(reason === 'GEOMETRY_TYPE_NOT_ALLOWED' ? 'BOUNDARY_NOT_POLYGON' : reason, params, { field: 'boundary', path });
}
