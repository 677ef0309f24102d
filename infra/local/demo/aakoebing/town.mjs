/** The town of Åkøbing west of Birkelunden: streets and houses between the fjord and the estate, on the same sheet. */
import { blocksRound, slab } from '../drawing/estate.mjs';
import { houses } from '../drawing/roadside.mjs';
import { box, disc, smooth, strip, trace } from '../drawing/shapes.mjs';
import { building, green, label, path, road, square, water } from '../drawing/sheet.mjs';
import { outskirts } from '../birkelunden/ways.mjs';

/** @import { Point } from '../drawing/shapes.mjs' */

const fjord = smooth(
  trace(
    '-1560,1300 -1590,900 -1640,620 -1614,380 -1622,250 -1618,180 -1614,120 -1614,30 -1616,-50 -1650,-130 -1720,-230 -1860,-360 -1840,-640 -1950,-900 -2050,-1300 -3400,-1400 -3600,0 -3300,1500',
  ),
  { closed: true },
);

/** Møllebækken as it comes out of Birkelunden and runs to the fjord. */
const stream = strip(smooth(trace('-1090,-250 -1240,-262 -1420,-216 -1580,-250 -1760,-250')), 8);

const banks = smooth(trace('-1080,-190 -1260,-200 -1420,-160 -1600,-180 -1700,-150 -1740,-240 -1800,-330 -1600,-320 -1400,-290 -1240,-330 -1080,-300'), {
  closed: true,
});

/** @type {Record<'torvegade' | 'strandvejen' | 'kirkegade' | 'østergade' | 'nørregade' | 'skolegade' | 'bøgevej' | 'elmevej' | 'møllevej' | 'bakkevej', Point[]>} */
const streets = {
  torvegade: smooth(trace('-1100,216 -1250,206 -1400,168 -1560,150')),
  strandvejen: smooth(trace('-1430,1200 -1480,900 -1520,600 -1490,350 -1540,150 -1570,-60 -1610,-280 -1700,-480 -1780,-900')),
  kirkegade: smooth(trace('-1400,168 -1386,330 -1300,500 -1250,760')),
  østergade: smooth(trace('-1100,216 -1084,380 -1020,560 -990,780')),
  nørregade: smooth(trace('-1492,360 -1386,330 -1084,380 -840,400 -620,380 -432,290')),
  skolegade: smooth(trace('-1100,-20 -1240,-16 -1400,20 -1554,20')),
  bøgevej: smooth(trace('-1010,-8 -990,-110 -860,-128 -700,-96 -660,20')),
  elmevej: smooth(trace('-900,214 -884,110 -900,0')),
  møllevej: smooth(trace('440,-560 150,-500 -200,-530 -600,-480 -1000,-520 -1400,-440 -1650,-390')),
  bakkevej: smooth(trace('-1340,190 -1330,90 -1350,8')),
};

const roads = [
  road(streets.torvegade, 10, 'Torvegade'),
  road(streets.strandvejen, 8, 'Strandvejen'),
  road(streets.kirkegade, 7, 'Kirkegade'),
  road(streets.østergade, 6, 'Østergade'),
  road(streets.nørregade, 7, 'Nørregade'),
  road(streets.skolegade, 7, 'Skolegade'),
  road(streets.bøgevej, 5.5, 'Bøgevej'),
  road(streets.elmevej, 5.5, 'Elmevej'),
  road(streets.møllevej, 7, 'Møllevej'),
  road(streets.bakkevej, 5.5, 'Bakkevej'),
  square(box(-1450, 160, 54, 40, -10)),
];

/** No houses in the meadow by the stream: it floods. */
const homes = houses([
  { street: streets.torvegade, every: 20, back: 14 },
  { street: streets.strandvejen.slice(0, 31), every: 34, back: 17, sides: [1] },
  { street: streets.strandvejen.slice(41), every: 34, back: 17 },
  { street: streets.kirkegade, every: 24, back: 15 },
  { street: streets.østergade, every: 30, back: 17 },
  { street: streets.nørregade, every: 30, back: 17 },
  { street: streets.skolegade, every: 28, back: 17 },
  { street: outskirts.skolevej, every: 30, back: 17 },
  { street: streets.bøgevej, every: 30, back: 17 },
  { street: streets.elmevej, every: 26, back: 17 },
  { street: streets.bakkevej, every: 26, back: 17 },
  { street: outskirts.lærkevej, every: 26, back: 17 },
  { street: outskirts.viben, every: 26, back: 17 },
  { street: streets.møllevej, every: 60, back: 24 },
]);

/** Havnekvarteret: two moles, the quay, warehouses, the old silo, and flats where the shipyard was. */
const harbour = [
  road(trace('-1560,120 -1700,116 -1760,70'), 9),
  road(trace('-1572,-50 -1690,-40 -1752,6'), 9),
  road(trace('-1596,118 -1602,-46'), 18, 'Havnegade'),
  building(box(-1584, 92, 14, 40, 2)),
  building(box(-1586, 40, 14, 44, 2), 'Pakhuset'),
  building(disc(-1588, -8, 8, 12), 'Siloen'),
  building(disc(-1586, -26, 8, 12)),
  building(slab(-1596, 300, 56, 84)),
  building(slab(-1584, 232, 56, 78)),
  building(box(-1610, 186, 26, 14, 70), 'Kajakklubben'),
  building(box(-1480, 236, 30, 12, -10), 'Åkøbing Kirke'),
  building(box(-1470, 238, 9, 20, -10)),
];

/** The middles of the yards of Fjordparken, on the hill. */
const hill = [
  { x: -800, y: 520, degrees: -14 },
  { x: -672, y: 500, degrees: -8 },
  { x: -740, y: 640, degrees: -20 },
];

const estate = [...hill.flatMap((yard) => blocksRound(yard).map((ring) => building(ring))), ...hill.map(({ x, y }) => green(disc(x, y, 24, 14)))];

const wood = green(smooth(trace('-620,720 -480,660 -300,700 -160,820 -220,1000 -480,1060 -660,940'), { closed: true }));
const churchyard = green(smooth(trace('-1512,262 -1440,270 -1424,214 -1490,206'), { closed: true }));

const names = [
  label(-2050, 60, 'Vestfjorden'),
  label(-1700, 40, 'Havnen'),
  label(-740, 560, 'Fjordparken'),
  label(-400, 860, 'Nørreskov'),
  label(-1450, 160, 'Rådhuspladsen'),
];

export const town = [
  green(banks),
  wood,
  churchyard,
  water(fjord),
  water(stream),
  ...roads,
  path(smooth(trace('-900,-176 -1100,-200 -1400,-180 -1610,-150')), 'Engstien'),
  path(smooth(trace('-740,402 -738,560 -700,700 -480,800 -300,740'))),
  ...harbour,
  ...estate,
  ...homes,
  ...names,
];
