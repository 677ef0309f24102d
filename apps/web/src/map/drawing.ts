import type { Geometry, Position } from '@kvarter/geo';

export type DrawnShape = 'Point' | 'LineString' | 'Polygon';

/** Something being drawn: the corners set so far, and where the pointer or the crosshair is. */
export interface Drawing {
  readonly shape: DrawnShape;
  readonly corners: readonly Position[];
  readonly pointer: Position | null;
}

const fewest: Record<DrawnShape, number> = { Point: 1, LineString: 2, Polygon: 3 };

export const startDrawing = (shape: DrawnShape): Drawing => ({ shape, corners: [], pointer: null });

export const pointAt = (drawing: Drawing, pointer: Position | null): Drawing => ({ ...drawing, pointer });

/** Sets a corner. The same place twice in a row (a double click) is one corner. */
export function setCorner(drawing: Drawing, at: Position): Drawing {
  const last = drawing.corners.at(-1);
  if (last && samePlace(last, at)) return drawing;
  return { ...drawing, corners: [...drawing.corners, at] };
}

export const takeBackCorner = (drawing: Drawing): Drawing => ({ ...drawing, corners: drawing.corners.slice(0, -1) });

export const mayFinish = ({ shape, corners }: Drawing): boolean => corners.length >= fewest[shape];

/** What was drawn, rings closed; null until there are corners enough. */
export function drawnGeometry(drawing: Drawing): Geometry | null {
  const { shape, corners } = drawing;
  const first = corners[0];
  if (!first || !mayFinish(drawing)) return null;
  if (shape === 'Point') return { type: 'Point', coordinates: first };
  if (shape === 'LineString') return { type: 'LineString', coordinates: [...corners] };
  return { type: 'Polygon', coordinates: [[...corners, first]] };
}

/** What to show while drawing: the figure as it would be with a corner at the pointer; null while too few. */
export function sketchedGeometry({ shape, corners, pointer }: Drawing): Geometry | null {
  const all = pointer ? [...corners, pointer] : [...corners];
  const first = all[0];
  if (shape === 'Point' || !first || all.length < 2) return null;
  if (shape === 'Polygon' && all.length > 2) return { type: 'Polygon', coordinates: [[...all, first]] };
  return { type: 'LineString', coordinates: all };
}

/** Equal to about a tenth of a millimetre. */
const samePlace = (a: Position, b: Position): boolean => Math.abs(a[0] - b[0]) < 1e-9 && Math.abs(a[1] - b[1]) < 1e-9;
