/**
 * From metres round an origin to WGS84 (RFC 7946: longitude first, rings counter-clockwise and closed).
 * @import { Point } from './shapes.mjs'
 * @typedef {[number, number]} Position degrees
 * @typedef {{ type: 'Point', coordinates: Position } | { type: 'LineString', coordinates: Position[] } | { type: 'Polygon', coordinates: Position[][] }} Geometry
 * @typedef {ReturnType<typeof frame>} Frame
 */
import { turn } from './shapes.mjs';

/** Metres a degree on the WGS84 ellipsoid at a latitude, by the usual series; the error is under a centimetre here. */
const metresPerDegree = (/** @type {number} */ lat) => {
  const phi = (lat * Math.PI) / 180;
  return {
    lon: 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    lat: 111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  };
};

const twiceArea = (/** @type {Point[]} */ ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/**
 * A sheet of paper laid on the globe: drawn in metres, read in degrees with seven decimals (a centimetre).
 * @param {number} lon of the origin
 * @param {number} lat of the origin
 * @param {number} degrees the sheet is turned, counter-clockwise
 */
export const frame = (lon, lat, degrees = 0) => {
  const scale = metresPerDegree(lat);
  /** @type {(point: Point) => Position} */
  const position = (point) => {
    const [x, y] = turn(point, degrees);
    return [Number((lon + x / scale.lon).toFixed(7)), Number((lat + y / scale.lat).toFixed(7))];
  };
  return {
    /** @type {(x: number, y: number) => Geometry} */
    point: (x, y) => ({ type: 'Point', coordinates: position([x, y]) }),
    /** @type {(points: Point[]) => Geometry} */
    line: (points) => ({ type: 'LineString', coordinates: points.map(position) }),
    /** @type {(ring: Point[]) => Geometry} */
    zone: (ring) => {
      const positions = (twiceArea(ring) < 0 ? ring.toReversed() : ring).map(position);
      return { type: 'Polygon', coordinates: [[...positions, /** @type {Position} */ (positions[0])]] };
    },
  };
};
