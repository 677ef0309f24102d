import type { Geometry, Position } from '@kvarter/geo';

/** A grip on a geometry: a corner, or the middle of a side where a new corner can be pulled out. */
export interface Handle {
  readonly what: 'corner' | 'middle';
  readonly at: Position;
  /** Which line or ring, as indexes into the coordinates; then which corner (for a middle: the one before). */
  readonly path: readonly number[];
  readonly index: number;
}

type Line = readonly Position[];

/** Every grip, corners in the order they were drawn, each followed by the middle of the side after it. */
export function handlesOf(geometry: Geometry): Handle[] {
  if (geometry.type === 'Point') return [{ what: 'corner', at: geometry.coordinates, path: [], index: 0 }];
  return linesOf(geometry).flatMap(({ path, line, closed }) =>
    line.slice(0, closed ? -1 : undefined).flatMap((at, index): Handle[] => {
      const next = line[index + 1];
      const corner: Handle = { what: 'corner', at, path, index };
      return next ? [corner, { what: 'middle', at: between(at, next), path, index }] : [corner];
    }),
  );
}

/** The geometry with this grip pulled to a new place; pulling a middle makes a corner of it. */
export function pullHandle(geometry: Geometry, handle: Handle, to: Position): Geometry {
  if (geometry.type === 'Point') return { type: 'Point', coordinates: to };
  return changeLine(geometry, handle.path, (line, closed) => {
    if (handle.what === 'middle') return line.toSpliced(handle.index + 1, 0, to);
    const pulled = line.with(handle.index, to);
    return closed && handle.index === 0 ? pulled.with(pulled.length - 1, to) : pulled;
  });
}

/** The geometry without this corner; unchanged when too few would be left. */
export function dropCorner(geometry: Geometry, handle: Handle): Geometry {
  if (handle.what !== 'corner' || geometry.type === 'Point') return geometry;
  return changeLine(geometry, handle.path, (line, closed) => {
    if (line.length <= (closed ? 4 : 2)) return line;
    const left = line.toSpliced(handle.index, 1);
    const first = left[0];
    return closed && handle.index === 0 && first ? left.with(left.length - 1, first) : left;
  });
}

/** The geometry moved by degrees of longitude and latitude. */
export function shiftGeometry(geometry: Geometry, lon: number, lat: number): Geometry {
  const shift = (coordinates: unknown): unknown =>
    isPosition(coordinates) ? [coordinates[0] + lon, coordinates[1] + lat] : (coordinates as readonly unknown[]).map(shift);
  // The recursion keeps the nesting, so the type stays what it was.
  return { ...geometry, coordinates: shift(geometry.coordinates) } as Geometry;
}

function linesOf(geometry: Geometry): { path: number[]; line: Line; closed: boolean }[] {
  const found: { path: number[]; line: Line; closed: boolean }[] = [];
  const closed = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  const walk = (coordinates: unknown, path: number[]): void => {
    if (isLine(coordinates)) found.push({ path, line: coordinates, closed });
    else (coordinates as readonly unknown[]).forEach((inner, index) => walk(inner, [...path, index]));
  };
  walk(geometry.coordinates, []);
  return found;
}

function changeLine(geometry: Geometry, path: readonly number[], change: (line: Line, closed: boolean) => Line): Geometry {
  const closed = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  const walk = (coordinates: unknown, [step, ...rest]: readonly number[]): unknown =>
    step === undefined
      ? change(coordinates as Line, closed)
      : (coordinates as readonly unknown[]).map((inner, index) => (index === step ? walk(inner, rest) : inner));
  // The path came from this geometry, so the nesting it describes exists and is kept.
  return { ...geometry, coordinates: walk(geometry.coordinates, path) } as Geometry;
}

const isPosition = (value: unknown): value is Position => Array.isArray(value) && typeof value[0] === 'number';

const isLine = (value: unknown): value is Line => Array.isArray(value) && isPosition(value[0]);

const between = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
