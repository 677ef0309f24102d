import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBoundary, readBoundaries } from './boundary.js';
import { areaOf } from './measure.js';

const ring = [
  [12, 55],
  [12.01, 55],
  [12.01, 55.01],
  [12, 55.01],
  [12, 55],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (properties: unknown, geometry: unknown = polygon): object => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const namesIn = (text: string): string[] => {
  const file = readBoundaries(text);
  return file.ok ? file.candidates.map(({ name }) => name) : [file.fault.reason];
};

describe('checkBoundary', () => {
  it('takes zones only', () => {
    expect(checkBoundary(polygon)).toMatchObject({ ok: true });
    expect(checkBoundary({ type: 'Point', coordinates: [12, 55] })).toMatchObject({ fault: { reason: 'BOUNDARY_NOT_POLYGON', path: 'type' } });
    expect(checkBoundary({ type: 'LineString', coordinates: ring })).toMatchObject({ fault: { reason: 'BOUNDARY_NOT_POLYGON' } });
    expect(checkBoundary(null)).toMatchObject({ fault: { reason: 'GEOMETRY_NOT_OBJECT' } });
  });
});

describe('readBoundaries', () => {
  it('reads a geometry, a feature and a collection, with or without a byte order mark', () => {
    expect(namesIn(JSON.stringify(polygon))).toEqual(['']);
    expect(namesIn(`\ufeff${JSON.stringify(feature({ name: 'Birkelunden' }))}`)).toEqual(['Birkelunden']);
    expect(namesIn(collection(feature({ navn: ' Å\u0000by ' }), feature({ KOMMUNENAVN: 'Åkøbing' }), feature(null), feature({ name: 7, title: 'T' })))).toEqual(
      ['Åby', 'Åkøbing', '', 'T'],
    );
  });

  it('cuts a name that is too long for an area', () => expect(namesIn(collection(feature({ name: 'å'.repeat(200) })))[0]).toBe('å'.repeat(120)));

  it('tells each feature’s own fault and offers to swap', () => {
    const file = readBoundaries(collection(feature({}), feature({}, null), feature({}, { type: 'Polygon', coordinates: [ring.map(([x, y]) => [y, x])] }), 'x'));
    expect(file.ok && file.candidates.map(({ check }) => (check.ok ? 'fine' : check.fault.reason))).toEqual([
      'fine',
      'GEOMETRY_NOT_OBJECT',
      'GEOMETRY_SWAPPED',
      'GEOMETRY_NOT_OBJECT',
    ]);
    expect(file.ok && file.candidates[2]?.check).toMatchObject({ swapped: polygon });
  });

  it.each([
    ['', 'FILE_NOT_JSON'],
    ['<kml/>', 'FILE_NOT_JSON'],
    ['null', 'FILE_NOT_JSON'],
    ['[1]', 'FILE_NOT_JSON'],
    [collection(), 'FILE_WITHOUT_AREAS'],
    ['{"type":"FeatureCollection"}', 'FILE_WITHOUT_AREAS'],
    [collection(...Array.from({ length: 501 }, () => feature({}))), 'FILE_TOO_MANY_AREAS'],
    [JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:25832' } }, features: [feature({})] }), 'GEOMETRY_OTHER_CRS'],
  ])('refuses %.40s', (text, reason) => expect(namesIn(text)).toEqual([reason]));

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.jsonValue()).map((features) => JSON.stringify({ type: 'FeatureCollection', features })),
        ),
        (text) => {
          readBoundaries(text);
        },
      ),
    );
  });
});

const municipalities = join(process.env.KVARTER_TEST_DATA ?? '', 'dk-municipalities.geojson');

describe.skipIf(!process.env.KVARTER_TEST_DATA || !existsSync(municipalities))('the municipalities of Denmark', () => {
  it('come in whole: 98 of them, islands and holes intact, Danish letters right', () => {
    const text = readFileSync(municipalities, 'utf8');
    const file = readBoundaries(text);
    if (!file.ok) throw new Error(file.fault.reason);
    expect(file.candidates).toHaveLength(98);
    expect(file.candidates.filter(({ check }) => !check.ok)).toEqual([]);
    expect(new Set(file.candidates.map(({ name }) => name)).size).toBe(98);
    expect(file.candidates.map(({ name }) => name)).toEqual(expect.arrayContaining(['København', 'Ærø', 'Læsø', 'Aabenraa', 'Brønderslev']));
    const raw: { features: { geometry: { coordinates: number[][][][] } }[] } = JSON.parse(text);
    for (const [index, { check }] of file.candidates.entries()) {
      const flat = JSON.stringify(raw.features[index]?.geometry.coordinates, (_, value) =>
        Array.isArray(value) && typeof value[0] === 'number' ? value.slice(0, 2) : value,
      );
      expect(check.ok && JSON.stringify(check.geometry.coordinates)).toBe(flat);
    }
    // Denmark is 42,951 km² by Statistics Denmark, lakes included; the file is generalised.
    const total = file.candidates.reduce((sum, { check }) => sum + (check.ok ? areaOf(check.geometry) : 0), 0);
    expect(total / 42_951e6).toBeCloseTo(1, 1);
  });
});
