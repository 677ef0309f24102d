import { type FeatureKind, type Geometry, pointOn, symbology } from '@kvarter/geo';
import type GeoJSON from 'geojson';
import type { GeoJSONSourceDiff } from './maplibre';

/** How a mark differs between two times that are compared. */
export type MarkChange = 'added' | 'removed' | 'changed' | 'moved';

/** A feature as the canvas shows it. A mark that has not changed is the same object as before. */
export interface Mark {
  readonly id: string;
  readonly kind: FeatureKind;
  readonly name: string;
  readonly geometry: Geometry | null;
  readonly outdated: boolean;
  readonly change?: MarkChange;
  /** Where it stood before, when it was moved. */
  readonly from?: Geometry;
  /** Something about it could not be saved. */
  readonly trouble?: boolean;
}

export type Marks = ReadonlyMap<string, Mark>;

/** What to tell the two sources of the map: the figures (zones and lines), and the places icons stand. */
export interface MarkDiff {
  figures: GeoJSONSourceDiff;
  places: GeoJSONSourceDiff;
}

/** The difference between two sets of marks, by identity of the marks; null when there is none. */
export function diffMarks(before: Marks, after: Marks): MarkDiff | null {
  const remove: string[] = [];
  const figures: GeoJSON.Feature[] = [];
  const places: GeoJSON.Feature[] = [];
  for (const [id, mark] of before) if (after.get(id) !== mark) remove.push(id);
  for (const [id, mark] of after) {
    if (before.get(id) === mark || !mark.geometry) continue;
    const properties = propertiesOf(mark);
    if (mark.geometry.type !== 'Point') figures.push(feature(mark.geometry, properties));
    places.push(feature({ type: 'Point', coordinates: pointOn(mark.geometry) }, properties));
  }
  if (remove.length === 0 && places.length === 0) return null;
  // MapLibre removes first and adds afterwards, so a changed mark is simply taken out and put in again.
  return { figures: { remove, add: figures }, places: { remove, add: places } };
}

export type MarkProperties = Pick<Mark, 'id' | 'kind' | 'name'> & {
  faded: boolean;
  /** What lies on top where marks meet: higher is nearer the eye. */
  rank: number;
  /** The small sign at the corner of the icon. */
  badge: MarkChange | 'outdated' | 'trouble' | null;
};

const propertiesOf = (mark: Mark): MarkProperties => ({
  id: mark.id,
  kind: mark.kind,
  name: mark.name,
  rank: symbology[mark.kind].zIndex,
  faded: mark.outdated || mark.change === 'removed',
  badge: mark.trouble ? 'trouble' : (mark.change ?? (mark.outdated ? 'outdated' : null)),
});

const feature = (geometry: Geometry, properties: MarkProperties): GeoJSON.Feature => ({
  type: 'Feature',
  // Our positions are read-only tuples; MapLibre's types want arrays it never changes.
  geometry: geometry as unknown as GeoJSON.Geometry,
  properties,
});
