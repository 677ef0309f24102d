import { bboxOf } from './bbox.js';
import { type Geometry, type Position, polygonsOf, type Ring } from './geometry.js';
import { lineLength, metresBetween } from './measure.js';
import { placeInRing } from './rings.js';

type Polygon = readonly Ring[];

interface Weighted {
  readonly at: Position;
  readonly weight: number;
}

/**
 * The middle of a geometry: of mass for zones, of length for lines, the mean of points. It may lie outside
 * a bent zone; see pointOn for one that doesn't.
 */
export function centreOf(geometry: Geometry): Position {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'MultiPoint':
      return meanOf(geometry.coordinates.map((at) => ({ at, weight: 1 })));
    case 'LineString':
      return meanOf(middlesOf(geometry.coordinates));
    case 'MultiLineString':
      return meanOf(geometry.coordinates.flatMap(middlesOf));
    case 'Polygon':
    case 'MultiPolygon':
      return meanOf(polygonsOf(geometry).flatMap(massesOf));
  }
}

/** Metres between the middles of two geometries: how far a mark was moved. Null where either has no place. */
export const movedMetres = (before: Geometry | null, after: Geometry | null): number | null =>
  before && after ? metresBetween(centreOf(before), centreOf(after)) : null;

/** A position on the geometry, near its middle where that is easily had: where a symbol or a name goes. */
export function pointOn(geometry: Geometry): Position {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'MultiPoint': {
      const centre = centreOf(geometry);
      return largest(geometry.coordinates, (position) => -metresBetween(position, centre));
    }
    case 'LineString':
      return midwayOf(geometry.coordinates);
    case 'MultiLineString':
      return midwayOf(largest(geometry.coordinates, lineLength));
    case 'Polygon':
      return pointInPolygon(geometry.coordinates);
    case 'MultiPolygon':
      return pointInPolygon(largest(geometry.coordinates, ([shell = []]) => Math.abs(massOf(shell).weight)));
  }
}

/** Whether a position lies in a zone, its edge included. */
export const isInside = (position: Position, polygons: readonly Polygon[]): boolean =>
  polygons.some(([shell = [], ...holes]) => placeInRing(position, shell) !== 'out' && holes.every((hole) => placeInRing(position, hole) !== 'in'));

/** The weighted mean, reckoned from the first so that small shapes far from 0 lose no digits. */
function meanOf(parts: readonly Weighted[]): Position {
  const [lon0, lat0] = parts[0]?.at ?? [0, 0];
  let [x, y, total] = [0, 0, 0];
  for (const { at, weight } of parts) {
    x += (at[0] - lon0) * weight;
    y += (at[1] - lat0) * weight;
    total += weight;
  }
  return total === 0 ? [lon0, lat0] : [lon0 + x / total, lat0 + y / total];
}

const middlesOf = (line: readonly Position[]): Weighted[] =>
  line.slice(1).map((to, index) => {
    const from = line[index] ?? to;
    return { at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], weight: metresBetween(from, to) };
  });

/** A shell weighs for, its holes against. */
const massesOf = (polygon: Polygon): Weighted[] =>
  polygon.map((ring, index) => {
    const { at, weight } = massOf(ring);
    return { at, weight: index === 0 ? Math.abs(weight) : -Math.abs(weight) };
  });

/** The centre of mass of a ring in the plane of degrees, and twice its signed area there. */
function massOf(ring: Ring): Weighted {
  const [lon0, lat0] = ring[0] ?? [0, 0];
  let [x, y, twice] = [0, 0, 0];
  let [x1, y1] = [0, 0];
  for (const [lon, lat] of ring) {
    const [x2, y2] = [lon - lon0, lat - lat0];
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
    twice += cross;
    [x1, y1] = [x2, y2];
  }
  return { at: twice === 0 ? [lon0, lat0] : [lon0 + x / (3 * twice), lat0 + y / (3 * twice)], weight: twice };
}

/** The position half-way along a line. */
function midwayOf(line: readonly Position[]): Position {
  let left = lineLength(line) / 2;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1] ?? to;
    const step = metresBetween(from, to);
    if (step > 0 && step >= left) return [from[0] + ((to[0] - from[0]) * left) / step, from[1] + ((to[1] - from[1]) * left) / step];
    left -= step;
  }
  return line.at(-1) ?? [0, 0];
}

/** The centre of mass where it lies inside, else the middle of the widest stretch inside at a middle latitude. */
function pointInPolygon(polygon: Polygon): Position {
  const centre = meanOf(massesOf(polygon));
  if (isInside(centre, [polygon])) return centre;
  const [, south, , north] = bboxOf(polygon[0] ?? []);
  let best: Weighted = { at: polygon[0]?.[0] ?? centre, weight: 0 };
  // Several latitudes, so that one that only grazes a corner doesn't decide.
  for (const share of [0.5, 0.3, 0.7, 0.11, 0.89]) {
    const lat = south + (north - south) * share;
    const crossings = polygon.flatMap((ring) => crossingsAt(ring, lat)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [west = 0, east = 0] = crossings.slice(index, index + 2);
      if (east - west > best.weight) best = { at: [(west + east) / 2, lat], weight: east - west };
    }
  }
  return best.at;
}

/** The longitudes at which a closed ring crosses a latitude: an even number of them. */
const crossingsAt = (ring: Ring, lat: number): number[] =>
  ring.slice(1).flatMap((to, index) => {
    const from = ring[index] ?? to;
    return from[1] <= lat !== to[1] <= lat ? [from[0] + ((to[0] - from[0]) * (lat - from[1])) / (to[1] - from[1])] : [];
  });

function largest<T>(items: readonly T[], sizeOf: (item: T) => number): T {
  const sizes = items.map(sizeOf);
  return items[sizes.indexOf(Math.max(...sizes))] as T;
}
