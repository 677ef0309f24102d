import { type FeatureKind, type Geometry, type Position, symbology } from '@kvarter/geo';
import type GeoJSON from 'geojson';
import { type Hand, positionOf } from './chooseHand';
import { type Drawing, type DrawnShape, drawnGeometry, mayFinish, pointAt, setCorner, sketchedGeometry, startDrawing, takeBackCorner } from './drawing';
import type { MapMouseEvent } from './maplibre';
import { figure, type MapSurface } from './MapSurface';
import { sources } from './markLayers';

/** So near the first or the last corner a click means: finished. CSS pixels. */
const closing = 14;

export interface DrawSteps {
  readonly corners: number;
  readonly mayFinish: boolean;
}

export interface DrawHand extends Hand {
  /** Sets a corner under the crosshair; again at the same place finishes. */
  setHere(): void;
  takeBack(): void;
  finish(): void;
}

export interface DrawTask {
  readonly shape: DrawnShape;
  readonly kind: FeatureKind;
  readonly onSteps: (steps: DrawSteps) => void;
  readonly onDrawn: (geometry: Geometry) => void;
}

/** Drawing with clicks, taps, or the crosshair and Enter. Dragging still moves the map. */
export function drawHand(surface: MapSurface, { shape, kind, onSteps, onDrawn }: DrawTask): DrawHand {
  const { map } = surface;
  const canvas = map.getCanvas();
  let drawing = startDrawing(shape);

  const update = (next: Drawing) => {
    const stepped = next.corners.length !== drawing.corners.length;
    drawing = next;
    surface.setData(sources.sketch, sketchOf(drawing, kind));
    surface.setData(sources.grips, gripsOf(drawing));
    if (stepped) onSteps({ corners: drawing.corners.length, mayFinish: mayFinish(drawing) });
  };
  const finish = () => {
    const geometry = drawnGeometry(drawing);
    if (!geometry) return;
    update(startDrawing(shape));
    onDrawn(geometry);
  };
  const set = (at: Position) => {
    const near = (corner: Position | undefined) => corner !== undefined && map.project([corner[0], corner[1]]).dist(map.project([at[0], at[1]])) < closing;
    const ends = near(drawing.corners.at(-1)) || (shape === 'Polygon' && near(drawing.corners[0]));
    if (mayFinish(drawing) && ends) return finish();
    if (near(drawing.corners.at(-1))) return;
    update(setCorner(drawing, at));
    if (shape === 'Point') finish();
  };

  const click = (event: MapMouseEvent) => set(positionOf(event));
  const hover = (event: MapMouseEvent) => update(pointAt(drawing, positionOf(event)));
  const leave = () => update(pointAt(drawing, null));
  const follow = () => {
    // With keys the crosshair is the pointer, and the map moves under it.
    if (document.activeElement === canvas && canvas.matches(':focus-visible')) update(pointAt(drawing, surface.centre()));
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== canvas) return;
    if (event.key === 'Enter' || event.key === ' ') set(surface.centre());
    else if (event.key === 'Backspace' || event.key === 'Delete') update(takeBackCorner(drawing));
    else return;
    event.preventDefault();
  };

  map.doubleClickZoom.disable();
  canvas.style.cursor = 'crosshair';
  map.on('click', click);
  map.on('mousemove', hover);
  map.on('mouseout', leave);
  map.on('move', follow);
  canvas.addEventListener('keydown', key);
  return {
    setHere: () => set(surface.centre()),
    takeBack: () => update(takeBackCorner(drawing)),
    finish,
    stop() {
      map.doubleClickZoom.enable();
      canvas.style.cursor = '';
      map.off('click', click);
      map.off('mousemove', hover);
      map.off('mouseout', leave);
      map.off('move', follow);
      canvas.removeEventListener('keydown', key);
      update(startDrawing(shape));
    },
  };
}

function sketchOf(drawing: Drawing, kind: FeatureKind): GeoJSON.FeatureCollection {
  const geometry = sketchedGeometry(drawing);
  const features = geometry ? [figure(geometry, { kind, color: symbology[kind].color })] : [];
  return { type: 'FeatureCollection', features };
}

const gripsOf = ({ corners }: Drawing): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: corners.map((coordinates) => figure({ type: 'Point', coordinates }, { what: 'corner', chosen: false })),
});
