import type { ExpressionSpecification, LayerSpecification } from './maplibre';

/** The source of the area's own background map. Its features say in `layer` what they are. */
export const backdropSource = 'backdrop';

/** The colours of the pale ground that marks stand on. */
export const ground = {
  paper: '#efece5',
  green: '#dce7d8',
  water: '#d3e2e6',
  road: '#ffffff',
  path: '#cdc6b9',
  building: '#d7cec0',
  buildingEdge: '#c5baa9',
  label: '#55625c',
} as const;

const is = (layer: string): ExpressionSpecification => ['==', ['get', 'layer'], layer];
const shaped = (layer: string, shape: 'LineString' | 'Polygon'): ExpressionSpecification => ['all', is(layer), ['==', ['geometry-type'], shape]];
const name: ExpressionSpecification = ['coalesce', ['get', 'name'], ['get', 'text'], ''];
const plainType = ['IBM Plex Sans Regular', 'IBM Plex Sans'];
const base = { source: backdropSource } as const;

/** Pixels of one metre on the ground at 55° north at zoom 20; each level below halves it. */
const pixelsAMetre = 2 ** 20 / 44_900;

/** The width in pixels of something as wide on the ground as its `width` (metres) says, never thinner than `least`. */
const wide = (metres: number, least: number): ExpressionSpecification => {
  const at = (zoom: number): ExpressionSpecification => ['max', least, ['*', ['coalesce', ['get', 'width'], metres], pixelsAMetre * 2 ** (zoom - 20)]];
  return ['interpolate', ['exponential', 2], ['zoom'], 12, at(12), 20, at(20)];
};

/** From below upwards: green, water, paths, roads, buildings, and names on top. */
export const backdropLayers: LayerSpecification[] = [
  { ...base, id: 'ground-green', type: 'fill', filter: shaped('green', 'Polygon'), paint: { 'fill-color': ground.green } },
  { ...base, id: 'ground-water', type: 'fill', filter: shaped('water', 'Polygon'), paint: { 'fill-color': ground.water } },
  {
    ...base,
    id: 'ground-stream',
    type: 'line',
    filter: shaped('water', 'LineString'),
    paint: { 'line-color': ground.water, 'line-width': wide(4, 1) },
  },
  {
    ...base,
    id: 'ground-path',
    type: 'line',
    filter: shaped('path', 'LineString'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': ground.path, 'line-width': wide(2, 1), 'line-dasharray': [2.2, 1.6] },
  },
  {
    ...base,
    id: 'ground-road',
    type: 'line',
    filter: shaped('road', 'LineString'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': ground.road, 'line-width': wide(9, 2) },
  },
  { ...base, id: 'ground-square', type: 'fill', filter: shaped('road', 'Polygon'), paint: { 'fill-color': ground.road } },
  {
    ...base,
    id: 'ground-building',
    type: 'fill',
    filter: shaped('building', 'Polygon'),
    paint: { 'fill-color': ground.building, 'fill-outline-color': ground.buildingEdge },
  },
  {
    ...base,
    id: 'ground-building-name',
    type: 'symbol',
    filter: ['all', is('building'), ['has', 'name']],
    minzoom: 16.4,
    layout: { 'text-field': name, 'text-font': plainType, 'text-size': 11, 'text-max-width': 7, 'text-padding': 6 },
    paint: { 'text-color': ground.label, 'text-halo-color': ground.building, 'text-halo-width': 1 },
  },
  {
    ...base,
    id: 'ground-road-name',
    type: 'symbol',
    filter: ['all', is('road'), ['has', 'name']],
    minzoom: 15,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': name,
      'text-font': plainType,
      'text-size': 11.5,
      'text-padding': 8,
    },
    paint: { 'text-color': ground.label, 'text-halo-color': ground.road, 'text-halo-width': 1.4 },
  },
  {
    ...base,
    id: 'ground-label',
    type: 'symbol',
    filter: is('label'),
    minzoom: 13,
    layout: {
      'text-field': name,
      'text-font': plainType,
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10, 16, 12.5, 19, 15],
      'text-max-width': 8,
      'text-padding': 8,
    },
    paint: { 'text-color': ground.label, 'text-halo-color': ground.paper, 'text-halo-width': 1.2 },
  },
];
