/** Streets, car parks and paths of Birkelunden. The streets run on out of the area: an estate is not an island. */
import { box, smooth, trace } from '../drawing/shapes.mjs';
import { path, road, square } from '../drawing/sheet.mjs';
import { inYard } from '../drawing/estate.mjs';
import { yards } from './blocks.mjs';

const ring = smooth(trace('-240,60 -236,146 -186,173 -60,171 60,168 180,164 234,140 244,40 234,-60 198,-108 90,-108 0,-130 -120,-132 -212,-96 -240,-20'), {
  closed: true,
});

const fjordvejen = smooth(trace('-1100,216 -700,212 -480,226 -250,240 -60,250 120,244 290,252 480,274 760,300 1100,290'));
const lundevej = smooth(trace('-240,26 -150,32 -60,36 40,36 120,34 243,26'));

/** Streets of detached houses just outside. */
export const outskirts = {
  skolevej: smooth(trace('-338,20 -480,36 -700,20 -1100,-20')),
  lærkevej: smooth(trace('-440,228 -430,300 -330,336 -120,346 60,344 190,330 206,248')),
  viben: smooth(trace('-420,32 -430,110 -380,160 -360,232')),
};

const roads = [
  road(outskirts.lærkevej, 5.5, 'Lærkevej'),
  road(outskirts.viben, 5.5, 'Vibevej'),
  road(fjordvejen, 10, 'Fjordvejen'),
  road([...ring, ...ring.slice(0, 1)], 7, 'Birkeringen'),
  road(smooth(trace('8,248 4,208 2,170')), 7, 'Birkelunden'),
  road(lundevej, 6, 'Lundevej'),
  road([...smooth(trace('-240,26 -290,21 -338,20')), ...outskirts.skolevej], 7, 'Skolevej'),
  road(smooth(trace('232,-66 292,-100 352,-180 372,-260 380,-360 440,-560 460,-800')), 7, 'Åvej'),
];

/** Drawn as broad, short streets, each with its way in. */
const carParks = [
  road(trace('-200,185 -54,189'), 11),
  road(trace('-60,189 -60,171'), 5),
  road(trace('66,187 212,190'), 11),
  road(trace('72,187 72,168'), 5),
  road(trace('266,98 277,-30'), 11),
  road(trace('242,60 270,64'), 5),
  road(trace('100,-125 232,-125'), 9),
  road(trace('104,-108 104,-125'), 5),
  road(trace('-138,152 -104,152'), 16),
  road(trace('-112,150 -112,172'), 5),
];

/** The paving of the square and of the school yard. */
const squares = [square(box(166, 94, 58, 44, -4)), square(box(-168, 63, 76, 20, 2))];

const acrossYards = yards.map((yard) => path(smooth([inYard(yard, 33, 50), inYard(yard, 20, 10), inYard(yard, -20, -10), inYard(yard, -33, -50)])));

const paths = [
  path(smooth(trace('150,62 164,84 186,110 206,136 228,170 250,214 262,254 296,310 372,372 520,440 700,470')), 'Stationsstien'),
  path(smooth(trace('-126,74 -112,40 -62,8 -22,-28 6,-80 20,-128 44,-168 58,-226 46,-290 60,-380 20,-600')), 'Åstien'),
  path(smooth(trace('150,62 112,24 98,-18 97,-62 68,-98 24,-128')), 'Stien bag vaskeriet'),
  path(smooth(trace('-114,-34 -92,-44 -40,-56 10,-50 52,-24 98,-12'))),
  path(smooth(trace('-4,10 -14,-10 -22,-28'))),
  path(smooth(trace('-900,-176 -640,-190 -480,-190 -320,-186 -200,-200 -90,-182 44,-168 140,-190 250,-198 358,-190')), 'Engstien'),
  path(smooth(trace('-240,-36 -254,-20 -290,4 -330,20'))),
  path(smooth(trace('-66,-116 -72,-134 -100,-158 -118,-188'))),
  path(smooth(trace('-166,54 -164,42 -160,32'))),
  path(smooth(trace('-240,66 -252,68'))),
  path(smooth(trace('243,20 262,16 340,22 520,60 760,90'))),
  path(smooth(trace('-238,-150 -190,-153 -144,-151 -112,-166'))),
];

export const ways = [...roads, ...carParks, ...squares, ...acrossYards, ...paths];
