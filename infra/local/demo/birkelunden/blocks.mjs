/** The buildings of Birkelunden: three-storey blocks round yards, rows along the road, point blocks by the stream, and what people share. */
import { blocksRound, inYard, slab } from '../drawing/estate.mjs';
import { box, trace } from '../drawing/shapes.mjs';
import { building } from '../drawing/sheet.mjs';

/** @import { Point } from '../drawing/shapes.mjs' */

/** A block with its number, as people say it. */
const block = (/** @type {number} */ number, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ long, degrees = 0) =>
  building(slab(x, y, long, degrees), `Blok ${number}`);

/** The four yards, with the number of their first block. Lawns and paths follow them. */
export const yards = [
  { first: 5, x: -62, y: 92, degrees: 2 },
  { first: 9, x: 56, y: 90, degrees: -2 },
  { first: 13, x: -166, y: -34, degrees: -3 },
  { first: 17, x: 152, y: -38, degrees: 4 },
];

const yardBlocks = yards.flatMap((yard) => blocksRound(yard).map((ring, i) => building(ring, `Blok ${yard.first + i}`)));

const bicycleSheds = yards.flatMap((yard) =>
  [-1, 1].map((side) => {
    const [x, y] = inYard(yard, 30 * side, -26 * side);
    return building(box(x, y, 9, 4, yard.degrees));
  }),
);

/** A point block of eight storeys. */
const tower = (/** @type {number} */ number, /** @type {number} */ x, /** @type {number} */ y) => building(box(x, y, 20, 20, 14), `Blok ${number}`);

/** @type {Point[]} a comb: a long corridor with wings of classrooms */
const school = trace(
  '-216,132 -216,119 -206,119 -206,80 -193,80 -193,119 -175,119 -175,80 -162,80 -162,119 -144,119 -144,80 -131,80 -131,119 -120,119 -120,132',
);

export const buildings = [
  block(1, -168, 201, 66, 2),
  block(2, -86, 207, 66, 2),
  block(3, 98, 207, 66, 0),
  block(4, 180, 211, 66, 4),
  ...yardBlocks,
  ...bicycleSheds,
  block(21, 285, 118, 54, 82),
  block(22, 302, 52, 54, 82),
  block(23, 296, -16, 54, 82),
  tower(24, 128, -149),
  tower(25, 178, -142),
  tower(26, 228, -151),
  building(school, 'Lundeskolen'),
  building(box(-168, 149, 36, 20), 'Lundeskolens hal'),
  building(box(158, 127, 56, 14, -3), 'Butikkerne'),
  building(box(205, 88, 14, 56, -4)),
  building(box(146, 74, 24, 17, -5), 'Lokalbiblioteket'),
  building(box(78, -54, 24, 12, 82), 'Vaskeriet'),
  building(box(-4, 17, 32, 12, -2), 'Beboerhuset'),
  building(box(-66, -108, 34, 14, 5), 'Klub Lunden'),
  building(box(-88, -101, 12, 22, 5)),
  building(box(-268, 74, 30, 13, 84), 'Børnehuset Spiren'),
  building(box(-281, 64, 13, 22, 84)),
  building(box(-268, -100, 20, 9, -8), 'Klubhuset ved boldbanen'),
  building(box(36, 208, 18, 9, 2), 'Driftskontoret'),
  building(box(-150, -168, 9, 6, 2), 'Fælleshuset i nyttehaverne'),
  building(box(262, -70, 30, 6, 82), 'Garagerne'),
  building(box(-232, 194, 36, 6, 2)),
];
