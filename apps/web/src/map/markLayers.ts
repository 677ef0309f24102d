import { type FeatureKind, kindNames, symbology } from '@kvarter/geo';
import type { ExpressionSpecification, LayerSpecification } from './maplibre';
import { gapImage } from './symbols';

/** The sources of everything that stands on the ground. */
export const sources = {
  boundary: 'boundary',
  gaps: 'gaps',
  figures: 'figures',
  places: 'places',
  moves: 'moves',
  chosen: 'chosen',
  sketch: 'sketch',
  grips: 'grips',
  self: 'self',
} as const;

/** The layers a click can hit, the topmost first. */
export const hitLayers = ['mark-icon', 'figure-line-hit', 'figure-fill'] as const;

const fjord = '#0f5c5c';
const focus = '#1d5fd1';
const white = '#ffffff';
const strongType = ['IBM Plex Sans SemiBold', 'IBM Plex Sans'];

/** A value that depends on the kind of the mark, as an expression on its `kind`. */
const byKind = (value: (kind: FeatureKind) => string): ExpressionSpecification =>
  // The specification's tuple type can't say "pairs, then a fallback" for a computed list.
  ['match', ['get', 'kind'], ...kindNames.flatMap((kind) => [kind, value(kind)]), value('NOTE')] as unknown as ExpressionSpecification;

const color = byKind((kind) => symbology[kind].color);
const faded = (full: number, less: number): ExpressionSpecification => ['case', ['get', 'faded'], less, full];
const isLine: ExpressionSpecification = ['match', ['geometry-type'], ['LineString', 'MultiLineString'], true, false];
const isZone: ExpressionSpecification = ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false];
/** Symbols shrink when one looks from afar, so that they don't cover what they mark. */
const symbolSize: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 13, 0.5, 14.6, 0.72, 16, 1, 19, 1.15];

const boundary: LayerSpecification[] = [
  {
    id: 'boundary-halo',
    source: sources.boundary,
    type: 'line',
    paint: { 'line-color': white, 'line-width': 6, 'line-opacity': 0.55 },
  },
  {
    id: 'boundary-line',
    source: sources.boundary,
    type: 'line',
    paint: {
      'line-color': fjord,
      'line-width': ['interpolate', ['linear'], ['zoom'], 12, 1.5, 15, 2.5],
      'line-dasharray': [4, 2.4],
    },
  },
];

/** What nobody knows of, hatched under all marks. */
const gapZones: LayerSpecification[] = [
  { id: 'gap-fill', source: sources.gaps, type: 'fill', filter: isZone, paint: { 'fill-pattern': gapImage } },
  {
    id: 'gap-edge',
    source: sources.gaps,
    type: 'line',
    filter: isZone,
    paint: { 'line-color': '#1f2a33', 'line-width': 1.5, 'line-dasharray': [3, 2] },
  },
];

/** Its numbers, as in the list beside the map: above all marks, or they would be hidden where much lies together. */
const gapNumbers: LayerSpecification[] = [
  {
    id: 'gap-spot',
    source: sources.gaps,
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 15, 'circle-color': white, 'circle-stroke-color': '#1f2a33', 'circle-stroke-width': 1.5 },
  },
  {
    id: 'gap-number',
    source: sources.gaps,
    type: 'symbol',
    layout: { 'text-field': ['get', 'number'], 'text-font': strongType, 'text-size': 17, 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': '#1f2a33', 'text-halo-color': white, 'text-halo-width': 3 },
  },
];

const figures: LayerSpecification[] = [
  {
    id: 'figure-fill',
    source: sources.figures,
    type: 'fill',
    filter: isZone,
    layout: { 'fill-sort-key': ['get', 'rank'] },
    paint: { 'fill-color': color, 'fill-opacity': faded(0.16, 0.07) },
  },
  {
    id: 'figure-hatch',
    source: sources.figures,
    type: 'fill',
    filter: isZone,
    layout: { 'fill-sort-key': ['get', 'rank'] },
    paint: { 'fill-pattern': ['image', ['concat', 'hatch-', ['get', 'kind']]], 'fill-opacity': faded(1, 0.4) },
  },
  {
    id: 'figure-edge',
    source: sources.figures,
    type: 'line',
    filter: ['all', isZone, ['!', ['get', 'faded']]],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': 2 },
  },
  {
    id: 'figure-edge-faded',
    source: sources.figures,
    type: 'line',
    filter: ['all', isZone, ['get', 'faded']],
    paint: { 'line-color': color, 'line-width': 1.5, 'line-opacity': 0.6, 'line-dasharray': [2, 2] },
  },
  {
    id: 'figure-line-halo',
    source: sources.figures,
    type: 'line',
    filter: isLine,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': white, 'line-width': 7, 'line-opacity': faded(0.9, 0.5) },
  },
  {
    id: 'figure-line',
    source: sources.figures,
    type: 'line',
    filter: isLine,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': 3.5, 'line-opacity': faded(1, 0.5), 'line-dasharray': [0.1, 1.9] },
  },
  {
    // Wide and unseen: a finger can hit a line.
    id: 'figure-line-hit',
    source: sources.figures,
    type: 'line',
    filter: isLine,
    paint: { 'line-width': 22, 'line-opacity': 0 },
  },
];

const moves: LayerSpecification[] = [
  {
    id: 'move-ghost',
    source: sources.moves,
    type: 'symbol',
    filter: ['==', ['get', 'part'], 'ghost'],
    layout: {
      'icon-image': ['concat', 'kind-', ['get', 'kind']],
      'icon-size': symbolSize,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': 0.4 },
  },
  {
    id: 'move-line',
    source: sources.moves,
    type: 'line',
    filter: ['==', ['get', 'part'], 'line'],
    paint: { 'line-color': '#1f2a33', 'line-width': 2, 'line-dasharray': [2, 1.5] },
  },
  {
    id: 'move-head',
    source: sources.moves,
    type: 'symbol',
    filter: ['==', ['get', 'part'], 'line'],
    layout: {
      'symbol-placement': 'line-center',
      'icon-image': 'arrow-head',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
];

const marks: LayerSpecification[] = [
  {
    id: 'chosen-edge',
    source: sources.chosen,
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': focus, 'line-width': 3, 'line-gap-width': 3 },
  },
  {
    id: 'mark-icon',
    source: sources.places,
    type: 'symbol',
    layout: {
      'symbol-sort-key': ['get', 'rank'],
      'icon-image': ['concat', 'kind-', ['get', 'kind']],
      'icon-size': symbolSize,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': faded(1, 0.5) },
  },
  {
    id: 'mark-badge',
    source: sources.places,
    type: 'symbol',
    filter: ['!=', ['get', 'badge'], null],
    layout: {
      'icon-image': ['concat', 'badge-', ['get', 'badge']],
      'icon-size': symbolSize,
      'icon-offset': [13, -13],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
  {
    // A layer of its own: names give way to each other, icons never do.
    id: 'mark-name',
    source: sources.places,
    type: 'symbol',
    minzoom: 14.8,
    layout: {
      'symbol-sort-key': ['-', 0, ['get', 'rank']],
      'text-field': ['get', 'name'],
      'text-font': strongType,
      'text-size': ['interpolate', ['linear'], ['zoom'], 15, 11, 17, 13],
      'text-anchor': 'top',
      'text-offset': [0, 1.5],
      'text-max-width': 9,
      'text-padding': 4,
    },
    paint: {
      'text-color': '#1f2a33',
      'text-opacity': faded(1, 0.7),
      'text-halo-color': 'rgba(255,255,255,0.92)',
      'text-halo-width': 1.6,
    },
  },
  {
    id: 'chosen-ring',
    source: sources.chosen,
    type: 'circle',
    filter: ['==', ['get', 'part'], 'place'],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 13, 12, 16, 21.5, 19, 24],
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': focus,
      'circle-stroke-width': 3,
    },
  },
];

const sketch: LayerSpecification[] = [
  {
    id: 'sketch-fill',
    source: sources.sketch,
    type: 'fill',
    filter: isZone,
    paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.22 },
  },
  {
    id: 'sketch-halo',
    source: sources.sketch,
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': white, 'line-width': 5 },
  },
  {
    id: 'sketch-line',
    source: sources.sketch,
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': ['get', 'color'], 'line-width': 2.5 },
  },
  {
    id: 'sketch-place',
    source: sources.sketch,
    type: 'symbol',
    filter: ['==', ['geometry-type'], 'Point'],
    layout: { 'icon-image': ['concat', 'kind-', ['get', 'kind']], 'icon-allow-overlap': true },
  },
  {
    id: 'grip',
    source: sources.grips,
    type: 'circle',
    filter: ['!=', ['get', 'what'], 'whole'],
    paint: {
      'circle-radius': ['case', ['get', 'chosen'], 9, ['==', ['get', 'what'], 'middle'], 5, 7],
      'circle-color': ['case', ['get', 'chosen'], focus, ['==', ['get', 'what'], 'middle'], '#e8f0ef', white],
      'circle-stroke-color': ['case', ['get', 'chosen'], white, fjord],
      'circle-stroke-width': ['case', ['==', ['get', 'what'], 'middle'], 1.5, 2.5],
    },
  },
  {
    // Wide and unseen: a grip for a finger is 44 pixels across.
    id: 'grip-hit',
    source: sources.grips,
    type: 'circle',
    paint: { 'circle-radius': 22, 'circle-opacity': 0 },
  },
];

const self: LayerSpecification = {
  id: 'self',
  source: sources.self,
  type: 'circle',
  paint: { 'circle-radius': 7, 'circle-color': focus, 'circle-stroke-color': white, 'circle-stroke-width': 3 },
};

/** Everything above the ground, from below upwards. */
export const markLayers: LayerSpecification[] = [...boundary, ...gapZones, ...figures, ...moves, ...marks, ...gapNumbers, self, ...sketch];
