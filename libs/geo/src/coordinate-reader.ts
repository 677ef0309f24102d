import type { GeometryReason, ParamsOf } from '@kvarter/contract';
import type { Position, Ring } from './geometry.js';
import type { GeometryFault } from './ring-facts.js';

/** Thrown by the reader, caught by checkGeometry: the first thing that is wrong. */
export class Refused extends Error {
  constructor(readonly fault: GeometryFault) {
    super(fault.reason);
  }
}

/** Reads untrusted `coordinates` into plain positions: each of its methods returns what it says or throws Refused. */
export class CoordinateReader {
  vertices = 0;

  constructor(private readonly maxVertices: number) {}

  point = (json: unknown, path: string): Position => {
    if (Array.isArray(json) && json.length === 0) refuse('GEOMETRY_EMPTY', {}, path);
    return this.position(json, path);
  };

  positions = (json: unknown, path: string): Position[] => this.list(json, path, this.position);

  line = (json: unknown, path: string): Position[] => {
    const line = this.positions(json, path);
    const [first] = line;
    if (first && line.every((position) => same(position, first))) refuse('GEOMETRY_TOO_FEW_POINTS', { min: 2 }, path);
    return line;
  };

  lines = (json: unknown, path: string): Position[][] => this.list(json, path, this.line);

  ring = (json: unknown, path: string): Ring => {
    const ring = this.positions(json, path);
    const [first, last] = [ring[0], ring.at(-1)];
    if (ring.length < 3) refuse('GEOMETRY_TOO_FEW_POINTS', { min: 3 }, path);
    if (first && last && !same(first, last)) refuse('GEOMETRY_UNCLOSED_RING', {}, path);
    return ring;
  };

  polygon = (json: unknown, path: string): Ring[] => this.list(json, path, this.ring);

  polygons = (json: unknown, path: string): Ring[][] => this.list(json, path, this.polygon);

  private list<T>(json: unknown, path: string, read: (item: unknown, path: string) => T): T[] {
    if (json === null || json === undefined) refuse('GEOMETRY_EMPTY', {}, path);
    if (!Array.isArray(json)) refuse('GEOMETRY_WRONG_NESTING', {}, path);
    if (json.length === 0) refuse('GEOMETRY_EMPTY', {}, path);
    const items: T[] = [];
    for (let index = 0; index < json.length; index += 1) items.push(read(json[index], `${path}[${index}]`));
    return items;
  }

  private position = (json: unknown, path: string): Position => {
    this.vertices += 1;
    if (this.vertices > this.maxVertices) refuse('GEOMETRY_TOO_LARGE', { max: this.maxVertices }, path);
    if (!Array.isArray(json) || Array.isArray(json[0])) refuse('GEOMETRY_WRONG_NESTING', {}, path);
    if (json.length > 3) refuse('GEOMETRY_EXTRA_DIMENSION', {}, path);
    const [lon, lat, height = 0]: unknown[] = json;
    if (!isFiniteNumber(lon) || !isFiniteNumber(lat) || !isFiniteNumber(height)) refuse('GEOMETRY_BAD_COORDINATE', {}, path);
    if (Math.abs(lon) > 1000 && Math.abs(lat) > 1000) refuse('GEOMETRY_IN_METRES', {}, path);
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) refuse('GEOMETRY_OUT_OF_WORLD', {}, path);
    // Adding 0 makes -0 a plain 0, as JSON would, so that equal places compare equal.
    return [lon + 0, lat + 0];
  };
}

export function refuse<R extends GeometryReason>(reason: R, params: ParamsOf<R>, path?: string): never {
  // TypeScript doesn't see that a reason and its own params make a fault while R is open.
  throw new Refused({ reason, params, ...(path === undefined ? {} : { path }) } as GeometryFault);
}

const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];
