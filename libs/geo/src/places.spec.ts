import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geometry, Polygon, Position } from './geometry.js';
import { areaOf, lengthOf, metresBetween, tileOf } from './measure.js';
import { centreOf, isInside, movedMetres, pointOn } from './places.js';

const position = fc.tuple(fc.double({ min: 8, max: 15, noNaN: true }), fc.double({ min: 54.5, max: 57.7, noNaN: true }));
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const square: Polygon = { type: 'Polygon', coordinates: [box(12, 55, 12.01, 55.01)] };
/** A U: its centre of mass lies between the legs, outside. */
const bent: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [9, 10],
      [9, 1],
      [1, 1],
      [1, 10],
      [0, 10],
      [0, 0],
    ],
  ],
};

describe('metresBetween', () => {
  it('knows a degree of latitude, and Copenhagen to Aarhus', () => {
    expect(metresBetween([12, 55], [12, 56])).toBeCloseTo(111_195, -1);
    // 157.0 km on the ellipsoid.
    expect(metresBetween([12.5683, 55.6761], [10.2039, 56.1629]) / 157_000).toBeCloseTo(1, 2);
  });

  it('is a distance', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(metresBetween(a, a)).toBe(0);
        expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 6);
        expect(metresBetween(a, c)).toBeLessThanOrEqual(metresBetween(a, b) + metresBetween(b, c) + 1e-6);
      }),
    );
  });
});

describe('areaOf and lengthOf', () => {
  it('measure a square, less its hole, whichever way it runs', () => {
    const width = metresBetween([12, 55.005], [12.01, 55.005]);
    const height = metresBetween([12, 55], [12, 55.01]);
    expect(areaOf(square) / (width * height)).toBeCloseTo(1, 5);
    expect(areaOf({ type: 'Polygon', coordinates: [square.coordinates[0]?.toReversed() ?? []] })).toBeCloseTo(areaOf(square), 3);
    const holed: Polygon = { type: 'Polygon', coordinates: [...square.coordinates, box(12.002, 55.002, 12.004, 55.004)] };
    expect(areaOf(holed) / areaOf(square)).toBeCloseTo(0.96, 4);
    expect(areaOf({ type: 'MultiPolygon', coordinates: [square.coordinates, square.coordinates] })).toBeCloseTo(2 * areaOf(square), 3);
    expect(lengthOf(square)).toBeCloseTo(2 * height + metresBetween([12, 55], [12.01, 55]) + metresBetween([12, 55.01], [12.01, 55.01]), 3);
  });

  it('are 0 where there is nothing to measure', () => {
    expect(
      areaOf({
        type: 'LineString',
        coordinates: [
          [12, 55],
          [12, 56],
        ],
      }),
    ).toBe(0);
    expect(
      lengthOf({
        type: 'MultiPoint',
        coordinates: [
          [12, 55],
          [12, 56],
        ],
      }),
    ).toBe(0);
    expect(
      lengthOf({
        type: 'MultiLineString',
        coordinates: [
          [
            [12, 55],
            [12, 56],
          ],
        ],
      }),
    ).toBeCloseTo(111_195, -1);
  });
});

describe('movedMetres', () => {
  it('is how far the middle went, 0 when it stayed, null without a place', () => {
    const moved: Polygon = { type: 'Polygon', coordinates: [box(12, 55.001, 12.01, 55.011)] };
    expect(movedMetres(square, moved)).toBeCloseTo(111.195, 1);
    expect(movedMetres(square, square)).toBe(0);
    expect(movedMetres(null, square)).toBeNull();
    expect(movedMetres({ type: 'Point', coordinates: [12, 55] }, { type: 'Point', coordinates: [12, 55.0001] })).toBeCloseTo(11.12, 2);
  });
});

describe('centreOf and pointOn', () => {
  it('find the middle', () => {
    const [lon, lat] = centreOf(square);
    expect(lon).toBeCloseTo(12.005, 9);
    expect(lat).toBeCloseTo(55.005, 9);
    expect(
      centreOf({
        type: 'MultiPoint',
        coordinates: [
          [12, 55],
          [14, 57],
        ],
      }),
    ).toEqual([13, 56]);
    expect(
      pointOn({
        type: 'LineString',
        coordinates: [
          [12, 55],
          [12, 55.1],
          [12, 55.4],
        ],
      })[1],
    ).toBeCloseTo(55.2, 9);
    expect(
      pointOn({
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 1],
            [1, 1.1],
          ],
          [
            [12, 55],
            [12, 55.4],
          ],
        ],
      })[1],
    ).toBeCloseTo(55.2, 9);
    expect(
      pointOn({
        type: 'MultiPoint',
        coordinates: [
          [0, 0],
          [4, 4],
          [5, 5],
        ],
      }),
    ).toEqual([4, 4]);
    expect(pointOn({ type: 'MultiPolygon', coordinates: [bent.coordinates, [box(50, 0, 90, 40)]] })).toEqual([70, 20]);
  });

  it('lie on a bent zone and beside a hole', () => {
    expect(isInside(centreOf(bent), [bent.coordinates])).toBe(false);
    expect(isInside(pointOn(bent), [bent.coordinates])).toBe(true);
    const ring: Polygon = { type: 'Polygon', coordinates: [box(0, 0, 10, 10), box(1, 1, 9, 9)] };
    expect(isInside(pointOn(ring), [ring.coordinates])).toBe(true);
  });

  it('lie on every star-shaped zone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 30 }), position, (radii, [lon, lat]) => {
        const corners = radii.map((radius, index): Position => {
          const angle = (index / radii.length) * 2 * Math.PI;
          return [lon + (radius * Math.cos(angle)) / 100, lat + (radius * Math.sin(angle)) / 100];
        });
        const zone: Geometry = { type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] };
        expect(isInside(pointOn(zone), [zone.coordinates])).toBe(true);
      }),
    );
  });
});

describe('tileOf', () => {
  it('agrees with the tiles of the web', () => {
    // Tile 8/136/79 holds Copenhagen's town hall (openstreetmap.org's numbering).
    expect(tileOf([12.5683, 55.6761], 8)).toBe(80 * 256 + 136);
    expect(tileOf([-180, 85], 1)).toBe(0);
    expect(tileOf([179.9, -85], 1)).toBe(3);
    expect(tileOf([180, -90], 2)).toBe(15);
    expect(tileOf([12, 90], 0)).toBe(0);
  });

  it('is a whole number in range, and counts up eastwards and southwards', () => {
    const world = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));
    fc.assert(
      fc.property(world, world, fc.nat(26), (a, b, zoom) => {
        const tile = tileOf(a, zoom);
        expect(Number.isSafeInteger(tile) && tile >= 0 && tile < 4 ** zoom).toBe(true);
        const corner = tileOf([Math.max(a[0], b[0]), Math.min(a[1], b[1])], zoom);
        expect(corner).toBeGreaterThanOrEqual(tile);
      }),
    );
  });
});
