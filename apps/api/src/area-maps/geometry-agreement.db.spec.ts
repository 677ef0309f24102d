/**
 * The check that browser and server share says of polygons what PostGIS says, on shapes small and odd enough
 * to touch, cross and cover each other in every way. Two differences are meant: what is thinner than a tenth
 * of a millimetre is refused early, and an inside cut in two by a chain of holes is left to PostGIS.
 */
import { checkGeometry, type Position } from '@kvarter/geo';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

const client = new Client({ connectionString: inject('database').adminUrl });
beforeAll(() => client.connect());
afterAll(() => client.end());

const grid = 6;
const closed = (corners: readonly Position[]): Position[] => [...corners, corners[0] ?? [0, 0]];
const corner = fc.tuple(fc.integer({ min: 0, max: grid }), fc.integer({ min: 0, max: grid }));
const size = fc.integer({ min: 1, max: 4 });
const rough = fc.array(corner, { minLength: 3, maxLength: 7 }).map(closed);
const triangle = fc.tuple(corner, corner, corner).map(closed);
const box = fc.tuple(corner, size, size).map(([[x, y], width, height]) =>
  closed([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]),
);
const ring = fc.oneof(rough, triangle, box);
const frame = fc.constant(
  closed([
    [-1, -1],
    [grid + 5, -1],
    [grid + 5, grid + 5],
    [-1, grid + 5],
  ]),
);
const polygon = fc.oneof(
  ring.map((one) => [one]),
  fc.array(ring, { minLength: 1, maxLength: 3 }),
  fc.tuple(frame, ring),
  fc.tuple(frame, triangle, box),
  fc.tuple(frame, triangle, triangle, box),
);
const shape = fc.oneof(
  polygon.map((coordinates) => ({ type: 'Polygon', coordinates })),
  fc.array(polygon, { minLength: 2, maxLength: 3 }).map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
  fc
    .array(
      ring.map((one) => [one]),
      { minLength: 2, maxLength: 3 },
    )
    .map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
);
/** Whole degrees are exact; thirds and tenths are not, and bend what was straight. */
const scaled = fc.tuple(shape, fc.constantFrom(1, 3, 10)).map(([{ type, coordinates }, by]) => ({
  type,
  coordinates: JSON.parse(JSON.stringify(coordinates), (_, value: unknown) => (typeof value === 'number' ? value / by : value)) as unknown,
}));

it('agrees with PostGIS about 5,000 shapes', async () => {
  const shapes = fc.sample(scaled, { numRuns: 5_000, seed: 20_261_121 });
  const { rows } = await client.query<{ valid: boolean; reason: string }>(
    `select st_isvalid(geom) as valid, st_isvalidreason(geom) as reason
     from unnest($1::text[]) with ordinality as given (json, number), st_geomfromgeojson(json) as geom order by number`,
    [shapes.map((one) => JSON.stringify(one))],
  );
  const seen = { both: 0, neither: 0 };
  for (const [index, one] of shapes.entries()) {
    const check = checkGeometry(one);
    const { valid = false, reason = '' } = rows[index] ?? {};
    const early = !check.ok && check.fault.reason === 'GEOMETRY_NO_AREA';
    const late = check.ok && reason.startsWith('Interior is disconnected');
    if (!early && !late) expect({ one: JSON.stringify(one), ours: check.ok, reason }).toEqual({ one: JSON.stringify(one), ours: valid, reason });
    seen[check.ok ? 'both' : 'neither'] += 1;
  }
  // The generator must try both sides.
  expect(Math.min(seen.both, seen.neither)).toBeGreaterThan(500);
}, 60_000);
