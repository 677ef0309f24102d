/** The boundaries of the areas of Åkøbing, on its sheet. */
import { smooth, trace } from '../drawing/shapes.mjs';
import { sheet } from './sheet.mjs';

export const boundaries = {
  town: sheet.zone(
    smooth(trace('-1780,800 -1200,860 -700,800 -300,560 420,440 480,40 420,-330 -300,-420 -1000,-600 -1760,-560 -1800,-100'), { closed: true, steps: 3 }),
  ),
  birkelunden: sheet.zone(trace('-338,224 -60,236 338,242 348,-120 262,-266 -40,-282 -330,-250')),
  square: sheet.zone(trace('122,146 222,142 226,52 124,54')),
  harbour: sheet.zone(trace('-1780,360 -1500,352 -1440,130 -1520,-90 -1790,-90')),
  hill: sheet.zone(trace('-890,600 -800,720 -660,720 -590,560 -612,420 -850,428')),
};
