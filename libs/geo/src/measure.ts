import { type Geometry, type Position, polygonsOf, type Ring } from './geometry.js';

/** Mean radius of the earth in metres (IUGG). */
const earthRadius = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Metres between two positions along the great circle (haversine). Within 0.5 % of the ellipsoid. */
export function metresBetween([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const height = Math.sin(radians(lat2 - lat1) / 2) ** 2;
  const width = Math.sin(radians(lon2 - lon1) / 2) ** 2;
  const chord = height + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * width;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Metres along a line of positions. */
export const lineLength = (line: readonly Position[]): number => sum(line.slice(1).map((to, index) => metresBetween(line[index] ?? to, to)));

/** Metres along lines, or round the edges of zones; 0 for points. */
export function lengthOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return 0;
    case 'LineString':
      return lineLength(geometry.coordinates);
    case 'MultiLineString':
    case 'Polygon':
      return sum(geometry.coordinates.map(lineLength));
    case 'MultiPolygon':
      return sum(geometry.coordinates.flat().map(lineLength));
  }
}

/** Square metres on the sphere, holes left out; 0 for points and lines. */
export function areaOf(geometry: Geometry): number {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return 0;
  return sum(polygonsOf(geometry).map(([shell = [], ...holes]) => Math.max(0, ringArea(shell) - sum(holes.map(ringArea)))));
}

/**
 * Square metres inside a closed ring, whichever way it runs: each edge is taken as straight in longitude and
 * the sine of latitude (equal-area cylindrical), which for edges of a neighbourhood's length is exact enough.
 */
function ringArea(ring: Ring): number {
  const [lon0 = 0, lat0 = 0] = ring[0] ?? [];
  let twice = 0;
  let [x1, y1] = [0, 0];
  for (const [lon, lat] of ring) {
    const [x2, y2] = [radians(lon - lon0), Math.sin(radians(lat)) - Math.sin(radians(lat0))];
    twice += x1 * y2 - x2 * y1;
    [x1, y1] = [x2, y2];
  }
  return (Math.abs(twice) / 2) * earthRadius ** 2;
}

/**
 * The number of the Web Mercator tile a position lies in: row by row from the north-west, so that a box is
 * one run of numbers in each row. For a plain btree in front of a spatial test.
 *
 * @param zoom 0 to 26 (2^zoom tiles each way)
 */
export function tileOf([lon, lat]: Position, zoom: number): number {
  const across = 2 ** zoom;
  const sine = Math.sin(radians(lat));
  const x = ((lon + 180) / 360) * across;
  const y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across;
  const clamp = (tile: number): number => Math.min(across - 1, Math.max(0, Math.floor(tile)));
  return clamp(y) * across + clamp(x);
}
