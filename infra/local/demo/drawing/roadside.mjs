/** What lines a street: detached houses on both sides, or trees. */
import { box, disc } from './shapes.mjs';
import { building, green } from './sheet.mjs';

/**
 * @import { Point } from './shapes.mjs'
 * @typedef {{ x: number, y: number, degrees: number, left: Point }} Place on a street; `left` is the unit vector to the left
 * @typedef {{ street: Point[], every: number, back: number, sides?: number[] }} Frontage metres between houses, metres from the street's middle; 1 is the left side, -1 the right
 */

const apart = (/** @type {Point} */ [ax, ay], /** @type {Point} */ [bx, by]) => Math.hypot(bx - ax, by - ay);

/** @type {(line: Point[], every: number) => Place[]} places at equal distances along a line */
const along = (line, every) => {
  /** @type {Place[]} */
  const places = [];
  let ahead = every / 2;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = /** @type {[Point, Point]} */ ([line[i - 1], line[i]]);
    const length = apart(a, b);
    const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    for (; ahead < length; ahead += every) {
      places.push({ x: a[0] + dx * ahead, y: a[1] + dy * ahead, degrees: (Math.atan2(dy, dx) * 180) / Math.PI, left: [-dy, dx] });
    }
    ahead -= length;
  }
  return places;
};

/** @type {(points: Point[], place: Point) => number} metres to the nearest of the places along a line */
const nearest = (points, place) => Math.min(...points.map((point) => apart(point, place)));

/**
 * Detached houses with gardens. No two neighbours stand quite alike, and none stands in a crossing street or another's garden.
 * @param {Frontage[]} frontages
 */
export const houses = (frontages) => {
  const asphalt = frontages.flatMap(({ street }) => along(street, 8).map(({ x, y }) => /** @type {Point} */ ([x, y])));
  /** @type {Point[]} */
  const taken = [];
  return frontages.flatMap(({ street, every, back, sides = [1, -1] }) =>
    along(street, every).flatMap(({ x, y, degrees, left }, i) =>
      sides.flatMap((side) => {
        const wave = Math.sin(i * 2.4 + side);
        const off = (back + 2 * wave) * side;
        /** @type {Point} */
        const at = [x + left[0] * off, y + left[1] * off];
        if (nearest(asphalt, at) < back - 4 || nearest(taken, at) < 17) return [];
        taken.push(at);
        return building(box(at[0], at[1], 12 + 2 * wave, 9 - wave, degrees + (i % 3 === 0 ? 90 : 0)));
      }),
    ),
  );
};

/** Trees on one side of a line; a negative `off` (metres) is to the right. */
export const avenue = (/** @type {Point[]} */ line, every = 13, off = 7, radius = 3.4) =>
  along(line, every).map(({ x, y, left }) => green(disc(x + left[0] * off, y + left[1] * off, radius, 8)));
