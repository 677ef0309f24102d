import { areaOf, readBoundaries } from '@kvarter/geo';
import { describe, expect, it } from 'vitest';
import { type ImportRow, isSendable, rowsOf, tallyOf, withSwapped } from './importRows';

const square = (lon: number, lat: number) => [
  [
    [lon, lat],
    [lon + 0.1, lat],
    [lon + 0.1, lat + 0.1],
    [lon, lat + 0.1],
    [lon, lat],
  ],
];
const feature = (navn: string, type: string, coordinates: unknown) => ({ type: 'Feature', properties: { navn }, geometry: { type, coordinates } });

function rowsFrom(...features: object[]): ImportRow[] {
  const file = readBoundaries(JSON.stringify({ type: 'FeatureCollection', features }));
  if (!file.ok) throw new Error(file.fault.reason);
  const zones = file.candidates.map((zone) => ({ ...zone, squareMetres: zone.check.ok ? areaOf(zone.check.geometry) : null }));
  return rowsOf(zones, ['Birkelunden']);
}

const rows = rowsFrom(
  feature('Ærø', 'Polygon', square(10, 55)),
  feature('birkelunden ', 'Polygon', square(10, 55)),
  feature('Byttet om', 'Polygon', square(55, 10)),
  feature('Et punkt', 'Point', [10, 55]),
);
const [fit, known, turned, point] = rows as [ImportRow, ImportRow, ImportRow, ImportRow];

describe('rowsOf', () => {
  it('picks what can be created, but nothing that is there by name already', () => {
    expect(fit).toMatchObject({ name: 'Ærø', picked: true, exists: false, state: 'ready' });
    expect(known).toMatchObject({ picked: false, exists: true, state: 'ready' });
  });

  it('keeps what is wrong at the row it concerns', () => {
    expect(point).toMatchObject({ picked: false, state: 'refused', boundary: null, fault: { kind: 'found', reason: 'BOUNDARY_NOT_POLYGON' } });
    expect(turned).toMatchObject({ state: 'refused', fault: { reason: 'GEOMETRY_SWAPPED' } });
  });

  it('takes up the offer to swap longitude and latitude', () => {
    const mended = withSwapped(turned);
    expect(mended).toMatchObject({ picked: true, state: 'ready', fault: null, swapped: null });
    expect(mended.boundary?.coordinates[0]?.[0]).toEqual([10, 55]);
    expect(withSwapped(point)).toBe(point);
  });
});

describe('isSendable', () => {
  it('lets a refused row be tried again, and nothing be sent twice', () => {
    expect(isSendable({ ...fit, state: 'refused' })).toBe(true);
    expect(isSendable({ ...fit, state: 'done' })).toBe(false);
    expect(isSendable({ ...fit, state: 'sending' })).toBe(false);
    expect(isSendable(point)).toBe(false);
  });
});

describe('tallyOf', () => {
  it('counts what would be created and what came of it', () => {
    expect(tallyOf(rows)).toEqual({ picked: 1, fit: 2, done: 0, refused: 0, all: 1, answered: 0 });
    expect(tallyOf([{ ...fit, state: 'done' }, { ...known, picked: true, state: 'refused' }, point])).toEqual({
      picked: 1,
      fit: 2,
      done: 1,
      refused: 1,
      all: 2,
      answered: 2,
    });
  });
});
