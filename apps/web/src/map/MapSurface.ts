import { type Bbox, bboxOf, type FeatureCollection, type Geometry, pointOn, type Position, positionsOf } from '@kvarter/geo';
import type GeoJSON from 'geojson';
import { backdropLayers, backdropSource, ground } from './backdrop';
import { type GeoJSONSource, type MapMouseEvent, MapLibreMap } from './maplibre';
import { hitLayers, markLayers, sources } from './markLayers';
import { diffMarks, type Marks } from './marks';
import { movesOf } from './moves';
import { mapImages } from './symbols';

export interface SurfaceOptions {
  /** What the first view shows. */
  bounds: Bbox;
  /** What screen readers call the map. */
  label: string;
  /** False for a picture that only shows. */
  interactive?: boolean;
}

/** A place that nobody knows of, and its number in the list beside the map. */
export interface ShownGap {
  readonly number: number;
  readonly place: Geometry;
}

/** Room in CSS pixels that panels take of the map, so that what one looks at lands beside them. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

const empty: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const noMarks: Marks = new Map();

/**
 * The canvas of a map: ground, boundary, marks and what is drawn on them. It shows what it is told and
 * reports where people point; it knows nothing of areas, editing or the network.
 */
export class MapSurface {
  readonly map: MapLibreMap;
  private readonly container: HTMLElement;
  private shown: Marks = noMarks;
  private wanted: Marks = noMarks;
  private ready = false;
  private readonly whenReady: (() => void)[] = [];

  constructor(container: HTMLElement, { bounds, label, interactive = true }: SurfaceOptions) {
    this.container = container;
    this.map = new MapLibreMap({
      container,
      interactive,
      bounds: toBounds(bounds),
      fitBoundsOptions: { padding: 48 },
      maxZoom: 20.5,
      minZoom: 8,
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      renderWorldCopies: false,
      fadeDuration: 120,
      validateStyle: false,
      locale: { 'Map.Title': label },
      style: {
        version: 8,
        sources: Object.fromEntries(
          [backdropSource, ...Object.values(sources)].map((id) => [
            id,
            { type: 'geojson' as const, data: empty, ...(updated.has(id) ? { promoteId: 'id' } : {}), tolerance: 0.2 },
          ]),
        ),
        layers: [{ id: 'paper', type: 'background', paint: { 'background-color': ground.paper } }],
      },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.once('style.load', () => this.prepare());
  }

  private prepare(): void {
    for (const { name, data, pixelRatio } of mapImages(Math.min(3, Math.max(2, window.devicePixelRatio)))) {
      this.map.addImage(name, data, { pixelRatio });
    }
    for (const layer of [...backdropLayers, ...markLayers]) this.map.addLayer(layer);
    this.ready = true;
    for (const task of this.whenReady.splice(0)) task();
  }

  /** Runs now, or as soon as the style is there. */
  onceReady(task: () => void): void {
    if (this.ready) task();
    else this.whenReady.push(task);
  }

  setBackdrop(backdrop: FeatureCollection<unknown> | null): void {
    this.setData(backdropSource, (backdrop ?? empty) as GeoJSON.FeatureCollection);
  }

  setBoundary(boundary: Geometry | null): void {
    this.setData(sources.boundary, boundary ? figure(boundary) : empty);
  }

  /** Shows these places as such that nobody knows of, each with its number. */
  setGaps(gaps: readonly ShownGap[]): void {
    this.setData(sources.gaps, { type: 'FeatureCollection', features: gaps.map(({ number, place }) => figure(place, { number: String(number) })) });
  }

  /** Shows these marks instead of the former ones; only what differs goes to the map. */
  setMarks(marks: Marks): void {
    this.wanted = marks;
    this.onceReady(() => {
      const diff = diffMarks(this.shown, this.wanted);
      if (!diff) return;
      this.shown = this.wanted;
      void this.source(sources.figures).updateData(diff.figures);
      void this.source(sources.places).updateData(diff.places);
      this.setData(sources.moves, movesOf(this.wanted));
    });
  }

  /** Rings this geometry as the chosen one, or none. */
  setChosen(geometry: Geometry | null): void {
    if (!geometry) return this.setData(sources.chosen, empty);
    const place = figure({ type: 'Point', coordinates: pointOn(geometry) }, { part: 'place' });
    const features = geometry.type === 'Point' ? [place] : [place, figure(geometry, { part: 'figure' })];
    this.setData(sources.chosen, { type: 'FeatureCollection', features });
  }

  setData(source: string, data: GeoJSON.Feature | GeoJSON.FeatureCollection): void {
    this.onceReady(() => void this.source(source).setData(data));
  }

  private source(id: string): GeoJSONSource {
    // Every source in this style is GeoJSON.
    return this.map.getSource(id) as GeoJSONSource;
  }

  /** The marks under a point of the screen (CSS pixels), the topmost first; `reach` widens it for fingers. */
  marksAt(point: MapMouseEvent['point'], reach: number): string[] {
    const box: [[number, number], [number, number]] = [
      [point.x - reach, point.y - reach],
      [point.x + reach, point.y + reach],
    ];
    const found = hitLayers.flatMap((layer) => {
      const at = layer === 'figure-fill' ? point : box;
      return this.map.queryRenderedFeatures(at, { layers: [layer] });
    });
    return [...new Set(found.map((feature) => String(feature.properties['id'])))];
  }

  centre(): Position {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  /** Shows all of these, or keeps the view when there are none. */
  fit(geometries: readonly Geometry[], padding: Padding): void {
    const positions = geometries.flatMap((geometry) => [...positionsOf(geometry)]);
    if (positions.length === 0) return;
    this.map.fitBounds(toBounds(bboxOf(positions)), { padding: within(padding, this.container), maxZoom: 17.5 });
  }

  /** Brings a place into the part of the map that no panel covers, if it isn't there already. */
  show(at: Position, padding: Padding): void {
    const { x, y } = this.map.project([at[0], at[1]]);
    const { clientWidth, clientHeight } = this.container;
    const inView = x > padding.left + 24 && x < clientWidth - padding.right - 24 && y > padding.top + 24 && y < clientHeight - padding.bottom - 24;
    if (!inView) this.map.easeTo({ center: [at[0], at[1]], padding: within(padding, this.container), duration: 400 });
    // Padding is for this one movement; kept, it would shift the crosshair away from the middle.
    this.map.once('moveend', () => this.map.setPadding({ top: 0, right: 0, bottom: 0, left: 0 }));
  }

  /** A copy of what is on the screen now, for printing. */
  picture(): HTMLCanvasElement {
    const canvas = this.map.redraw().getCanvas();
    const copy = document.createElement('canvas');
    copy.width = canvas.width;
    copy.height = canvas.height;
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
    return copy;
  }

  /** Hands that are put down afterwards find nothing left to draw on. */
  destroy(): void {
    this.ready = false;
    this.whenReady.length = 0;
    this.map.remove();
  }
}

const updated: ReadonlySet<string> = new Set([sources.figures, sources.places]);

const toBounds = ([west, south, east, north]: Bbox): [[number, number], [number, number]] => [
  [west, south],
  [east, north],
];

/** Padding that leaves at least a third of the map, however small the screen. */
function within(padding: Padding, { clientWidth, clientHeight }: HTMLElement): Padding {
  const across = Math.min(1, (clientWidth * 0.66) / Math.max(1, padding.left + padding.right));
  const down = Math.min(1, (clientHeight * 0.66) / Math.max(1, padding.top + padding.bottom));
  return {
    left: padding.left * across,
    right: padding.right * across,
    top: padding.top * down,
    bottom: padding.bottom * down,
  };
}

/** A GeoJSON feature for the map. */
export const figure = (geometry: Geometry, properties: Record<string, unknown> = {}): GeoJSON.Feature => ({
  type: 'Feature',
  // Our positions are read-only tuples; MapLibre's types want arrays it never changes.
  geometry: geometry as unknown as GeoJSON.Geometry,
  properties,
});
