/** WGS84 longitude and latitude in degrees, in that order (RFC 7946). */
export type Position = readonly [lon: number, lat: number];
export type Ring = readonly Position[];

export interface Point {
  readonly type: 'Point';
  readonly coordinates: Position;
}
export interface MultiPoint {
  readonly type: 'MultiPoint';
  readonly coordinates: readonly Position[];
}
export interface LineString {
  readonly type: 'LineString';
  readonly coordinates: readonly Position[];
}
export interface MultiLineString {
  readonly type: 'MultiLineString';
  readonly coordinates: readonly (readonly Position[])[];
}
export interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly Ring[];
}
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly Ring[])[];
}

export type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;
export type GeometryType = Geometry['type'];

/** The polygons of an area: what its boundary is made of. */
export type Areal = Polygon | MultiPolygon;

/** A GeoJSON Feature whose id is a UUID and whose properties are P. */
export interface Feature<P = Readonly<Record<string, unknown>>, G extends Geometry | null = Geometry | null> {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: G;
  readonly properties: P;
}

export interface FeatureCollection<P = Readonly<Record<string, unknown>>, G extends Geometry | null = Geometry | null> {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature<P, G>[];
}

export const geometryTypes: readonly GeometryType[] = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

/** Every position of a geometry, in order; the closing one of a ring included. */
export function positionsOf(geometry: Geometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

/** The polygons of an areal geometry, each a shell followed by its holes. */
export const polygonsOf = (areal: Areal): readonly (readonly Ring[])[] => (areal.type === 'Polygon' ? [areal.coordinates] : areal.coordinates);
