import { pointOn } from '@kvarter/geo';
import type GeoJSON from 'geojson';
import type { Marks } from './marks';

/** For every moved mark a ghost where it stood and a line from there to where it stands. */
export function movesOf(marks: Marks): GeoJSON.FeatureCollection {
  const features: GeoJSON.Feature[] = [];
  for (const { kind, geometry, from } of marks.values()) {
    if (!geometry || !from) continue;
    const [start, end] = [[...pointOn(from)], [...pointOn(geometry)]];
    features.push(
      { type: 'Feature', geometry: { type: 'Point', coordinates: start }, properties: { part: 'ghost', kind } },
      { type: 'Feature', geometry: { type: 'LineString', coordinates: [start, end] }, properties: { part: 'line' } },
    );
  }
  return { type: 'FeatureCollection', features };
}
