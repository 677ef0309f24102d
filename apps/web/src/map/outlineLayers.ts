import type { LayerSpecification } from './maplibre';

/** The source of areas that are shown by their outline. */
export const outlines = 'outlines';

const fjord = '#0f5c5c';

/** Areas as pale surfaces with their dashed boundary; the selected one stronger. */
export const outlineLayers: LayerSpecification[] = [
  { id: 'outline-fill', source: outlines, type: 'fill', paint: { 'fill-color': fjord, 'fill-opacity': ['case', ['get', 'selected'], 0.2, 0.06] } },
  {
    id: 'outline-line',
    source: outlines,
    type: 'line',
    paint: { 'line-color': fjord, 'line-width': ['case', ['get', 'selected'], 3, 1.5], 'line-dasharray': [4, 2.4] },
  },
];

export const nameLayer: LayerSpecification = {
  id: 'outline-name',
  source: outlines,
  type: 'symbol',
  layout: { 'text-field': ['get', 'name'], 'text-font': ['IBM Plex Sans SemiBold', 'IBM Plex Sans'], 'text-size': 13, 'text-max-width': 8 },
  paint: { 'text-color': '#12373b', 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 },
};
