import { type Geometry, type Position, positionsOf } from './geometry.js';

/** West, south, east, north in degrees (RFC 7946 section 5). */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** The smallest box round some positions. None at all give a box that nothing lies in. */
export function bboxOf(positions: readonly Position[]): Bbox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

export const bboxOfGeometry = (geometry: Geometry): Bbox => bboxOf(positionsOf(geometry));

/** The smallest box round several boxes, or null where there are none. */
export function bboxUnion(boxes: readonly Bbox[]): Bbox | null {
  if (boxes.length === 0) return null;
  return bboxOf(
    boxes.flatMap(([west, south, east, north]): Position[] => [
      [west, south],
      [east, north],
    ]),
  );
}

/** Whether two boxes share at least a point. */
export const bboxesMeet = (a: Bbox, b: Bbox): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Whether the first box lies within the second, edges included. */
export const bboxWithin = (inner: Bbox, outer: Bbox): boolean => inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
