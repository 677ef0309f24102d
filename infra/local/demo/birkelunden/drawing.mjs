/** Birkelunden as drawn, in metres round its own middle. */
import { label } from '../drawing/sheet.mjs';
import { buildings } from './blocks.mjs';
import { land } from './land.mjs';
import { ways } from './ways.mjs';

/** What has no building to carry its name. */
const names = [
  label(-34, -38, 'Lunden'),
  label(-30, -227, 'Møllesøen'),
  label(166, 98, 'Torvet'),
  label(-294, -58, 'Boldbanen'),
  label(-199, -156, 'Nyttehaverne'),
  label(-210, -258, 'Ådalen'),
];

export const estate = [...land, ...ways, ...buildings, ...names];
