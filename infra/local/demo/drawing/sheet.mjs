/**
 * What a background map is drawn of, in metres, and how it becomes the area's own backdrop.
 * @import { Point } from './shapes.mjs'
 * @import { Frame, Geometry } from './frame.mjs'
 * @typedef {'building' | 'path' | 'road' | 'green' | 'water' | 'label'} Layer
 * @typedef {{ layer: Layer, shape: 'zone' | 'line' | 'point', points: Point[], name?: string, width?: number }} Stroke `width` in metres, of roads and paths
 * @typedef {{ type: 'Feature', geometry: Geometry, properties: { layer: Layer, name?: string, width?: number } }} BackdropFeature
 * @typedef {{ type: 'FeatureCollection', features: BackdropFeature[] }} Backdrop
 */

/** @type {(ring: Point[], name?: string) => Stroke} */
export const building = (points, name) => ({ layer: 'building', shape: 'zone', points, name });
/** @type {(ring: Point[]) => Stroke} */
export const green = (points) => ({ layer: 'green', shape: 'zone', points });
/** @type {(ring: Point[]) => Stroke} */
export const water = (points) => ({ layer: 'water', shape: 'zone', points });
/** @type {(points: Point[], width: number, name?: string) => Stroke} */
export const road = (points, width, name) => ({ layer: 'road', shape: 'line', points, width, name });
/** @type {(ring: Point[]) => Stroke} paved ground: a square, a school yard */
export const square = (points) => ({ layer: 'road', shape: 'zone', points });
/** @type {(points: Point[], name?: string) => Stroke} */
export const path = (points, name) => ({ layer: 'path', shape: 'line', points, width: 2, name });
/** @type {(x: number, y: number, name: string) => Stroke} */
export const label = (x, y, name) => ({ layer: 'label', shape: 'point', points: [[x, y]], name });

/** @type {(frame: Frame, stroke: Stroke) => Geometry} */
const placed = (frame, { shape, points }) => {
  const [[x, y] = [0, 0]] = points;
  return shape === 'zone' ? frame.zone(points) : shape === 'line' ? frame.line(points) : frame.point(x, y);
};

/** @type {(frame: Frame, strokes: Stroke[]) => Backdrop} in the order drawn: what comes later lies on top */
export const backdrop = (frame, strokes) => ({
  type: 'FeatureCollection',
  features: strokes.map((stroke) => ({
    type: 'Feature',
    geometry: placed(frame, stroke),
    properties: { layer: stroke.layer, ...(stroke.name && { name: stroke.name }), ...(stroke.width && { width: stroke.width }) },
  })),
});

/** @type {(strokes: Stroke[], middle: Point, metres: number) => Stroke[]} what comes within a distance of a place: the surroundings of a small area */
export const near = (strokes, [x, y], metres) => strokes.filter(({ points }) => points.some(([px, py]) => Math.hypot(px - x, py - y) < metres));
