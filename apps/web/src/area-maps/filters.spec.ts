import { type FeatureKind, type FeatureState } from '@kvarter/geo';
import { describe, expect, it } from 'vitest';
import { activeFilters, families, filtered, kindsOf, noFilters } from './filters';
import type { SharedFeature } from './sync/areaMap.types';

const mark = (id: string, kind: FeatureKind, more: Partial<FeatureState> = {}): SharedFeature => ({
  id,
  version: 1,
  updatedAt: null,
  outsideBoundary: false,
  pending: false,
  trouble: false,
  state: { kind, name: id, note: null, geometry: null, details: {}, voices: [], outdated: false, removed: false, ...more },
});

const marks = [
  mark('Skakklubben', 'ASSOCIATION', { note: 'Åben hver torsdag' }),
  mark('Stien', 'UNSAFE_ZONE', { details: { times: ['NIGHT'] } }),
  mark('Trappen', 'GATHERING_SPOT', { outdated: true }),
  mark('Væk', 'NOTE', { removed: true }),
];
const names = (filters: Partial<typeof noFilters>) => filtered(marks, { ...noFilters, ...filters }).shown.map(({ id }) => id);

describe('filters', () => {
  it('let everything through but what is removed', () => {
    expect(names({})).toEqual(['Skakklubben', 'Stien', 'Trappen']);
    expect(names({ removed: true })).toContain('Væk');
    expect(activeFilters(noFilters)).toBe(0);
  });

  it('hide kinds, and still count them', () => {
    const { shown, counts, all } = filtered(marks, { ...noFilters, hiddenKinds: new Set(['UNSAFE_ZONE']) });
    expect(shown.map(({ id }) => id)).toEqual(['Skakklubben', 'Trappen']);
    expect([counts.get('UNSAFE_ZONE'), all]).toEqual([1, 3]);
  });

  it('find words anywhere in the texts, whatever their case, Danish letters too', () => {
    expect(names({ text: 'ÅBEN torsdag' })).toEqual(['Skakklubben']);
    expect(names({ text: 'findes ikke' })).toEqual([]);
  });

  it('by time concern challenges that say one', () => {
    expect(names({ times: ['DAY'] })).toEqual(['Skakklubben', 'Trappen']);
    expect(names({ times: ['NIGHT'] })).toEqual(['Skakklubben', 'Stien', 'Trappen']);
  });

  it('by certainty', () => {
    expect(names({ certainty: ['OUTDATED'] })).toEqual(['Trappen']);
  });

  it('know every kind in one family', () => {
    const kinds = families.flatMap(kindsOf);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds).toHaveLength(11);
  });
});
