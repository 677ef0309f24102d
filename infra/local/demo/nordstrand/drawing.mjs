/** Nordstrand as drawn: a fishing town behind the dunes, and Klitparken at its edge. */
import { blocksRound, slab } from '../drawing/estate.mjs';
import { frame } from '../drawing/frame.mjs';
import { avenue, houses } from '../drawing/roadside.mjs';
import { box, disc, smooth, trace } from '../drawing/shapes.mjs';
import { building, green, label, path, road, square, water } from '../drawing/sheet.mjs';

export const sheet = frame(9.478, 57.168, -12);

const sea = smooth(trace('-1600,620 -900,560 -300,600 200,540 700,600 1600,560 1700,1800 -1700,1800'), { closed: true });
const dunes = smooth(trace('-1500,600 -900,540 -300,580 200,520 700,580 1500,540 1400,420 700,430 150,380 -400,420 -900,390 -1400,440'), { closed: true });

const streets = {
  strandgade: smooth(trace('-1500,260 -900,230 -300,260 120,220 700,260 1500,230')),
  havnestræde: smooth(trace('-300,260 -330,380 -310,590')),
  stationsvej: smooth(trace('-300,260 -280,60 -320,-160 -300,-500')),
  klitvej: smooth(trace('-286,90 -100,60 120,70 360,40 760,60')),
  lyngvej: smooth(trace('-600,240 -620,80 -480,-20 -310,-60')),
};

const yards = [
  { x: 40, y: -40, degrees: 4 },
  { x: 164, y: -34, degrees: -4 },
  { x: 100, y: -160, degrees: 2 },
];

export const drawn = [
  green(dunes),
  water(sea),
  green(smooth(trace('240,-20 330,-30 340,-150 250,-170'), { closed: true })),
  ...yards.map(({ x, y }) => green(disc(x, y, 24, 14))),
  ...avenue(trace('20,60 120,70 360,40 500,44'), 18, 9),
  road(streets.strandgade, 9, 'Strandgade'),
  road(streets.havnestræde, 7, 'Havnestræde'),
  road(streets.stationsvej, 8, 'Stationsvej'),
  road(streets.klitvej, 7, 'Klitvej'),
  road(streets.lyngvej, 5.5, 'Lyngvej'),
  road(trace('-310,560 -290,700 -200,740'), 9),
  square(box(-250, 232, 70, 30, -4)),
  path(smooth(trace('-100,60 -30,36 60,20 100,8 103,-60 104,-104 160,-118 190,-200'))),
  path(smooth(trace('120,224 140,380 180,560')), 'Klitstien'),
  ...yards.flatMap((yard) => blocksRound(yard).map((ring, i) => building(ring, i === 0 ? 'Klitparken' : undefined))),
  building(slab(-60, -20, 50, 84)),
  building(box(-60, 40, 34, 14, 6), 'Klithuset'),
  building(box(-350, 520, 40, 16, 80), 'Auktionshallen'),
  ...houses([
    { street: streets.strandgade, every: 26, back: 15 },
    { street: streets.stationsvej, every: 28, back: 16 },
    { street: streets.lyngvej, every: 28, back: 17 },
    { street: streets.klitvej.slice(0, 3), every: 28, back: 17, sides: [1] },
  ]),
  label(0, 900, 'Havet'),
  label(-40, 480, 'Klitterne'),
  label(296, -92, 'Lyngen'),
];
