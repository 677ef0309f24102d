/**
 * The shared map against a model too simple to be wrong: a mark is a table of fields, each with the version
 * at which it last got another value.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, type FieldKey, fieldOf } from './feature-fields.js';
import { assignmentsOf, decide, type EditInput } from './map-edit.js';
import { fields, present, state, unordered } from './map-edit.arbitrary.js';
import type { FeatureState } from './map-feature.js';
import { overlay } from './map-overlay.js';
import { same } from './same.js';

const ids = { editId: 'e', featureId: 'f' };
const update = (baseVersion: number, given: Partial<EditInput>): EditInput => ({ ...ids, op: 'UPDATE', baseVersion, ...given });

/** One person's step: an edit that builds on a version some steps back. */
const step = fc.record({ op: fc.constantFrom<EditInput['op']>('UPDATE', 'UPDATE', 'UPDATE', 'UPDATE', 'REMOVE', 'RESTORE'), back: fc.nat(4), given: fields() });

/** The same input less some fields. */
function without({ details, addVoices, withdrawVoices, ...plain }: Partial<EditInput>, keys: ReadonlySet<FieldKey>): Partial<EditInput> {
  const kept = <T>(entries: Record<string, T>, prefix = ''): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.has(`${prefix}${key}` as FieldKey)));
  return {
    ...kept(plain),
    details: details && kept(details, 'details.'),
    addVoices: addVoices?.filter(({ id }) => !keys.has(`voices.${id}`)),
    withdrawVoices: withdrawVoices?.filter((id) => !keys.has(`voices.${id}`)),
  };
}

describe('decide, run over a whole meeting', () => {
  it('loses no update: what stands in a field is what the last accepted edit of that field said', () => {
    fc.assert(
      fc.property(present, fc.array(step, { maxLength: 25 }), (start, steps) => {
        const versions: FeatureState[] = [start];
        for (const { op, back, given } of steps) {
          const version = versions.length;
          const head = versions[version - 1] as FeatureState;
          const baseVersion = Math.max(1, version - back);
          const base = versions[baseVersion - 1] as FeatureState;
          const edit = { ...ids, op, baseVersion, ...given };
          const decision = decide(edit, { head: { version, state: head }, base });
          if (!('after' in decision)) continue;
          const { after } = decision;
          const wanted = op === 'UPDATE' ? assignmentsOf(edit, base.kind) : new Map();
          for (const key of changedFields(head, after)) {
            if (key === 'removed') expect(op).not.toBe('UPDATE');
            else if (key === 'outdated') expect(after.outdated).toBe(false);
            // Nothing changes but what was asked for …
            else expect(same(fieldOf(after, key), wanted.get(key))).toBe(true);
            // … and nobody's change since is overwritten.
            if (op === 'UPDATE' && key !== 'outdated') expect(same(fieldOf(head, key), fieldOf(base, key))).toBe(true);
          }
          for (const [key, value] of wanted) expect(same(fieldOf(after, key), value)).toBe(true);
          expect(decision.status).toBe(op === 'UPDATE' && baseVersion < version ? 'MERGED' : 'APPLIED');
          versions.push(after);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses only what clashes: a stale UPDATE conflicts exactly where a field has another value than seen and than wanted', () => {
    fc.assert(
      fc.property(present, present, fields(), (base, changed, given) => {
        const head = { ...changed, kind: base.kind, details: base.details };
        const edit = update(1, { ...given, kind: undefined, details: undefined });
        const decision = decide(edit, { head: { version: 2, state: head }, base });
        const clashes = [...assignmentsOf(edit)].filter(([key, wanted]) => !same(fieldOf(head, key), wanted) && !same(fieldOf(head, key), fieldOf(base, key)));
        expect(decision.status).toBe(clashes.length > 0 ? 'CONFLICT' : 'MERGED');
        if (decision.status === 'CONFLICT') expect(decision.conflictFields).toEqual(clashes.map(([key]) => key));
      }),
    );
  });

  it('gives the same mark in whichever order edits of different fields arrive', () => {
    fc.assert(
      fc.property(
        present.chain((start) => fc.tuple(fc.constant(start), fields(start.kind), fields(start.kind))),
        ([start, mine, yours]) => {
          const one = update(1, mine);
          const other = update(1, without(yours, new Set(assignmentsOf(one).keys())));
          const inOrder = (first: EditInput, second: EditInput): FeatureState => {
            const begun = decide(first, { head: { version: 1, state: start }, base: start });
            if (!('after' in begun)) throw new Error(begun.status);
            const done = decide(second, { head: { version: 2, state: begun.after }, base: start });
            if (!('after' in done)) throw new Error(done.status);
            return done.after;
          };
          expect(unordered(inOrder(one, other))).toEqual(unordered(inOrder(other, one)));
        },
      ),
    );
  });

  it('never lets a mark stand with details of another kind', () => {
    fc.assert(
      fc.property(present, present, fields(), (base, head, given) => {
        const decision = decide(update(1, given), { head: { version: 2, state: head }, base });
        if (!('after' in decision)) return;
        expect(decide(update(1, {}), { head: { version: 1, state: decision.after }, base: null }).status).toBe('APPLIED');
      }),
    );
  });

  it('decides on anything without a throw, and never changes what it was given', () => {
    fc.assert(
      fc.property(fc.option(state), fc.option(state), fc.nat(3), step, (head, base, version, { op, back, given }) => {
        const before = structuredClone({ head, base, given });
        decide({ ...ids, op, baseVersion: back, ...given }, { head: head && { version, state: head }, base });
        expect({ head, base, given }).toEqual(before);
      }),
    );
  });
});

describe('overlay', () => {
  it('shows what the server will answer while nobody else edits', () => {
    fc.assert(
      fc.property(present, fc.array(step, { maxLength: 8 }), (start, steps) => {
        let shown: FeatureState | null = start;
        let told = start;
        let version = 1;
        for (const { op, given } of steps) {
          const edit = { ...ids, op, baseVersion: version, ...given };
          const decision = decide(edit, { head: { version, state: told }, base: null });
          if (!('after' in decision)) continue;
          told = decision.after;
          version += 1;
          shown = overlay(shown, [edit]);
          expect(shown).toEqual(told);
        }
      }),
    );
  });

  it('lays edits over each other in order, creation first', () => {
    const create: EditInput = { ...ids, op: 'CREATE', baseVersion: 0, kind: 'NOTE', name: 'Bænk' };
    expect(overlay(null, [create, update(1, { name: 'Bænken' })])).toMatchObject({ kind: 'NOTE', name: 'Bænken', removed: false });
    expect(overlay(null, [create, { ...ids, op: 'REMOVE', baseVersion: 1 }])).toMatchObject({ removed: true });
    expect(overlay(null, [update(1, { name: 'x' })])).toBeNull();
  });
});
