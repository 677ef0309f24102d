import type { Position, Ring } from './geometry.js';
import { orientation } from './orientation.js';
import { isBetween, samePosition } from './segments.js';

/** The corners of a closed ring: no position twice in a row, the closing one left out. */
export function cornersOf(ring: Ring): Position[] {
  const corners: Position[] = [];
  for (const position of ring) {
    const last = corners.at(-1);
    if (!last || !samePosition(last, position)) corners.push(position);
  }
  const [first, last] = [corners[0], corners.at(-1)];
  if (corners.length > 1 && first && last && samePosition(first, last)) corners.pop();
  return corners;
}

/** Degrees, about a tenth of a millimetre: what is thinner is a line that decimal fractions have bent. */
const thinnest = 1e-9;

/** Whether all corners lie on one line, so that the ring encloses nothing. */
export function isFlat(corners: readonly Position[]): boolean {
  const [x0, y0] = corners[0] ?? [0, 0];
  let [dx, dy, length] = [0, 0, 0];
  for (const [x, y] of corners) {
    const reach = Math.hypot(x - x0, y - y0);
    if (reach > length) [dx, dy, length] = [x - x0, y - y0, reach];
  }
  return corners.every(([x, y]) => Math.abs(dx * (y - y0) - dy * (x - x0)) <= thinnest * length);
}

/** Where a position lies as to a ring given by its corners. Exact. */
export function placeInRing(position: Position, corners: readonly Position[]): 'in' | 'on' | 'out' {
  const [, y] = position;
  let inside = false;
  let a = corners.at(-1);
  for (const b of corners) {
    if (a) {
      const side = orientation(a, b, position);
      if (side === 0 && isBetween(position, a, b)) return 'on';
      // An edge upwards counts where the position is left of it, one downwards where it is right of it.
      if (a[1] <= y !== b[1] <= y && side === (b[1] > a[1] ? 1 : -1)) inside = !inside;
    }
    a = b;
  }
  return inside ? 'in' : 'out';
}
