/** How the estates of the time were built: long blocks round yards. */
import { box, turn } from './shapes.mjs';

/**
 * @import { Point } from './shapes.mjs'
 * @typedef {{ x: number, y: number, degrees: number }} Yard its middle and turn
 */

/** Metres from front to back of a block. */
const deep = 11;

/** @type {(x: number, y: number, long: number, degrees?: number) => Point[]} the outline of a block */
export const slab = (x, y, long, degrees = 0) => box(x, y, long, deep, degrees);

/** @type {(yard: Yard, dx: number, dy: number) => Point} a place in a yard, from its middle */
export const inYard = ({ x, y, degrees }, dx, dy) => turn([x + dx, y + dy], degrees, [x, y]);

/** As the sails of a mill: each block covers a corner, and from all sides one can walk in. */
const sails = [
  { dx: -9, dy: 38, long: 66, stands: 0 },
  { dx: 42, dy: 8, long: 54, stands: 90 },
  { dx: 9, dy: -38, long: 66, stands: 0 },
  { dx: -42, dy: -8, long: 54, stands: 90 },
];

/** @type {(yard: Yard) => Point[][]} the four blocks round a yard, clockwise from the north */
export const blocksRound = (yard) =>
  sails.map(({ dx, dy, long, stands }) => {
    const [x, y] = inYard(yard, dx, dy);
    return slab(x, y, long, stands + yard.degrees);
  });
