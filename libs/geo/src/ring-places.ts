import { bboxesMeet, bboxWithin } from './bbox.js';
import type { Position } from './geometry.js';
import { type GeometryFault, placeOf, type RingFacts, type Touches, type Work } from './ring-facts.js';
import { placeInRing } from './rings.js';

/** Of rings that don't cross: whether each hole lies in its shell, and no hole or part within another. */
export function placeFault(rings: readonly RingFacts[], touches: Touches, work: Work): GeometryFault | null {
  const shells = rings.filter(({ role }) => role === 'shell');
  const holesOf = new Map(shells.map((shell): [RingFacts, RingFacts[]] => [shell, []]));
  for (const hole of rings) {
    const shell = shells[hole.polygon];
    if (hole.role === 'shell' || !shell) continue;
    if (liesIn(hole, shell, work) === false) return { reason: 'GEOMETRY_HOLE_OUTSIDE', params: {}, path: hole.path };
    holesOf.get(shell)?.push(hole);
  }
  for (const holes of holesOf.values()) {
    for (const [one, other] of pairsThatMeet(holes, work)) {
      const inner = liesIn(one, other, work) ? one : liesIn(other, one, work) ? other : null;
      if (inner) return { reason: 'GEOMETRY_RINGS_CROSS', params: placeOf(inner.corners[0] as Position), path: inner.path };
    }
  }
  for (const [one, other] of pairsThatMeet(shells, work)) {
    const [ofOne, ofOther] = [holesOf.get(one) ?? [], holesOf.get(other) ?? []];
    const touching = [one, ...ofOne].some((a) => [other, ...ofOther].some((b) => touches.get(a, b)));
    const at = sharedPlace(one, other, ofOther, touching, work) ?? sharedPlace(other, one, ofOne, touching, work);
    if (at) return { reason: 'GEOMETRY_PARTS_OVERLAP', params: placeOf(at), path: (one.id > other.id ? one : other).path };
  }
  return null;
}

/** Whether a ring lies in another that it doesn't cross; undefined where the work ran out. */
function liesIn(inner: RingFacts, outer: RingFacts, work: Work): boolean | undefined {
  if (!bboxWithin(inner.box, outer.box)) return false;
  for (const corner of inner.corners) {
    work.left -= outer.corners.length;
    if (work.left < 0) return undefined;
    const place = placeInRing(corner, outer.corners);
    if (place !== 'on') return place === 'in';
  }
  return undefined;
}

/**
 * A place of one part that lies inside another, or undefined. Parts that don't touch lie wholly in or
 * wholly out, so one corner tells; else they may cross in a shared corner, and every corner and the middle
 * of every edge is looked at (and its surroundings, as a middle is rounded).
 */
function sharedPlace(shell: RingFacts, other: RingFacts, holes: readonly RingFacts[], touching: boolean, work: Work): Position | undefined {
  const isIn = (place: Position): boolean => placeInRing(place, other.corners) === 'in' && holes.every((hole) => placeInRing(place, hole.corners) === 'out');
  const steps = other.corners.length + holes.reduce((sum, { corners }) => sum + corners.length, 0);
  const places = touching
    ? shell.corners.flatMap((corner, index) => [corner, middle(corner, shell.corners[(index + 1) % shell.corners.length] ?? corner)])
    : shell.corners.slice(0, 1);
  return places.find((place) => {
    work.left -= steps;
    return work.left >= 0 && isIn(place) && (!touching || around(place).every(isIn));
  });
}

/** A tenth of a millimetre to the four sides. */
const around = ([x, y]: Position): Position[] => [
  [x - 1e-9, y],
  [x + 1e-9, y],
  [x, y - 1e-9],
  [x, y + 1e-9],
];

const middle = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** The pairs of rings whose boxes meet, in order of longitude. */
function* pairsThatMeet(rings: readonly RingFacts[], work: Work): Generator<[RingFacts, RingFacts]> {
  const byWest = [...rings].sort((one, other) => one.box[0] - other.box[0]);
  for (const [index, one] of byWest.entries()) {
    for (let next = index + 1; next < byWest.length; next += 1) {
      const other = byWest[next];
      work.left -= 1;
      if (!other || other.box[0] > one.box[2] || work.left < 0) break;
      if (bboxesMeet(one.box, other.box)) yield [one, other];
    }
  }
}
