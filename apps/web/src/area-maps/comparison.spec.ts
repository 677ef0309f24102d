import { describe, expect, it } from 'vitest';
import { type Changed, changeLines, comparedMarks } from './comparison';
import type { WireFeature } from './sync/MapServer';

const none = { activity: null, audience: null, consent: null, contribution: null, couldHelp: null, group: null, openingHours: null, times: null };
const feature = (id: string, more: Partial<WireFeature> = {}): WireFeature => ({
  id,
  kind: 'NOTE',
  name: id,
  note: null,
  geometry: { type: 'Point', coordinates: [10, 56] },
  version: 1,
  removed: false,
  updatedAt: '2026-05-14T10:00:00.000Z',
  outdated: false,
  outsideBoundary: false,
  details: none,
  voices: [],
  ...more,
});
const changed = (fields: string[], after: Partial<WireFeature>, movedMetres: number | null = null): Changed => ({
  before: feature('a'),
  after: feature('a', after),
  fields,
  movedMetres,
});

describe('what changed between two times', () => {
  it('is said line by line', () => {
    const voice = { id: 'v', capacity: 'Beboer', stance: 'SAYS' as const, saidOn: '2026-05-14' };
    const lines = changeLines(
      changed(
        ['name', 'geometry', 'voices.v', 'outdated'],
        { name: 'b', geometry: { type: 'Point', coordinates: [10.001, 56] }, voices: [voice], outdated: true },
        62.4,
      ),
    );
    expect(lines).toEqual([
      { what: 'field', field: 'name', from: 'a', to: 'b' },
      { what: 'moved', metres: 62.4 },
      { what: 'outdated' },
      { what: 'voices', added: 1, gone: 0 },
    ]);
  });

  it('tells a new form from a move, and a place that came from one that changed', () => {
    expect(changeLines(changed(['geometry'], {}, 0.2))).toEqual([{ what: 'shape' }]);
    expect(changeLines(changed(['geometry'], { geometry: null }))).toMatchObject([{ what: 'field', field: 'geometry', to: null }]);
  });

  it('stands on the map: new, changed, moved from where, and gone', () => {
    const moved = changed(['geometry'], { geometry: { type: 'Point', coordinates: [10.1, 56] } }, 6_000);
    const marks = comparedMarks([feature('a'), feature('b'), feature('c')], {
      fromSeq: 1,
      toSeq: 2,
      added: [feature('b')],
      removed: [feature('d')],
      changed: [moved],
    });
    expect([...marks.values()].map(({ id, change }) => [id, change])).toEqual([
      ['a', 'moved'],
      ['b', 'added'],
      ['c', undefined],
      ['d', 'removed'],
    ]);
    expect(marks.get('a')?.from).toEqual({ type: 'Point', coordinates: [10, 56] });
  });
});
