import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type EditInput } from './map-edit.js';
import { fields, present, state, unordered } from './map-edit.arbitrary.js';
import type { FeatureState } from './map-feature.js';
import { editsTowards, inverseOf } from './map-undo.js';

const ids = { editId: 'undo', featureId: 'f', baseVersion: 2 };
const apply = (edit: EditInput, now: FeatureState | null): FeatureState => {
  const decision = decide(edit, { head: now && { version: edit.baseVersion, state: now }, base: null });
  if (!('after' in decision)) throw new Error(`${decision.status} ${decision.fault.reason}`);
  return decision.after;
};

describe('inverseOf', () => {
  it('takes an UPDATE back: the mark is as it was, and undoing the undo brings the edit again', () => {
    fc.assert(
      fc.property(present, fields(), (before, given) => {
        const edit: EditInput = { editId: 'e', featureId: 'f', baseVersion: 1, op: 'UPDATE', ...given };
        const decision = decide(edit, { head: { version: 1, state: before }, base: null });
        if (!('after' in decision)) return;
        const undo = inverseOf(before, decision.after, ids);
        const back = undo ? apply(undo, decision.after) : decision.after;
        expect(unordered(back)).toEqual(unordered(before));
        const redo = inverseOf(decision.after, back, { ...ids, baseVersion: 3 });
        expect(unordered(redo ? apply(redo, back) : back)).toEqual(unordered(decision.after));
      }),
    );
  });

  it('takes back a creation by removing, a removal by restoring, a restoration by removing', () => {
    fc.assert(
      fc.property(present, (mark) => {
        const gone = { ...mark, removed: true };
        expect(inverseOf(null, mark, ids)).toEqual({ ...ids, op: 'REMOVE' });
        expect(inverseOf(mark, gone, ids)).toEqual({ ...ids, op: 'RESTORE' });
        expect(inverseOf(gone, mark, ids)).toEqual({ ...ids, op: 'REMOVE' });
      }),
    );
  });

  it('is null where nothing was changed', () => {
    fc.assert(fc.property(present, (mark) => inverseOf(mark, mark, ids) === null));
  });

  it('merges with what others did to other fields meanwhile', () => {
    const before = fc.sample(present, { numRuns: 1, seed: 7 })[0] as FeatureState;
    const after = { ...before, name: 'mit' };
    const undo = inverseOf(before, after, ids) as EditInput;
    const head = { version: 3, state: { ...after, note: 'din' } };
    expect(decide(undo, { head, base: after })).toEqual({ status: 'MERGED', after: { ...before, note: 'din' } });
    expect(decide(undo, { head: { version: 3, state: { ...after, name: 'dit' } }, base: after })).toMatchObject({
      status: 'CONFLICT',
      conflictFields: ['name'],
    });
  });
});

describe('editsTowards', () => {
  it('leads from any state to any other, in edits that each build on the one before', () => {
    fc.assert(
      fc.property(state, fc.option(state), (from, to) => {
        let [version, now, made] = [5, from, 0];
        for (const edit of editsTowards(from, to, { featureId: 'f', baseVersion: 5 }, () => `e${(made += 1)}`)) {
          expect(edit).toMatchObject({ editId: `e${made === 1 ? 1 : edit.editId.slice(1)}`, baseVersion: version });
          now = apply(edit, now);
          version += 1;
        }
        expect(made).toBeLessThanOrEqual(2);
        const gone = !to || to.removed;
        expect(now.removed).toBe(gone);
        // Between two states of being removed nothing is to be seen, and nothing is done.
        if (to && !(from.removed && gone)) expect(unordered({ ...now, outdated: to.outdated })).toEqual(unordered(to));
      }),
    );
  });
});
