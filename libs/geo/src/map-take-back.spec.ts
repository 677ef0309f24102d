import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankFeature, changedFields, fieldOf } from './feature-fields.js';
import { decide, type EditInput } from './map-edit.js';
import { fields, unordered } from './map-edit.arbitrary.js';
import type { FeatureState, FeatureVersion } from './map-feature.js';
import { type LoggedEdit, takeBack } from './map-take-back.js';
import { same } from './same.js';

const blank = blankFeature('UNSAFE_ZONE', 'Stien');
const heads = (state: FeatureState, version = 9): Map<string, FeatureVersion> => new Map([['f', { version, state }]]);
const log = (before: FeatureState | null, after: FeatureState): LoggedEdit => ({ featureId: 'f', before, after });
const newIds = (): (() => string) => {
  let made = 0;
  return () => `e${(made += 1)}`;
};

/** Applies the edits one after another; each must be accepted as it stands. */
function applied(edits: readonly EditInput[], start: ReadonlyMap<string, FeatureVersion>): Map<string, FeatureVersion> {
  const now = new Map(start);
  for (const edit of edits) {
    const head = now.get(edit.featureId) ?? null;
    const decision = decide(edit, { head, base: null });
    if (decision.status !== 'APPLIED') throw new Error(decision.status);
    now.set(edit.featureId, { version: (head?.version ?? 0) + 1, state: decision.after });
  }
  return now;
}

describe('takeBack', () => {
  it('goes back field by field, past the person’s own later edits', () => {
    const [one, two] = [
      { ...blank, name: 'et' },
      { ...blank, name: 'to', note: 'n' },
    ];
    const result = takeBack([log(blank, one), log(one, two)], heads(two), newIds());
    expect(result).toEqual({ takenBack: 2, kept: 0, edits: [{ editId: 'e1', featureId: 'f', baseVersion: 9, op: 'UPDATE', name: 'Stien', note: null }] });
  });

  it('leaves what somebody else has changed since', () => {
    const mine = { ...blank, name: 'mit', note: 'min' };
    const result = takeBack([log(blank, mine)], heads({ ...mine, name: 'dit' }), newIds());
    expect(result).toMatchObject({ takenBack: 0, kept: 1, edits: [{ op: 'UPDATE', note: null }] });
    expect(result.edits[0]).not.toHaveProperty('name');
  });

  it('stops at somebody else’s change in between', () => {
    const mine = { ...blank, name: 'mit' };
    const yours = { ...blank, name: 'dit' };
    const again = { ...blank, name: 'mit igen' };
    expect(takeBack([log(blank, mine), log(yours, again)], heads(again), newIds())).toMatchObject({ takenBack: 1, kept: 1, edits: [{ name: 'dit' }] });
  });

  it('removes what the person created, unless somebody has added to it', () => {
    expect(takeBack([log(null, blank)], heads(blank), newIds())).toMatchObject({ takenBack: 1, edits: [{ op: 'REMOVE' }] });
    expect(takeBack([log(null, blank)], heads({ ...blank, note: 'din' }), newIds())).toEqual({ takenBack: 0, kept: 1, edits: [] });
    expect(takeBack([log(null, blank)], heads({ ...blank, removed: true }), newIds())).toEqual({ takenBack: 1, kept: 0, edits: [] });
  });

  it('restores what the person removed, then sets back what they had changed before', () => {
    const named = { ...blank, name: 'mit' };
    const gone = { ...named, removed: true };
    const result = takeBack([log(blank, named), log(named, gone)], heads(gone), newIds());
    expect(result.edits).toMatchObject([
      { op: 'RESTORE', baseVersion: 9 },
      { op: 'UPDATE', baseVersion: 10, name: 'Stien' },
    ]);
    expect(applied(result.edits, heads(gone)).get('f')?.state).toEqual(blank);
  });

  it('keeps a restored mark that somebody has worked on', () => {
    const gone = { ...blank, removed: true };
    expect(takeBack([log(gone, blank)], heads(blank), newIds())).toMatchObject({ takenBack: 1, edits: [{ op: 'REMOVE' }] });
    expect(takeBack([log(gone, blank)], heads({ ...blank, note: 'din' }), newIds())).toMatchObject({ kept: 1, edits: [] });
  });

  it('keeps a kind that somebody has filled in details of', () => {
    const note = { ...blank, kind: 'NOTE' as const };
    const zone = { ...blank, name: 'mit' };
    const result = takeBack([log(note, zone)], heads({ ...zone, details: { times: ['NIGHT'] } }), newIds());
    expect(result).toMatchObject({ takenBack: 0, kept: 1, edits: [{ name: 'Stien' }] });
    expect(result.edits[0]).not.toHaveProperty('kind');
  });

  it('does nothing to a feature that has been removed by somebody else', () => {
    const mine = { ...blank, name: 'mit' };
    expect(takeBack([log(blank, mine)], heads({ ...mine, removed: true }), newIds())).toEqual({ takenBack: 0, kept: 1, edits: [] });
  });

  const step = fc.record({
    feature: fc.constantFrom('f', 'g'),
    mine: fc.boolean(),
    op: fc.constantFrom<EditInput['op']>('UPDATE', 'UPDATE', 'UPDATE', 'REMOVE', 'RESTORE', 'CREATE'),
    given: fields(),
  });

  it('in any meeting undoes all of a lone person’s edits, and never touches a field another person left', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.boolean(), (steps, alone) => {
        const now = new Map<string, FeatureVersion>([['f', { version: 1, state: blank }]]);
        const mine: LoggedEdit[] = [];
        /** What the others last did to a feature: the fields they left, by value. */
        const left = new Map<string, Map<string, unknown>>();
        for (const { feature, mine: isMine, op, given } of steps) {
          const head = now.get(feature) ?? null;
          const edit: EditInput = { editId: 'e', featureId: feature, baseVersion: head?.version ?? 0, op, ...given };
          const decision = decide(edit, { head, base: null });
          if (!('after' in decision)) continue;
          now.set(feature, { version: edit.baseVersion + 1, state: decision.after });
          const changed = head ? changedFields(head.state, decision.after) : changedFields({ ...decision.after, name: '', removed: true }, decision.after);
          const theirs = left.get(feature) ?? new Map<string, unknown>();
          for (const key of changed) {
            if (isMine || alone) theirs.delete(key);
            else theirs.set(key, fieldOf(decision.after, key));
          }
          left.set(feature, theirs);
          if (isMine || alone) mine.push({ featureId: feature, before: head?.state ?? null, after: decision.after });
        }
        const { edits, takenBack, kept } = takeBack(mine, now, newIds());
        const after = applied(edits, now);
        expect(takenBack + kept).toBe(mine.length);
        if (alone) {
          expect(kept).toBe(0);
          expect(unordered({ ...(after.get('f') as FeatureVersion).state, outdated: false })).toEqual(blank);
          expect(after.get('g')?.state.removed ?? true).toBe(true);
          return;
        }
        for (const [feature, theirs] of left) {
          const state = (after.get(feature) as FeatureVersion).state;
          const before = (now.get(feature) as FeatureVersion).state;
          for (const [key, value] of theirs) {
            if (key === 'outdated') continue;
            // ABA: a value that the person too had once set and another set again counts as theirs to take back.
            const ambiguous = mine.some(
              (edit) =>
                edit.featureId === feature &&
                same(fieldOf(edit.after, key as 'name'), value) &&
                !same(edit.before && fieldOf(edit.before, key as 'name'), value),
            );
            if (!ambiguous) expect({ key, value: fieldOf(state, key as 'name') }).toEqual({ key, value: fieldOf(before, key as 'name') });
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
