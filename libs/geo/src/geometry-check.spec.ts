import type { GeometryReason } from '@kvarter/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swapped } from './denmark.js';
import type { Geometry } from './geometry.js';
import { checkGeometry } from './geometry-check.js';

const square = [
  [12, 55],
  [12.01, 55],
  [12.01, 55.01],
  [12, 55.01],
  [12, 55],
];
const shifted = (ring: number[][], by: number, scale = 1): number[][] => ring.map(([x = 0, y = 0]) => [12 + (x - 12) * scale + by, 55 + (y - 55) * scale + by]);
const hole = shifted(square, 0.002, 0.1);
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const multi = (...polygons: unknown[]) => ({ type: 'MultiPolygon', coordinates: polygons });
const ring = (...corners: [number, number][]): number[][] => [...corners, corners[0] ?? [0, 0]].map(([x, y]) => [12 + x / 100, 55 + y / 100]);

const refused: [string, unknown, GeometryReason, string?][] = [
  ['null', null, 'GEOMETRY_NOT_OBJECT'],
  ['a text', 'POINT(12 55)', 'GEOMETRY_NOT_OBJECT'],
  ['a list', [12, 55], 'GEOMETRY_NOT_OBJECT'],
  ['no type', { coordinates: [12, 55] }, 'GEOMETRY_UNKNOWN_TYPE', 'type'],
  ['an unknown type', { type: 'Circle', coordinates: [12, 55] }, 'GEOMETRY_UNKNOWN_TYPE', 'type'],
  ['a type of another case', { type: 'point', coordinates: [12, 55] }, 'GEOMETRY_UNKNOWN_TYPE', 'type'],
  ['a type from the prototype', { type: 'toString', coordinates: [12, 55] }, 'GEOMETRY_UNKNOWN_TYPE', 'type'],
  ['a feature', { type: 'Feature', geometry: { type: 'Point', coordinates: [12, 55] } }, 'GEOMETRY_UNKNOWN_TYPE', 'type'],
  ['a collection', { type: 'GeometryCollection', geometries: [] }, 'GEOMETRY_COLLECTION', 'type'],
  ['no coordinates', { type: 'Point' }, 'GEOMETRY_WRONG_NESTING', 'coordinates'],
  ['an empty point', { type: 'Point', coordinates: [] }, 'GEOMETRY_EMPTY', 'coordinates'],
  ['an empty line', { type: 'LineString', coordinates: [] }, 'GEOMETRY_EMPTY', 'coordinates'],
  ['an empty polygon', { type: 'Polygon', coordinates: [] }, 'GEOMETRY_EMPTY', 'coordinates'],
  ['an empty ring', { type: 'Polygon', coordinates: [[]] }, 'GEOMETRY_EMPTY', 'coordinates[0]'],
  ['an empty part', multi([square], []), 'GEOMETRY_EMPTY', 'coordinates[1]'],
  ['null for coordinates', { type: 'LineString', coordinates: null }, 'GEOMETRY_EMPTY', 'coordinates'],
  ['an object for coordinates', { type: 'Point', coordinates: { lon: 12, lat: 55 } }, 'GEOMETRY_WRONG_NESTING', 'coordinates'],
  ['a point nested like a line', { type: 'Point', coordinates: [[12, 55]] }, 'GEOMETRY_WRONG_NESTING', 'coordinates'],
  ['a line nested like a point', { type: 'LineString', coordinates: [12, 55] }, 'GEOMETRY_WRONG_NESTING', 'coordinates[0]'],
  ['a polygon nested like a line', { type: 'Polygon', coordinates: square }, 'GEOMETRY_WRONG_NESTING', 'coordinates[0][0]'],
  ['a polygon nested like several', { type: 'Polygon', coordinates: [[square]] }, 'GEOMETRY_WRONG_NESTING', 'coordinates[0][0]'],
  ['NaN', { type: 'Point', coordinates: [Number.NaN, 55] }, 'GEOMETRY_BAD_COORDINATE', 'coordinates'],
  ['Infinity, which is what 1e400 becomes', JSON.parse('{"type":"Point","coordinates":[12,1e400]}'), 'GEOMETRY_BAD_COORDINATE', 'coordinates'],
  ['a numeric text', { type: 'Point', coordinates: ['12', '55'] }, 'GEOMETRY_BAD_COORDINATE', 'coordinates'],
  ['a null number', { type: 'Point', coordinates: [12, null] }, 'GEOMETRY_BAD_COORDINATE', 'coordinates'],
  ['a single number', { type: 'Point', coordinates: [12] }, 'GEOMETRY_BAD_COORDINATE', 'coordinates'],
  [
    'a truth value',
    {
      type: 'LineString',
      coordinates: [
        [12, 55],
        [true, 55],
      ],
    },
    'GEOMETRY_BAD_COORDINATE',
    'coordinates[1]',
  ],
  ['a height that is no number', { type: 'Point', coordinates: [12, 55, 'høj'] }, 'GEOMETRY_BAD_COORDINATE', 'coordinates'],
  ['a height of null', { type: 'Point', coordinates: [12, 55, null] }, 'GEOMETRY_BAD_COORDINATE', 'coordinates'],
  ['four numbers', { type: 'Point', coordinates: [12, 55, 3, 4] }, 'GEOMETRY_EXTRA_DIMENSION', 'coordinates'],
  ['a longitude beyond 180', { type: 'Point', coordinates: [180.1, 55] }, 'GEOMETRY_OUT_OF_WORLD', 'coordinates'],
  ['a latitude beyond 90', { type: 'Point', coordinates: [12, -90.1] }, 'GEOMETRY_OUT_OF_WORLD', 'coordinates'],
  ['UTM', { type: 'Point', coordinates: [724_000, 6_175_000] }, 'GEOMETRY_IN_METRES', 'coordinates'],
  ['Web Mercator', { type: 'Point', coordinates: [1_400_000, 7_490_000] }, 'GEOMETRY_IN_METRES', 'coordinates'],
  ['another crs', { type: 'Point', coordinates: [12, 55], crs: { type: 'name', properties: { name: 'EPSG:25832' } } }, 'GEOMETRY_OTHER_CRS', 'crs'],
  ['a crs by link', { type: 'Point', coordinates: [12, 55], crs: { type: 'link', properties: { href: 'x' } } }, 'GEOMETRY_OTHER_CRS', 'crs'],
  ['a crs that only begins well', { type: 'Point', coordinates: [12, 55], crs: { properties: { name: 'EPSG:43261' } } }, 'GEOMETRY_OTHER_CRS', 'crs'],
  ['a line of one point', { type: 'LineString', coordinates: [[12, 55]] }, 'GEOMETRY_TOO_FEW_POINTS', 'coordinates'],
  [
    'a line of no length',
    {
      type: 'LineString',
      coordinates: [
        [12, 55],
        [12, 55],
      ],
    },
    'GEOMETRY_TOO_FEW_POINTS',
    'coordinates',
  ],
  [
    'one line of several without length',
    {
      type: 'MultiLineString',
      coordinates: [
        square,
        [
          [12, 55],
          [12, 55],
        ],
      ],
    },
    'GEOMETRY_TOO_FEW_POINTS',
    'coordinates[1]',
  ],
  [
    'a ring of two points',
    polygon([
      [12, 55],
      [12, 56],
    ]),
    'GEOMETRY_TOO_FEW_POINTS',
    'coordinates[0]',
  ],
  [
    'a ring there and back',
    polygon([
      [12, 55],
      [12, 56],
      [12, 55],
    ]),
    'GEOMETRY_TOO_FEW_POINTS',
    'coordinates[0]',
  ],
  [
    'a ring of one place',
    polygon([
      [12, 55],
      [12, 55],
      [12, 55],
      [12, 55],
    ]),
    'GEOMETRY_TOO_FEW_POINTS',
    'coordinates[0]',
  ],
  ['an unclosed ring', polygon(square.slice(0, 4)), 'GEOMETRY_UNCLOSED_RING', 'coordinates[0]'],
  ['an unclosed hole', polygon(square, hole.slice(0, 4)), 'GEOMETRY_UNCLOSED_RING', 'coordinates[1]'],
  ['a ring on one line', polygon(ring([0, 0], [1, 1], [3, 3])), 'GEOMETRY_NO_AREA', 'coordinates[0]'],
  ['a bow-tie', polygon(ring([0, 0], [1, 1], [1, 0], [0, 1])), 'GEOMETRY_SELF_INTERSECTION', 'coordinates[0]'],
  ['a ring that touches itself', polygon(ring([0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1])), 'GEOMETRY_SELF_INTERSECTION', 'coordinates[0]'],
  ['a spike', polygon(ring([0, 0], [2, 0], [4, 0], [2, 0], [2, 2])), 'GEOMETRY_SELF_INTERSECTION', 'coordinates[0]'],
  ['a ring run twice', polygon([...square, ...square.slice(1)]), 'GEOMETRY_SELF_INTERSECTION', 'coordinates[0]'],
  ['a hole outside', polygon(square, shifted(square, 1, 0.1)), 'GEOMETRY_HOLE_OUTSIDE', 'coordinates[1]'],
  ['a hole round its shell', polygon(hole, square), 'GEOMETRY_HOLE_OUTSIDE', 'coordinates[1]'],
  ['a hole across the edge', polygon(square, shifted(square, 0.005)), 'GEOMETRY_RINGS_CROSS', 'coordinates[1]'],
  [
    'a hole that lies along the edge',
    polygon(ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([1, 0], [2, 0], [2, 1], [1, 1])),
    'GEOMETRY_RINGS_CROSS',
    'coordinates[1]',
  ],
  [
    'a hole that cuts the inside in two',
    polygon(ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([0, 2], [2, 1], [4, 2], [2, 3])),
    'GEOMETRY_RINGS_CROSS',
    'coordinates[1]',
  ],
  ['the same hole twice', polygon(square, hole, hole), 'GEOMETRY_DUPLICATE_RING', 'coordinates[2]'],
  ['the same hole from another corner', polygon(square, hole, [...hole.slice(1), hole[1]].toReversed()), 'GEOMETRY_DUPLICATE_RING', 'coordinates[2]'],
  ['a shell as its own hole', polygon(square, square), 'GEOMETRY_DUPLICATE_RING', 'coordinates[1]'],
  ['a hole in a hole', polygon(square, shifted(square, 0.001, 0.5), shifted(square, 0.002, 0.1)), 'GEOMETRY_RINGS_CROSS', 'coordinates[2]'],
  ['parts that cross', multi([square], [shifted(square, 0.005)]), 'GEOMETRY_PARTS_OVERLAP', 'coordinates[1][0]'],
  ['a part in a part', multi([square], [hole]), 'GEOMETRY_PARTS_OVERLAP', 'coordinates[1][0]'],
  ['the same part twice', multi([square], [square]), 'GEOMETRY_DUPLICATE_RING', 'coordinates[1][0]'],
  [
    'parts that share an edge',
    multi([ring([0, 0], [1, 0], [1, 1], [0, 1])], [ring([1, 0], [2, 0], [2, 1], [1, 1])]),
    'GEOMETRY_PARTS_OVERLAP',
    'coordinates[1][0]',
  ],
  [
    'parts that cross in shared corners',
    multi([ring([0, 0], [2, 0], [2, 2], [0, 2])], [ring([0, 0], [3, 3], [0, 3])]),
    'GEOMETRY_PARTS_OVERLAP',
    'coordinates[1][0]',
  ],
  [
    'a part whose closing edge cuts a corner of another, from corner to edge',
    // Whole degrees, so that the corner lies on the edge exactly.
    JSON.parse('{"type":"MultiPolygon","coordinates":[[[[3,2],[6,2],[6,5],[3,5],[3,2]]],[[[6,4],[0,6],[3,2],[6,4]]]]}'),
    'GEOMETRY_PARTS_OVERLAP',
    'coordinates[1][0]',
  ],
  ['a bow-tie among good parts', multi([square], [ring([5, 5], [6, 6], [6, 5], [5, 6])]), 'GEOMETRY_SELF_INTERSECTION', 'coordinates[1][0]'],
];

const accepted: [string, unknown][] = [
  ['a point', { type: 'Point', coordinates: [12, 55] }],
  [
    'places of which two are the same',
    {
      type: 'MultiPoint',
      coordinates: [
        [12, 55],
        [12, 55],
      ],
    },
  ],
  [
    'a line that crosses itself',
    {
      type: 'LineString',
      coordinates: [
        [12, 55],
        [12.1, 55.1],
        [12.1, 55],
        [12, 55.1],
      ],
    },
  ],
  ['lines', { type: 'MultiLineString', coordinates: [square, hole] }],
  ['a polygon, whichever way it runs', polygon(square.toReversed())],
  ['a polygon with a corner twice in a row', polygon([square[0], ...square])],
  ['a polygon with a corner on a straight edge', polygon(ring([0, 0], [1, 0], [2, 0], [2, 2], [0, 2]))],
  ['a hole', polygon(square, hole)],
  ['a hole that touches the edge in one point', polygon(ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([0, 2], [2, 1], [2, 3]))],
  ['two holes that touch', polygon(ring([0, 0], [6, 0], [6, 6], [0, 6]), ring([1, 1], [2, 1], [2, 2], [1, 2]), ring([2, 2], [3, 2], [3, 3], [2, 3]))],
  ['an island in a hole', multi([ring([0, 0], [6, 0], [6, 6], [0, 6]), ring([1, 1], [5, 1], [5, 5], [1, 5])], [ring([2, 2], [3, 2], [3, 3], [2, 3])])],
  [
    'an island that fills a hole but for its corners',
    multi([ring([0, 0], [6, 0], [6, 6], [0, 6]), ring([1, 1], [5, 1], [5, 5], [1, 5])], [ring([1, 1], [3, 2], [5, 1], [4, 3], [5, 5], [3, 4], [1, 5], [2, 3])]),
  ],
  ['parts that touch in a corner', multi([ring([0, 0], [1, 0], [1, 1], [0, 1])], [ring([1, 1], [2, 1], [2, 2], [1, 2])])],
  ['a place abroad', { type: 'Point', coordinates: [-70, -33] }],
  [
    'the edge of the world',
    {
      type: 'MultiPoint',
      coordinates: [
        [-180, -90],
        [180, 90],
      ],
    },
  ],
  ['crs CRS84', { type: 'Point', coordinates: [12, 55], crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }],
  ['crs 4326', { type: 'Point', coordinates: [12, 55], crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } } }],
  ['crs 4326 in short', { type: 'Point', coordinates: [12, 55], crs: { type: 'name', properties: { name: 'EPSG:4326' } } }],
];

describe('checkGeometry', () => {
  it.each(refused)('refuses %s', (_, json, reason, path) => {
    const check = checkGeometry(json);
    expect(check).toMatchObject({ ok: false, fault: { reason } });
    if (!check.ok) expect(check.fault.path).toBe(path);
  });

  it.each(accepted)('takes %s', (_, json) => expect(checkGeometry(json)).toMatchObject({ ok: true }));

  it('gives plain data: no heights, no other members, box and count beside it', () => {
    const check = checkGeometry({
      type: 'LineString',
      bbox: [0, 0, 1, 1],
      note: 'x',
      coordinates: [
        [12, 55, -999],
        [12.5, 55.5, 3],
      ],
    });
    expect(check).toEqual({
      ok: true,
      geometry: {
        type: 'LineString',
        coordinates: [
          [12, 55],
          [12.5, 55.5],
        ],
      },
      bbox: [12, 55, 12.5, 55.5],
      vertices: 2,
    });
  });

  it('makes -0 a plain 0, as JSON does', () => {
    const check = checkGeometry({ type: 'Point', coordinates: [-0, -0] });
    expect(check.ok && check.geometry.type === 'Point' && Object.is(check.geometry.coordinates[0], 0)).toBe(true);
  });

  it('says where an edge crosses itself', () => {
    expect(checkGeometry(polygon(ring([0, 0], [1, 1], [1, 0], [0, 1])))).toMatchObject({ fault: { params: { lon: 12.005, lat: 55.005 } } });
  });

  it('offers to swap what lies in Denmark once swapped', () => {
    const meant: Geometry = { type: 'Polygon', coordinates: [square as never] };
    expect(checkGeometry(swapped(meant))).toEqual({ ok: false, fault: { reason: 'GEOMETRY_SWAPPED', params: {}, path: 'coordinates' }, swapped: meant });
  });

  it('names another fault before it offers a swap', () => {
    expect(checkGeometry(polygon(ring([0, 0], [1, 1], [1, 0], [0, 1]).map(([x, y]) => [y, x])))).toMatchObject({
      fault: { reason: 'GEOMETRY_SELF_INTERSECTION' },
    });
  });

  it('refuses types that are not allowed, with the reason asked for', () => {
    expect(checkGeometry({ type: 'Point', coordinates: [12, 55] }, { allowed: ['Polygon'] })).toMatchObject({ fault: { reason: 'GEOMETRY_TYPE_NOT_ALLOWED' } });
  });

  it('stops reading at the vertex limit', () => {
    let read = 0;
    const endless = new Proxy(Array.from({ length: 1000 }), {
      get: (target, key) => (key === 'length' ? target.length : ((read += 1), [12 + read / 1e6, 55])),
    });
    expect(checkGeometry({ type: 'LineString', coordinates: endless }, { maxVertices: 10 })).toMatchObject({
      fault: { reason: 'GEOMETRY_TOO_LARGE', params: { max: 10 } },
    });
    expect(read).toBeLessThan(20);
  });
});

describe('checkGeometry, whatever comes in', () => {
  const numbers = fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -200, max: 200 }) },
    { weight: 1, arbitrary: fc.double() },
    { weight: 1, arbitrary: fc.constantFrom(null, '12', [], {}, 0, -0) },
  );
  const nested = fc.letrec((tie) => ({
    level: fc.oneof({ maxDepth: 5, depthSize: 'medium' }, fc.array(numbers, { maxLength: 5 }), fc.array(tie('level'), { maxLength: 5 })),
  }));
  const almost = fc.record(
    {
      type: fc.constantFrom('Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection', '__proto__'),
      coordinates: fc.oneof(nested.level, fc.anything()),
      crs: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.anything() }),
    },
    { requiredKeys: [] },
  );

  it('never throws, and gives only finite plain data', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }),
          almost,
        ),
        (json) => {
          const check = checkGeometry(json);
          if (!check.ok) return;
          const text = JSON.stringify(check.geometry);
          expect(JSON.parse(text)).toEqual(check.geometry);
          expect(text).not.toMatch(/null|NaN/);
          expect(checkGeometry(JSON.parse(text))).toEqual(check);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('takes every star-shaped ring, and refuses it with two neighbouring corners exchanged across it', () => {
    const star = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(star, (radii) => {
        const corners = radii.map((radius, index): [number, number] => {
          const angle = (index / radii.length) * 2 * Math.PI;
          return [radius * Math.cos(angle), radius * Math.sin(angle)];
        });
        expect(checkGeometry(polygon(ring(...corners)))).toMatchObject({ ok: true });
        // Every second corner first, then the others: the edge winds round twice and must cross itself.
        const twice = [...corners.filter((_, index) => index % 2 === 0), ...corners.filter((_, index) => index % 2 === 1)];
        expect(checkGeometry(polygon(ring(...twice)))).toMatchObject({ ok: false });
      }),
    );
  });
});

describe('checkGeometry on large input', () => {
  const timed = (json: unknown): { milliseconds: number; check: ReturnType<typeof checkGeometry> } => {
    const start = performance.now();
    const check = checkGeometry(json);
    return { milliseconds: performance.now() - start, check };
  };
  const size = 19_998;

  it('takes a surveyed edge of 20,000 vertices in well under half a second', () => {
    const corners = Array.from({ length: size }, (_, index): [number, number] => {
      const angle = (index / size) * 2 * Math.PI;
      const radius = 10 + Math.sin(angle * 400) + Math.cos(index) / 1000;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    const { milliseconds, check } = timed(polygon(ring(...corners)));
    expect(check.ok).toBe(true);
    expect(milliseconds).toBeLessThan(500);
  });

  it('is not held up by an edge made to be slow', () => {
    // A comb of long slanting teeth: every edge's box meets every other's.
    const teeth = Array.from({ length: size / 2 - 1 }, (_, index): [number, number] =>
      index % 2 === 0 ? [index / size, index / size] : [10 + index / size, 10 - index / size],
    );
    const comb: [number, number][] = [...teeth, [20, -5], [-5, -5]];
    const { milliseconds } = timed(polygon(ring(...comb)));
    expect(milliseconds).toBeLessThan(500);
    const rings = Array.from({ length: 4990 }, (_, index) => shifted(square, 0.0000001 * index, 1 - index / 6000));
    expect(timed(polygon(...rings)).milliseconds).toBeLessThan(500);
    expect(timed(multi(...rings.map((one) => [one]))).milliseconds).toBeLessThan(500);
  });
});
