import { type FeatureKind, type Geometry, pointOn, type Position, symbology } from '@kvarter/geo';
import type GeoJSON from 'geojson';
import { type Hand, positionOf } from './chooseHand';
import { figure, type MapSurface } from './MapSurface';
import { sources } from './markLayers';
import type { MapLibreMap } from './maplibre';
import { dropCorner, type Handle, handlesOf, pullHandle, shiftGeometry } from './reshaping';

/** How far an arrow key moves a grip, and with Shift; CSS pixels. */
const step = { small: 2, large: 20 } as const;

export interface ReshapeSteps {
  readonly geometry: Geometry;
  /** Which grip the keys move, counted from 1, and how many there are. */
  readonly grip: number;
  readonly grips: number;
}

export interface ReshapeHand extends Hand {
  /** Lets the keys move the next grip, or with -1 the one before. */
  turnTo(by: 1 | -1): void;
  dropGrip(): void;
}

export interface ReshapeTask {
  readonly geometry: Geometry;
  readonly kind: FeatureKind;
  /** `place` moves the whole of it, `form` its corners. */
  readonly what: 'place' | 'form';
  readonly onSteps: (steps: ReshapeSteps) => void;
}

type PointerEvent = Parameters<Parameters<typeof MapLibreMap.prototype.on<'mousedown' | 'touchstart'>>[1]>[0];

/** Moving a mark or its corners by mouse, finger or arrow keys. Nothing is final until the caller keeps it. */
export function reshapeHand(surface: MapSurface, { geometry: start, kind, what, onSteps }: ReshapeTask): ReshapeHand {
  const { map } = surface;
  const canvas = map.getCanvas();
  const whole = what === 'place';
  let geometry = start;
  let chosen = 0;
  let dragged: number | null = null;

  const grips = (): Handle[] => (whole ? [{ what: 'corner', at: pointOn(geometry), path: [], index: 0 }] : handlesOf(geometry));

  const update = (next: Geometry, grip = chosen) => {
    geometry = next;
    const all = grips();
    chosen = Math.min(Math.max(0, grip), all.length - 1);
    const color = symbology[kind].color;
    const place = figure({ type: 'Point', coordinates: pointOn(geometry) }, { kind });
    const features = geometry.type === 'Point' ? [place] : [figure(geometry, { kind, color }), place];
    surface.setData(sources.sketch, { type: 'FeatureCollection', features });
    surface.setData(sources.grips, gripFeatures(all, chosen, whole));
    onSteps({ geometry, grip: chosen + 1, grips: all.length });
  };
  const pull = (index: number, to: Position) => {
    const handle = grips()[index];
    if (!handle) return;
    if (whole) update(shiftGeometry(geometry, to[0] - handle.at[0], to[1] - handle.at[1]));
    else {
      update(pullHandle(geometry, handle, to), handle.what === 'middle' ? index + 1 : index);
      // What was a middle is a corner now, one place further on.
      if (handle.what === 'middle' && dragged !== null) dragged = index + 1;
    }
  };

  const press = (event: PointerEvent) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers: ['grip-hit'] });
    if (!hit) return;
    event.preventDefault();
    dragged = Number(hit.properties['index']);
    chosen = dragged;
    canvas.style.cursor = 'grabbing';
  };
  const drag = (event: PointerEvent) => {
    if (dragged === null) return;
    event.preventDefault();
    pull(dragged, positionOf(event));
  };
  const release = () => {
    dragged = null;
    canvas.style.cursor = '';
  };
  const click = (event: PointerEvent) => {
    // One tap is the easiest way to move a point on a phone.
    if (whole && !map.queryRenderedFeatures(event.point, { layers: ['grip-hit'] })[0]) pull(0, positionOf(event));
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== canvas) return;
    const by = event.shiftKey ? step.large : step.small;
    const [x, y] = arrows[event.key] ?? [0, 0];
    const handle = grips()[chosen];
    if (handle && (x !== 0 || y !== 0)) {
      const from = map.project([handle.at[0], handle.at[1]]);
      const { lng, lat } = map.unproject([from.x + x * by, from.y + y * by]);
      pull(chosen, [lng, lat]);
    } else if (event.key === 'PageDown') update(geometry, (chosen + 1) % grips().length);
    else if (event.key === 'PageUp') update(geometry, (chosen - 1 + grips().length) % grips().length);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && handle) update(dropCorner(geometry, handle));
    else return;
    event.preventDefault();
  };

  // The arrow keys belong to the grip now; the map is moved by dragging, or with + and − buttons.
  map.keyboard.disable();
  map.doubleClickZoom.disable();
  map.on('mousedown', press);
  map.on('touchstart', press);
  map.on('mousemove', drag);
  map.on('touchmove', drag);
  map.on('mouseup', release);
  map.on('touchend', release);
  map.on('click', click);
  canvas.addEventListener('keydown', key);
  update(start);
  return {
    turnTo: (by) => update(geometry, (chosen + by + grips().length) % grips().length),
    dropGrip() {
      const handle = grips()[chosen];
      if (handle) update(dropCorner(geometry, handle));
    },
    stop() {
      map.keyboard.enable();
      map.keyboard.disableRotation();
      map.doubleClickZoom.enable();
      map.off('mousedown', press);
      map.off('touchstart', press);
      map.off('mousemove', drag);
      map.off('touchmove', drag);
      map.off('mouseup', release);
      map.off('touchend', release);
      map.off('click', click);
      canvas.removeEventListener('keydown', key);
      canvas.style.cursor = '';
      const nothing: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
      surface.setData(sources.sketch, nothing);
      surface.setData(sources.grips, nothing);
    },
  };
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A whole mark has an unseen grip under its icon; corners show theirs. */
const gripFeatures = (all: readonly Handle[], chosen: number, whole: boolean): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: all.map(({ at, what }, index) =>
    figure({ type: 'Point', coordinates: at }, { what: whole ? 'whole' : what, index, chosen: !whole && index === chosen }),
  ),
});
