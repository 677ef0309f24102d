/** What becomes of a batch of edits: pure. libs/geo decides about one edit, this about their order, repeats and numbers. */
import type { Fault } from '@kvarter/contract';
import { type CheckedEdit, decide, type FeatureState, type FieldKey, type MapEditOp, namesSomebody, type SystemEdit } from '@kvarter/geo';
import { MapEditStatus, MapEditWarning } from './map-edit.type.js';
import type { Standing } from './map-feature.type.js';

export const mostEdits = 500;

/** A feature's head: as it stands, and when a person last touched it. */
export interface Head extends Standing {
  readonly touchedAt: Date;
}

/** What PostGIS says of the geometry of an edit. */
export interface PlaceFinding {
  readonly fault: Fault | null;
  /** It lies wholly outside the area's boundary. */
  readonly outside: boolean;
}

/** An edit that was applied before: where, and the feature after it. */
export interface Earlier {
  readonly featureId: string;
  readonly seq: number;
  readonly after: Standing;
}

/** What a batch meets, read under the lock of the area's sequence. */
export interface Ground {
  /** The last number given. */
  readonly seq: number;
  readonly at: Date;
  readonly heads: ReadonlyMap<string, Head>;
  /** States of older versions that edits build on, by feature and version. */
  readonly bases: ReadonlyMap<string, ReadonlyMap<number, FeatureState>>;
  readonly earlier: ReadonlyMap<string, Earlier>;
  /** By the edit's place in the batch. */
  readonly places: ReadonlyMap<number, PlaceFinding>;
}

/** A line to be written. */
export interface LogLine {
  readonly seq: number;
  readonly editId: string;
  readonly op: MapEditOp;
  readonly status: MapEditStatus.APPLIED | MapEditStatus.MERGED;
  readonly after: Standing;
}

export interface Outcome {
  readonly editId: string;
  readonly status: MapEditStatus;
  readonly seq?: number;
  readonly feature?: Standing;
  readonly fault?: Fault;
  readonly conflictFields?: readonly FieldKey[];
  readonly warnings: MapEditWarning[];
}

/** An edit with what was wrong with it by itself. `edit` may say `outdated` where Kvarter itself edits. */
export type Proposed = Omit<CheckedEdit, 'edit'> & { readonly edit: SystemEdit };

/**
 * Goes through a batch in the order given; each edit meets what those before it left.
 * @param byPerson false for Kvarter's own edits, which don't count as anybody touching the feature
 * @returns one outcome an edit, the lines to write, and the heads they lead to
 */
export function decideAll(batch: readonly Proposed[], ground: Ground, byPerson = true): { outcomes: Outcome[]; lines: LogLine[]; heads: Map<string, Head> } {
  const heads = new Map(ground.heads);
  const changed = new Map<string, Head>();
  const earlier = new Map(ground.earlier);
  const known = new Map([...ground.heads.values()].map(({ id, version, state }) => [`${id} ${version}`, state]));
  const lines: LogLine[] = [];
  const outcomes = batch.map(({ edit, faults }, index): Outcome => {
    const { editId, featureId, op, baseVersion } = edit;
    const before = earlier.get(editId);
    if (before) {
      if (before.featureId !== featureId) return refused(editId, { reason: 'EDIT_ID_REUSED', params: {}, path: 'editId' });
      return { editId, status: MapEditStatus.DUPLICATE, seq: before.seq, feature: before.after, warnings: [] };
    }
    const place = ground.places.get(index);
    const fault = faults[0] ?? place?.fault;
    if (fault) return refused(editId, fault);
    const head = heads.get(featureId) ?? null;
    const base = known.get(`${featureId} ${baseVersion}`) ?? ground.bases.get(featureId)?.get(baseVersion) ?? null;
    const decision = decide(edit, { head, base });
    if (decision.status === 'REJECTED') return refused(editId, decision.fault);
    if (decision.status === 'CONFLICT') {
      return {
        editId,
        status: MapEditStatus.CONFLICT,
        ...(head && { feature: head }),
        fault: decision.fault,
        conflictFields: decision.conflictFields,
        warnings: [],
      };
    }
    const state = decision.after;
    const after: Head = {
      id: featureId,
      version: (head?.version ?? 0) + 1,
      state,
      outsideBoundary: state.geometry !== null && (place ? place.outside : (head?.outsideBoundary ?? false)),
      updatedAt: ground.at,
      touchedAt: byPerson || !head ? ground.at : head.touchedAt,
    };
    const status = decision.status === 'MERGED' ? MapEditStatus.MERGED : MapEditStatus.APPLIED;
    const line: LogLine = { seq: ground.seq + lines.length + 1, editId, op, status, after };
    lines.push(line);
    heads.set(featureId, after);
    changed.set(featureId, after);
    known.set(`${featureId} ${after.version}`, state);
    earlier.set(editId, { featureId, seq: line.seq, after });
    return { editId, status, seq: line.seq, feature: after, warnings: warningsOf(edit, state, place) };
  });
  return { outcomes, lines, heads: changed };
}

/** Kept as it is, with a word about what this edit brought: a place outside the boundary, a text that seems to name somebody. */
function warningsOf({ name, note, details, addVoices }: SystemEdit, after: FeatureState, place: PlaceFinding | undefined): MapEditWarning[] {
  const wrote = name ?? note ?? details ?? addVoices;
  return [...(place?.outside ? [MapEditWarning.OUTSIDE_BOUNDARY] : []), ...(wrote && namesSomebody(after) ? [MapEditWarning.LOOKS_LIKE_NAME] : [])];
}

const refused = (editId: string, fault: Fault): Outcome => ({ editId, status: MapEditStatus.REJECTED, fault, warnings: [] });
