import type { Fault, Reason } from '@kvarter/contract';
import { type Assignments, assign, blankFeature, type FieldKey, fieldOf } from './feature-fields.js';
import { type FeatureKind, hasDetail } from './feature-kinds.js';
import type { Geometry } from './geometry.js';
import { type DetailKey, detailKeys, type FeatureDetails, type FeatureState, type FeatureVersion, type Voice } from './map-feature.js';
import { same } from './same.js';

export const mapEditOps = ['CREATE', 'UPDATE', 'REMOVE', 'RESTORE'] as const;
export type MapEditOp = (typeof mapEditOps)[number];

/** The most voices a mark may have. */
export const maxVoices = 200;

/** An edit by a person, as it comes over the wire: what is undefined keeps, null clears. */
export interface EditInput {
  /** Made by the client; a repeat of it is the same edit. */
  readonly editId: string;
  readonly featureId: string;
  /** The version of the feature that the person saw; 0 for CREATE. */
  readonly baseVersion: number;
  readonly op: MapEditOp;
  readonly kind?: FeatureKind | null;
  readonly name?: string | null;
  readonly note?: string | null;
  readonly geometry?: Geometry | null;
  readonly details?: { readonly [Key in DetailKey]?: FeatureDetails[Key] | null } | null;
  readonly addVoices?: readonly Voice[] | null;
  readonly withdrawVoices?: readonly string[] | null;
}

/** An edit by Kvarter itself, which alone may say that a mark is outdated. */
export type SystemEdit = EditInput & { readonly outdated?: boolean };

export type Decision =
  | { readonly status: 'APPLIED' | 'MERGED'; readonly after: FeatureState }
  /** Nothing of the edit is applied; the person chooses. `conflictFields` is what stands in the way. */
  | { readonly status: 'CONFLICT'; readonly conflictFields: readonly FieldKey[]; readonly fault: Fault }
  | { readonly status: 'REJECTED'; readonly fault: Fault };

/** What an edit meets: the feature now, and as it was at the edit's baseVersion (null where that is unknown or 0). */
export interface Met {
  readonly head: FeatureVersion | null;
  readonly base: FeatureState | null;
}

/**
 * The rules of the shared map: what becomes of an edit. Pure, and the same for server and browser.
 * The edit must have passed checkEdit. Whether the edit id was seen before is the caller's to know.
 *
 * An edit against the newest version is APPLIED. Against an older one it is MERGED where none of its fields
 * has changed since to another value, else all of it is a CONFLICT. So are an edit of a removed feature, a
 * removal of what has changed meanwhile, and the creation of what is there.
 */
export function decide(edit: SystemEdit, { head, base }: Met): Decision {
  if (edit.baseVersion > (head?.version ?? 0)) return rejected('VERSION_AHEAD');
  if (edit.op === 'CREATE') return head ? conflict('FEATURE_EXISTS') : created(edit);
  if (!head) return rejected('FEATURE_NOT_FOUND');
  const seen = edit.baseVersion === head.version ? head.state : base;
  switch (edit.op) {
    case 'RESTORE':
      return head.state.removed ? { status: 'APPLIED', after: { ...head.state, removed: false } } : conflict('NOT_REMOVED', ['removed']);
    case 'REMOVE':
      if (head.state.removed) return conflict('REMOVED_ALREADY', ['removed']);
      if (edit.baseVersion < head.version) return conflict('CHANGED_BEFORE_REMOVAL');
      return { status: 'APPLIED', after: { ...head.state, removed: true } };
    case 'UPDATE':
      if (head.state.removed) return conflict('FEATURE_REMOVED', ['removed']);
      return updated(edit, head, seen);
  }
}

function created(edit: SystemEdit): Decision {
  if (!edit.kind) return { status: 'REJECTED', fault: { reason: 'FIELD_EMPTY', params: { field: 'kind' }, path: 'kind' } };
  if (!edit.name) return { status: 'REJECTED', fault: { reason: 'NAME_EMPTY', params: {}, path: 'name' } };
  const after = assign(blankFeature(edit.kind, edit.name), assignmentsOf(edit));
  return misfit(after) ?? { status: 'APPLIED', after };
}

function updated(edit: SystemEdit, head: FeatureVersion, seen: FeatureState | null): Decision {
  const assignments = assignmentsOf(edit, seen?.kind);
  const inTheWay = [...assignments].filter(([key, wanted]) => {
    const now = fieldOf(head.state, key);
    return !same(now, wanted) && !(seen && same(now, fieldOf(seen, key)));
  });
  if (inTheWay.length > 0)
    return conflict(
      'FIELD_CHANGED_MEANWHILE',
      inTheWay.map(([key]) => key),
    );
  const after = assign(head.state, assignments);
  const fault = misfit(after);
  // Someone changed the kind meanwhile, so that what was filled in no longer belongs.
  if (fault && seen && seen.kind !== after.kind && !edit.kind) return conflict('FIELD_CHANGED_MEANWHILE', ['kind']);
  return fault ?? { status: edit.baseVersion === head.version ? 'APPLIED' : 'MERGED', after };
}

/**
 * The fields an edit wants to set. A change of kind also clears the details that the new kind hasn't got,
 * so that nothing stays behind unseen.
 *
 * @param kindSeen the kind the person saw, for an edit of what is there
 */
export function assignmentsOf(edit: SystemEdit, kindSeen?: FeatureKind): Assignments {
  const { kind, details } = edit;
  const wanted: Assignments = new Map();
  for (const key of ['kind', 'name', 'note', 'geometry', 'outdated'] as const) {
    if (edit[key] !== undefined) wanted.set(key, edit[key]);
  }
  for (const key of detailKeys) {
    const leaves = kind && kindSeen && kind !== kindSeen && !hasDetail(kind, key);
    const value = details === null || leaves ? (details?.[key] ?? null) : details?.[key];
    if (value !== undefined) wanted.set(`details.${key}`, value);
  }
  for (const id of edit.withdrawVoices ?? []) wanted.set(`voices.${id}`, null);
  for (const voice of edit.addVoices ?? []) wanted.set(`voices.${voice.id}`, voice);
  return wanted;
}

/** Why a state can't stand although each of its fields can, or null. */
function misfit({ kind, details, voices }: FeatureState): Decision | null {
  const field = detailKeys.find((key) => details[key] !== undefined && !hasDetail(kind, key));
  if (field) return { status: 'REJECTED', fault: { reason: 'DETAIL_NOT_OF_KIND', params: { field }, path: `details.${field}` } };
  if (voices.length > maxVoices) return { status: 'REJECTED', fault: { reason: 'TOO_MANY_VOICES', params: { max: maxVoices }, path: 'addVoices' } };
  return null;
}

type Plain = Extract<
  Reason,
  | 'VERSION_AHEAD'
  | 'FEATURE_NOT_FOUND'
  | 'FEATURE_EXISTS'
  | 'NOT_REMOVED'
  | 'REMOVED_ALREADY'
  | 'CHANGED_BEFORE_REMOVAL'
  | 'FEATURE_REMOVED'
  | 'FIELD_CHANGED_MEANWHILE'
>;

const rejected = (reason: Plain): Decision => ({ status: 'REJECTED', fault: { reason, params: {} } });
const conflict = (reason: Plain, conflictFields: readonly FieldKey[] = []): Decision => ({ status: 'CONFLICT', conflictFields, fault: { reason, params: {} } });
