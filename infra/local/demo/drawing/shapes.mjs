/**
 * Plain shapes in metres, x to the east and y to the north, for drawing a fictional place by hand.
 * A ring is open here (its first point is not repeated); the frame closes it.
 * @typedef {[number, number]} Point metres
 */

/** @type {(points: string) => Point[]} points as they are written in SVG: '0,0 40,12 60,-5' */
export const trace = (points) => points.split(' ').map((point) => /** @type {Point} */ (point.split(',').map(Number)));

/** @type {(point: Point, degrees: number, round?: Point) => Point} turns counter-clockwise */
export const turn = ([x, y], degrees, [cx, cy] = [0, 0]) => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
};

/** @type {(x: number, y: number, width: number, height: number, degrees?: number) => Point[]} a rectangle round its middle */
export const box = (x, y, width, height, degrees = 0) => {
  const [w, h] = [width / 2, height / 2];
  /** @type {Point[]} */
  const corners = [
    [x - w, y - h],
    [x + w, y - h],
    [x + w, y + h],
    [x - w, y + h],
  ];
  return corners.map((corner) => turn(corner, degrees, [x, y]));
};

/** @type {(x: number, y: number, radius: number, sides?: number, squeeze?: number) => Point[]} a circle or, squeezed, an ellipse */
export const disc = (x, y, radius, sides = 24, squeeze = 1) =>
  Array.from({ length: sides }, (_, i) => {
    const angle = (2 * Math.PI * i) / sides;
    return [x + radius * Math.cos(angle), y + radius * squeeze * Math.sin(angle)];
  });

/**
 * A soft line through every point (Catmull-Rom), as roads, paths and shores run.
 * @type {(points: Point[], options?: { closed?: boolean, steps?: number }) => Point[]}
 */
export const smooth = (points, { closed = false, steps = 6 } = {}) => {
  const last = points.length - 1;
  /** @type {(i: number) => Point} */
  const at = (i) => /** @type {Point} */ (points[closed ? (i + points.length) % points.length : Math.min(Math.max(i, 0), last)]);
  /** @type {Point[]} */
  const line = [];
  for (let i = 0; i < (closed ? points.length : last); i += 1) {
    const [a, b, c, d] = /** @type {[Point, Point, Point, Point]} */ ([at(i - 1), at(i), at(i + 1), at(i + 2)]);
    for (let step = 0; step < steps; step += 1) {
      const t = step / steps;
      /** @type {(axis: 0 | 1) => number} */
      const along = (axis) =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t ** 2 +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3);
      line.push([along(0), along(1)]);
    }
  }
  return closed ? line : [...line, at(last)];
};

/** @type {(points: Point[], width: number) => Point[]} the strip `width` metres wide along a line: a stream, a hedge, a car park */
export const strip = (points, width) => {
  /** @type {(side: number) => Point[]} */
  const edge = (side) =>
    points.map(([x, y], i) => {
      const [from, to] = /** @type {[Point, Point]} */ ([points[Math.max(i - 1, 0)], points[Math.min(i + 1, points.length - 1)]]);
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      return [x - (side * width * (to[1] - from[1])) / (2 * length), y + (side * width * (to[0] - from[0])) / (2 * length)];
    });
  return [...edge(-1), ...edge(1).toReversed()];
};

/** @type {(from: Point, to: Point, count: number) => Point[]} points at equal distances, both ends included: trees, garden plots */
export const row = (from, to, count) =>
  Array.from({ length: count }, (_, i) => {
    const t = count === 1 ? 0 : i / (count - 1);
    return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
  });
