import { arealFault } from './areal-check.js';
import { type Bbox, bboxOfGeometry } from './bbox.js';
import { CoordinateReader, Refused, refuse } from './coordinate-reader.js';
import { looksSwapped, swapped } from './denmark.js';
import { type Geometry, type GeometryType, geometryTypes } from './geometry.js';
import type { GeometryFault } from './ring-facts.js';

/** The most vertices a geometry may have: PostGIS checks so many in 0.15 s. */
export const maxVertices = 20_000;

export type GeometryCheck =
  /** Fit to be stored: `geometry` has only type and coordinates, two numbers a position. */
  | { readonly ok: true; readonly geometry: Geometry; readonly bbox: Bbox; readonly vertices: number }
  /** The first thing that is wrong. `swapped` is what was probably meant, offered with GEOMETRY_SWAPPED. */
  | { readonly ok: false; readonly fault: GeometryFault; readonly swapped?: Geometry };

export interface GeometryLimits {
  readonly allowed?: readonly GeometryType[];
  /** What to say where the type is known but not allowed. */
  readonly notAllowed?: 'GEOMETRY_TYPE_NOT_ALLOWED' | 'BOUNDARY_NOT_POLYGON';
  readonly maxVertices?: number;
}

/**
 * Checks that something from outside is a geometry by RFC 7946 that can stand on a map, and returns it as
 * plain data. Nothing is repaired: heights are dropped, everything else that doesn't fit is a fault with
 * its place. Never throws, whatever comes in; stops reading at the vertex limit.
 */
export function checkGeometry(json: unknown, limits: GeometryLimits = {}): GeometryCheck {
  const reader = new CoordinateReader(limits.maxVertices ?? maxVertices);
  try {
    const geometry = read(json, limits, reader);
    const bbox = bboxOfGeometry(geometry);
    if (looksSwapped(bbox)) return { ok: false, fault: { reason: 'GEOMETRY_SWAPPED', params: {}, path: 'coordinates' }, swapped: swapped(geometry) };
    return { ok: true, geometry, bbox, vertices: reader.vertices };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}

function read(json: unknown, { allowed = geometryTypes, notAllowed = 'GEOMETRY_TYPE_NOT_ALLOWED' }: GeometryLimits, reader: CoordinateReader): Geometry {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) refuse('GEOMETRY_NOT_OBJECT', {});
  const { type, coordinates, crs } = json as Readonly<Record<string, unknown>>;
  if (type === 'GeometryCollection') refuse('GEOMETRY_COLLECTION', {}, 'type');
  const known = geometryTypes.find((name) => name === type) ?? refuse('GEOMETRY_UNKNOWN_TYPE', {}, 'type');
  if (!allowed.includes(known)) refuse(notAllowed, {}, 'type');
  if (!isWgs84(crs)) refuse('GEOMETRY_OTHER_CRS', {}, 'crs');
  const geometry = readCoordinates(known, coordinates, reader);
  const fault = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? edgesFault(geometry) : null;
  if (fault) throw new Refused(fault);
  return geometry;
}

function readCoordinates(type: GeometryType, json: unknown, reader: CoordinateReader): Geometry {
  const at = 'coordinates';
  switch (type) {
    case 'Point':
      return { type, coordinates: reader.point(json, at) };
    case 'MultiPoint':
      return { type, coordinates: reader.positions(json, at) };
    case 'LineString':
      return { type, coordinates: reader.line(json, at) };
    case 'MultiLineString':
      return { type, coordinates: reader.lines(json, at) };
    case 'Polygon':
      return { type, coordinates: reader.polygon(json, at) };
    case 'MultiPolygon':
      return { type, coordinates: reader.polygons(json, at) };
  }
}

const edgesFault = (geometry: Geometry & { type: 'Polygon' | 'MultiPolygon' }): GeometryFault | null =>
  geometry.type === 'Polygon'
    ? arealFault([geometry.coordinates], (_, ring) => `coordinates[${ring}]`)
    : arealFault(geometry.coordinates, (polygon, ring) => `coordinates[${polygon}][${ring}]`);

/** The crs member of older GeoJSON: absent, or one of the names of WGS84 in degrees. */
export function isWgs84(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true;
  if (typeof crs !== 'object') return false;
  const { properties } = crs as { properties?: unknown };
  const name = typeof properties === 'object' && properties !== null ? (properties as { name?: unknown }).name : undefined;
  return typeof name === 'string' && /^(?:urn:ogc:def:crs:)?(?:OGC:(?:1\.3)?:?CRS84|EPSG:[\d.]*:?4326)$/i.test(name);
}
