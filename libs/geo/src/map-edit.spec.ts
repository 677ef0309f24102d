import { describe, expect, it } from 'vitest';
import { blankFeature } from './feature-fields.js';
import { decide, type EditInput, maxVoices } from './map-edit.js';
import type { FeatureState, FeatureVersion, Voice } from './map-feature.js';

const first: FeatureState = { ...blankFeature('UNSAFE_ZONE', 'Stien', { type: 'Point', coordinates: [12, 55] }), details: { times: ['EVENING'] } };
const voice = (id: string, more: Partial<Voice> = {}): Voice => ({ id, capacity: 'beboer', stance: 'SAYS', saidOn: '2026-05-14', ...more });
const at = (version: number, more: Partial<FeatureState> = {}): FeatureVersion => ({ version, state: { ...first, ...more } });
const edit = (more: Partial<EditInput>): EditInput => ({ editId: 'e', featureId: 'f', baseVersion: 1, op: 'UPDATE', ...more });
const reasonOf = (decision: ReturnType<typeof decide>): string | undefined => ('fault' in decision ? decision.fault.reason : undefined);

describe('CREATE', () => {
  const create = edit({ op: 'CREATE', baseVersion: 0, kind: 'NOTE', name: 'Bænk' });

  it('makes a mark of what is given, the rest empty', () => {
    expect(decide(create, { head: null, base: null })).toEqual({ status: 'APPLIED', after: blankFeature('NOTE', 'Bænk') });
  });

  it('may lack a place: such a mark is listed, not drawn', () => {
    expect(decide({ ...create, kind: 'ASSOCIATION', geometry: null }, { head: null, base: null }).status).toBe('APPLIED');
  });

  it('takes details and voices along', () => {
    const decision = decide(
      { ...create, kind: 'UNSAFE_ZONE', details: { times: ['NIGHT'], couldHelp: null }, addVoices: [voice('v')] },
      { head: null, base: null },
    );
    expect(decision).toMatchObject({ after: { details: { times: ['NIGHT'] }, voices: [voice('v')] } });
  });

  it('meets a conflict where the mark is there, even removed', () => {
    expect(reasonOf(decide(create, { head: at(1), base: null }))).toBe('FEATURE_EXISTS');
    expect(decide(create, { head: at(2, { removed: true }), base: null }).status).toBe('CONFLICT');
  });

  it('is refused with a version, without a kind or name, and with details of another kind', () => {
    const on = { head: null, base: null };
    expect(reasonOf(decide({ ...create, baseVersion: 1 }, on))).toBe('VERSION_AHEAD');
    expect(reasonOf(decide({ ...create, kind: undefined }, on))).toBe('FIELD_EMPTY');
    expect(reasonOf(decide({ ...create, name: undefined }, on))).toBe('NAME_EMPTY');
    expect(decide({ ...create, details: { times: ['DAY'] } }, on)).toEqual({
      status: 'REJECTED',
      fault: { reason: 'DETAIL_NOT_OF_KIND', params: { field: 'times' }, path: 'details.times' },
    });
  });
});

describe('UPDATE', () => {
  it('keeps what is undefined and clears what is null', () => {
    const decision = decide(edit({ name: 'Stien bag vaskeriet', geometry: null, details: { times: null } }), { head: at(1, { note: 'Mørk' }), base: null });
    expect(decision).toEqual({ status: 'APPLIED', after: { ...first, name: 'Stien bag vaskeriet', note: 'Mørk', geometry: null, details: {} } });
  });

  it('that changes nothing is applied all the same', () => {
    expect(decide(edit({}), { head: at(1), base: null })).toEqual({ status: 'APPLIED', after: first });
  });

  it('merges where others changed other fields', () => {
    const met = { head: at(2, { name: 'Ny' }), base: first };
    expect(decide(edit({ note: 'Mørk' }), met)).toEqual({ status: 'MERGED', after: { ...first, name: 'Ny', note: 'Mørk' } });
    expect(decide(edit({ details: { couldHelp: 'Lys' } }), { head: at(2, { details: { times: ['NIGHT'] } }), base: first })).toMatchObject({
      status: 'MERGED',
      after: { details: { times: ['NIGHT'], couldHelp: 'Lys' } },
    });
  });

  it('conflicts on the same field with another value, and then applies nothing', () => {
    const decision = decide(edit({ name: 'Min', note: 'Mørk' }), { head: at(2, { name: 'Din' }), base: first });
    expect(decision).toEqual({ status: 'CONFLICT', conflictFields: ['name'], fault: { reason: 'FIELD_CHANGED_MEANWHILE', params: {} } });
  });

  it('agrees where the same value is there already', () => {
    expect(decide(edit({ name: 'Vores' }), { head: at(3, { name: 'Vores' }), base: first }).status).toBe('MERGED');
  });

  it('treats a place moved to the same place as the same value, whatever the order of members', () => {
    const head = at(2, { geometry: { coordinates: [13, 56], type: 'Point' } });
    expect(decide(edit({ geometry: { type: 'Point', coordinates: [13, 56] } }), { head, base: first }).status).toBe('MERGED');
    expect(decide(edit({ geometry: { type: 'Point', coordinates: [13, 57] } }), { head, base: first })).toMatchObject({ conflictFields: ['geometry'] });
  });

  it('takes every field as changed where the base is not known', () => {
    expect(decide(edit({ baseVersion: 0, name: 'Anden' }), { head: at(2), base: null })).toMatchObject({ status: 'CONFLICT', conflictFields: ['name'] });
    expect(decide(edit({ baseVersion: 0, name: 'Stien' }), { head: at(2), base: null }).status).toBe('MERGED');
  });

  it('is refused ahead of time, and where there is no such mark', () => {
    expect(reasonOf(decide(edit({ baseVersion: 3 }), { head: at(2), base: first }))).toBe('VERSION_AHEAD');
    expect(reasonOf(decide(edit({ baseVersion: 0 }), { head: null, base: null }))).toBe('FEATURE_NOT_FOUND');
  });

  it('of a removed mark is a conflict', () => {
    expect(decide(edit({ baseVersion: 2, name: 'x' }), { head: at(2, { removed: true }), base: first })).toMatchObject({
      status: 'CONFLICT',
      conflictFields: ['removed'],
      fault: { reason: 'FEATURE_REMOVED' },
    });
  });
});

describe('a change of kind', () => {
  it('clears the details the new kind has not got', () => {
    expect(decide(edit({ kind: 'NOTE' }), { head: at(1), base: null })).toMatchObject({ status: 'APPLIED', after: { kind: 'NOTE', details: {} } });
  });

  it('keeps the details both kinds have', () => {
    expect(decide(edit({ kind: 'CRIME_SPOT' }), { head: at(1), base: null })).toMatchObject({ after: { kind: 'CRIME_SPOT', details: { times: ['EVENING'] } } });
  });

  it('does not clear what somebody filled in meanwhile', () => {
    const head = at(2, { details: { times: ['NIGHT'] } });
    expect(decide(edit({ kind: 'NOTE' }), { head, base: first })).toMatchObject({ status: 'CONFLICT', conflictFields: ['details.times'] });
  });

  it('meanwhile makes a detail of the old kind a conflict, not a fault of the writer', () => {
    const head = at(2, { kind: 'NOTE', details: {} });
    expect(decide(edit({ details: { couldHelp: 'Lys' } }), { head, base: first })).toMatchObject({ status: 'CONFLICT', conflictFields: ['kind'] });
  });

  it('is refused with details of the old kind', () => {
    expect(reasonOf(decide(edit({ kind: 'NOTE', details: { couldHelp: 'Lys' } }), { head: at(1), base: null }))).toBe('DETAIL_NOT_OF_KIND');
  });
});

describe('voices', () => {
  it('of two people merge', () => {
    expect(decide(edit({ addVoices: [voice('b')] }), { head: at(2, { voices: [voice('a')] }), base: first })).toMatchObject({
      status: 'MERGED',
      after: { voices: [voice('a'), voice('b')] },
    });
  });

  it('stand in the order they were said', () => {
    const head = at(1, { voices: [voice('a', { saidOn: '2026-01-01' }), voice('b', { saidOn: '2026-03-01' })] });
    const decision = decide(edit({ addVoices: [voice('c', { saidOn: '2026-02-01' })] }), { head, base: null });
    expect('after' in decision && decision.after.voices.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  it('may be withdrawn, also by two at once', () => {
    const base = { ...first, voices: [voice('a'), voice('b')] };
    expect(decide(edit({ withdrawVoices: ['a'] }), { head: at(2, { voices: [voice('b')] }), base })).toMatchObject({
      status: 'MERGED',
      after: { voices: [voice('b')] },
    });
  });

  it('conflict where one corrects what another withdraws', () => {
    const base = { ...first, voices: [voice('a')] };
    expect(decide(edit({ addVoices: [voice('a', { stance: 'REFUTES' })] }), { head: at(2), base })).toMatchObject({
      status: 'CONFLICT',
      conflictFields: ['voices.a'],
    });
  });

  it('end the state of being outdated, when new', () => {
    const base = { ...first, outdated: true, voices: [voice('a')] };
    const head = { version: 1, state: base };
    expect(decide(edit({ addVoices: [voice('b')] }), { head, base })).toMatchObject({ after: { outdated: false } });
    expect(decide(edit({ addVoices: [voice('a', { capacity: 'nabo' })] }), { head, base })).toMatchObject({ after: { outdated: true } });
    expect(decide(edit({ withdrawVoices: ['a'] }), { head, base })).toMatchObject({ after: { outdated: true } });
  });

  it('are limited in number', () => {
    const many = Array.from({ length: maxVoices }, (_, index) => voice(`v${index}`));
    const head = at(1, { voices: many });
    expect(reasonOf(decide(edit({ addVoices: [voice('one more')] }), { head, base: null }))).toBe('TOO_MANY_VOICES');
    expect(decide(edit({ addVoices: [voice('v0', { stance: 'REFUTES' })] }), { head, base: null }).status).toBe('APPLIED');
  });
});

describe('REMOVE and RESTORE', () => {
  const remove = edit({ op: 'REMOVE' });
  const restore = edit({ op: 'RESTORE' });

  it('take a mark off and bring it back with all it held', () => {
    const head = at(1, { note: 'Mørk', voices: [voice('a')] });
    const gone = decide(remove, { head, base: null });
    expect(gone).toEqual({ status: 'APPLIED', after: { ...head.state, removed: true } });
    expect(decide(restore, { head: { version: 5, state: { ...head.state, removed: true } }, base: first })).toEqual({ status: 'APPLIED', after: head.state });
  });

  it('REMOVE conflicts with what it has not seen', () => {
    expect(reasonOf(decide(remove, { head: at(2, { note: 'Ny' }), base: first }))).toBe('CHANGED_BEFORE_REMOVAL');
    expect(reasonOf(decide(remove, { head: at(2, { removed: true }), base: first }))).toBe('REMOVED_ALREADY');
    expect(reasonOf(decide({ ...remove, baseVersion: 2 }, { head: at(2, { removed: true }), base: first }))).toBe('REMOVED_ALREADY');
  });

  it('RESTORE of what is there is a conflict', () => {
    expect(reasonOf(decide(restore, { head: at(1), base: null }))).toBe('NOT_REMOVED');
  });
});

describe('an edit by Kvarter itself', () => {
  it('says that a mark is outdated, and merges with people’s edits', () => {
    expect(decide({ ...edit({}), outdated: true }, { head: at(2, { name: 'Ny' }), base: first })).toMatchObject({
      status: 'MERGED',
      after: { name: 'Ny', outdated: true },
    });
  });
});
