/** Meadow, grove, lawns, gardens, trees and water of Birkelunden. */
import { box, disc, row, smooth, strip, trace } from '../drawing/shapes.mjs';
import { green, water } from '../drawing/sheet.mjs';
import { avenue } from '../drawing/roadside.mjs';
import { inYard } from '../drawing/estate.mjs';
import { yards } from './blocks.mjs';

const meadow = smooth(
  trace(
    '-1100,-180 -700,-168 -380,-160 -250,-198 -120,-194 -60,-154 30,-146 92,-176 180,-172 262,-178 330,-140 520,-110 800,-150 1100,-180 1130,-260 1080,-330 760,-330 430,-400 150,-360 -60,-400 -300,-350 -560,-370 -860,-330 -1120,-300',
  ),
  { closed: true },
);

const grove = smooth(trace('-96,-10 -60,6 -20,2 24,4 52,-12 58,-44 42,-84 4,-108 -30,-92 -70,-86 -102,-62 -106,-34'), { closed: true });

const stream = strip(
  smooth(trace('-1100,-250 -760,-222 -520,-226 -400,-212 -280,-232 -160,-222 -60,-230 60,-246 160,-234 260,-252 360,-242 520,-262 800,-240 1100,-270')),
  6,
);

const lake = smooth(trace('-84,-222 -52,-198 -6,-200 26,-216 22,-242 -24,-254 -66,-244'), { closed: true });

const lawn = trace('-27,-22 0,-25 27,-22 29,0 27,22 0,25 -27,22 -29,0');
const lawns = yards.map((yard) => {
  const ring = lawn.map(([dx, dy]) => inYard(yard, dx, dy));
  return green(smooth(ring, { closed: true, steps: 3 }));
});

/** Three rows of garden plots. */
const allotments = row([-232, 0], [-166, 0], 5).flatMap(([x]) => [-142, -156, -170].map((y) => green(box(x, y, 14, 11, 2))));

const towersLawn = smooth(trace('92,-138 170,-133 248,-138 254,-164 170,-162 96,-168'), { closed: true });

const single = trace(
  '170,104 180,88 158,98 -222,66 -212,58 -190,60 -128,60 -300,96 -296,40 -258,40 22,186 44,190 -30,200 -24,214 60,216 262,150 256,128 112,-70 108,6 64,8 118,62 106,116 104,146 -118,6 -126,-88 -204,-66 -222,0 222,6 214,-14 222,60 228,100 268,-96 210,-84 84,-92 -322,-30 -326,-60 -320,-96',
);

const trees = [
  ...avenue(trace('-228,27 -116,34'), 15, 8),
  ...avenue(trace('122,34 236,27'), 15, 8),
  ...avenue(smooth(trace('-268,239 -60,250 120,244 262,250')), 18, -11),
  ...single.map(([x, y], i) => green(disc(x, y, 3.2 + (i % 3) * 0.8, 8))),
];

export const land = [
  green(meadow),
  green(grove),
  green(towersLawn),
  green(box(-294, -58, 68, 44, 84)),
  ...lawns,
  ...allotments,
  ...trees,
  water(stream),
  water(lake),
];
