import { randomUUID } from 'node:crypto';
import type { FeatureState } from '@kvarter/geo';
import { describe, expect, it } from 'vitest';
import { decideAll, type Ground, type Head, type Proposed } from './map-edit.rules.js';

const at = new Date('2026-11-21T10:00:00Z');
const long = new Date('2025-01-01T00:00:00Z');
const state: FeatureState = { kind: 'NOTE', name: 'Bænk', note: null, geometry: null, details: {}, voices: [], outdated: false, removed: false };
const nothing: Ground = { seq: 7, at, heads: new Map(), bases: new Map(), earlier: new Map(), places: new Map() };
const feature = randomUUID();
const head: Head = { id: feature, version: 3, state, outsideBoundary: false, updatedAt: long, touchedAt: long };
const withHead: Ground = { ...nothing, heads: new Map([[feature, head]]) };

const proposed = (edit: Partial<Proposed['edit']>): Proposed => ({
  edit: { editId: randomUUID(), featureId: feature, baseVersion: 3, op: 'UPDATE', ...edit },
  faults: [],
});

describe('a batch of edits', () => {
  it('numbers lines without gaps, whatever lies between them', () => {
    const batch = [
      proposed({ name: 'A' }),
      proposed({ baseVersion: 9, name: 'B' }),
      proposed({ op: 'CREATE', baseVersion: 0, featureId: randomUUID(), kind: 'NOTE', name: 'C' }),
    ];
    const { outcomes, lines } = decideAll(batch, withHead);
    expect(outcomes.map(({ status, seq }) => [status, seq])).toEqual([
      ['APPLIED', 8],
      ['REJECTED', undefined],
      ['APPLIED', 9],
    ]);
    expect(lines.map(({ seq, after }) => [seq, after.version])).toEqual([
      [8, 4],
      [9, 1],
    ]);
  });

  it('lets later edits meet what earlier ones left, and merge into it', () => {
    const { outcomes, heads, lines } = decideAll(
      [proposed({ name: 'A' }), proposed({ note: 'N' }), proposed({ name: 'B' }), proposed({ baseVersion: 5, op: 'REMOVE' })],
      withHead,
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['APPLIED', 'MERGED', 'CONFLICT', 'APPLIED']);
    expect(outcomes[2]?.feature?.version).toBe(5);
    expect(heads.get(feature)).toMatchObject({ version: 6, state: { name: 'A', note: 'N', removed: true } });
    expect(lines.map(({ after }) => after.version)).toEqual([4, 5, 6]);
  });

  it('takes an older version within the batch as the base of a merge', () => {
    const batch = [proposed({ name: 'A' }), proposed({ baseVersion: 4, name: 'B' }), proposed({ baseVersion: 4, note: 'N' })];
    expect(decideAll(batch, withHead).outcomes.map(({ status }) => status)).toEqual(['APPLIED', 'APPLIED', 'MERGED']);
  });

  it('answers a repeat with the first result, from the log or from the same batch', () => {
    const edit = proposed({ name: 'A' });
    const logged = proposed({ name: 'old' });
    const ground = { ...withHead, earlier: new Map([[logged.edit.editId, { featureId: feature, seq: 2, after: head }]]) };
    const { outcomes, lines } = decideAll([edit, edit, logged], ground);
    expect(outcomes.map(({ status, seq, feature: after }) => [status, seq, after?.version])).toEqual([
      ['APPLIED', 8, 4],
      ['DUPLICATE', 8, 4],
      ['DUPLICATE', 2, 3],
    ]);
    expect(lines).toHaveLength(1);
  });

  it('refuses an edit id that belongs to another feature', () => {
    const edit = proposed({ name: 'A' });
    const other = { ...edit, edit: { ...edit.edit, featureId: randomUUID(), op: 'CREATE' as const, baseVersion: 0, kind: 'NOTE' as const } };
    expect(decideAll([edit, other], withHead).outcomes[1]).toMatchObject({ status: 'REJECTED', fault: { reason: 'EDIT_ID_REUSED' } });
  });

  it('refuses what was faulty by itself or in PostGIS, and lets the others stand', () => {
    const faulty: Proposed = { ...proposed({ name: 'A' }), faults: [{ reason: 'CPR_NUMBER', params: { field: 'name' } }] };
    const places = new Map([[1, { fault: { reason: 'GEOMETRY_INVALID', params: {} } as const, outside: false }]]);
    const { outcomes } = decideAll([faulty, proposed({ name: 'B' }), proposed({ name: 'C' })], { ...withHead, places });
    expect(outcomes.map(({ status, fault }) => [status, fault?.reason])).toEqual([
      ['REJECTED', 'CPR_NUMBER'],
      ['REJECTED', 'GEOMETRY_INVALID'],
      ['APPLIED', undefined],
    ]);
  });

  it('keeps and forgets where a feature lies with its geometry', () => {
    const point = { type: 'Point', coordinates: [10, 56] } as const;
    const places = new Map([[0, { fault: null, outside: true }]]);
    const { outcomes } = decideAll([proposed({ geometry: point }), proposed({ baseVersion: 4, name: 'A' }), proposed({ baseVersion: 5, geometry: null })], {
      ...withHead,
      places,
    });
    expect(outcomes.map(({ feature: after, warnings }) => [after?.outsideBoundary, warnings])).toEqual([
      [true, ['OUTSIDE_BOUNDARY']],
      [true, []],
      [false, []],
    ]);
  });

  it('warns of what seems to name somebody when it is written, not at every edit after', () => {
    const { outcomes } = decideAll([proposed({ note: 'Spørg Mette Hansen' }), proposed({ baseVersion: 4, geometry: null })], withHead);
    expect(outcomes.map(({ warnings }) => warnings)).toEqual([['LOOKS_LIKE_NAME'], []]);
  });

  it('counts only persons as having touched a feature', () => {
    expect(decideAll([proposed({ outdated: true })], withHead, false).heads.get(feature)).toMatchObject({ touchedAt: long, updatedAt: at });
    expect(decideAll([proposed({ name: 'A' })], withHead).heads.get(feature)).toMatchObject({ touchedAt: at });
  });
});
