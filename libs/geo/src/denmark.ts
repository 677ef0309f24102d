import type { Bbox } from './bbox.js';
import type { Geometry, Position } from './geometry.js';

/** Denmark with a margin, in degrees. Its longitudes and latitudes don't overlap, so a swap shows. */
export const denmark: Bbox = [7.5, 54.3, 15.6, 58.0];

/** Whether a box lies outside Denmark but inside it once longitude and latitude change places. */
export const looksSwapped = ([west, south, east, north]: Bbox): boolean =>
  south >= denmark[0] && north <= denmark[2] && west >= denmark[1] && east <= denmark[3];

/** The same geometry with the two numbers of every position exchanged. */
export function swapped(geometry: Geometry): Geometry {
  const swap = ([x, y]: Position): Position => [y, x];
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: swap(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(swap) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(swap)) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(swap))) };
  }
}
