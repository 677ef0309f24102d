import type { Translation } from '../platform/i18n/texts';
import type { da } from './map.da';

export const en: Translation<typeof da> = {
  overview: 'Map of the areas. The same areas are in the table.',
  boundary: 'Map to draw the boundary on. Arrow keys move the map, Enter sets a corner under the crosshair.',
  draw: 'Draw the boundary',
  drawHelp: 'Click the corners one by one. End at the first one.',
  drawMore: (corners) => `${corners} ${corners === 1 ? 'corner' : 'corners'} set. End at the first one, or press Done.`,
  setHere: 'Set corner here',
  takeBack: 'Remove last corner',
  finish: 'Done',
  reshapeHelp: 'Drag the corners to mend it. Drag the middle of a side for a new corner.',
  again: 'Draw anew',
  gaps: 'Map of what you do not know. The same places are in the list under the same numbers.',
  place: 'Map to set the place on. Arrow keys move the map, Enter sets the place under the crosshair.',
  placeHelp: 'Press on the map, or set the place under the crosshair.',
  placeSet: 'The place is set. Press elsewhere to move it.',
  placeHere: 'Set the place here',
  placeAway: 'Remove the place',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
};
