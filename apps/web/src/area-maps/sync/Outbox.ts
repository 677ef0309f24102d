import {
  assignmentsOf,
  type DetailKey,
  type EditInput,
  type FeatureKind,
  type FeatureState,
  type FieldKey,
  hasDetail,
  overlay,
  withFields,
} from '@kvarter/geo';
import type { MapConflict, RefusedEdit } from './areaMap.types';
import type { Kept } from './Drawer';
import { type Head, nextBatch, type Queued, rebased, toState } from './edits';
import type { WireResult } from './MapServer';

/**
 * One's own edits that the server has not taken yet: waiting, refused, or in the way of another's. It decides
 * nothing by itself and shows nothing; whoever holds it sends, keeps and draws.
 */
export class Outbox {
  private queue: readonly Queued[] = [];
  private refused: readonly RefusedEdit[] = [];
  private conflicts: readonly MapConflict[] = [];

  /** What a device keeps of it: not what is applied and only waits for the log. */
  get kept(): Kept {
    return { queue: this.unsettled, refused: this.refused, conflicts: this.conflicts };
  }

  get waiting(): number {
    return this.unsettled.length;
  }

  get undecided(): number {
    return this.refused.length + this.conflicts.length;
  }

  private get unsettled(): readonly Queued[] {
    return this.queue.filter(({ appliedAt }) => appliedAt === undefined);
  }

  add(edit: EditInput, seen: FeatureState | null): void {
    this.queue = [...this.queue, { edit, seen, sent: false }];
  }

  /** Puts a refused edit's mended form in its place: before whatever was made after it. */
  mend(refused: RefusedEdit, mended: EditInput, seen: FeatureState | null): void {
    this.refused = this.refused.filter(({ edit }) => edit.editId !== refused.edit.editId);
    this.queue = [{ edit: mended, seen, sent: false }, ...this.queue];
  }

  /** What another, gone window of the same person left behind. @returns the marks it concerns */
  takeUp({ queue, refused, conflicts }: Kept): readonly string[] {
    const known = new Set([...this.queue, ...this.refused, ...this.conflicts].map(({ edit }) => edit.editId));
    const fresh = <T extends { readonly edit: EditInput }>(left: readonly T[]) => left.filter(({ edit }) => !known.has(edit.editId));
    this.queue = [...fresh(queue), ...this.queue];
    this.refused = [...this.refused, ...fresh(refused)];
    this.conflicts = [...this.conflicts, ...fresh(conflicts)];
    return [...queue, ...refused, ...conflicts].map(({ edit }) => edit.featureId);
  }

  /** The next edits to send, `most` at most; from now on they may only be repeated as they are. */
  send(most: number): readonly EditInput[] {
    const undecided = [...this.refused, ...this.conflicts].map(({ edit }) => edit.featureId);
    const batch = nextBatch(this.queue, new Set(undecided), most);
    const ids = new Set(batch.map(({ edit }) => edit.editId));
    this.queue = this.queue.map((queued) => (ids.has(queued.edit.editId) ? { ...queued, sent: true } : queued));
    return batch.map(({ edit }) => edit);
  }

  /** The edits of a mark to lay over what the server has told, in order. */
  over(featureId: string): EditInput[] {
    return [...this.refused, ...this.queue].filter(({ edit }) => edit.featureId === featureId).map(({ edit }) => edit);
  }

  isPending = (featureId: string): boolean => this.queue.some(({ edit }) => edit.featureId === featureId);
  isTroubled = (featureId: string): boolean => [...this.refused, ...this.conflicts].some(({ edit }) => edit.featureId === featureId);
  refusedOf = (featureId: string): RefusedEdit | undefined => this.refused.find(({ edit }) => edit.featureId === featureId);

  /** The log has come to `seq`: what was applied up to there lies in it. */
  reached(seq: number): void {
    this.queue = this.queue.filter(({ appliedAt }) => appliedAt === undefined || appliedAt > seq);
  }

  /**
   * The server has an edit: those that follow on the same mark build on what it made.
   *
   * @param seq its place in the log
   * @param logSeq how far the log has come here: until then the edit lies over it
   * @returns whether it was one of those here
   */
  acknowledged(editId: string, made: Head, seq: number, logSeq: number): boolean {
    const queued = this.queue.find(({ edit }) => edit.editId === editId);
    if (!queued) return false;
    const { featureId } = queued.edit;
    let rebase = true;
    this.queue = this.queue.flatMap((one): Queued[] => {
      if (one === queued) return seq > logSeq ? [{ ...one, sent: true, appliedAt: seq }] : [];
      if (one.edit.featureId !== featureId || one.sent || !rebase) return [one];
      // Only the next one: each after it is judged when its turn comes.
      rebase = false;
      return [{ ...one, edit: rebased(one, queued.edit, made) }];
    });
    return true;
  }

  /** It was applied before, and what it made is not told any more. */
  done(editId: string): void {
    this.queue = this.queue.filter(({ edit }) => edit.editId !== editId);
  }

  /** The server said no. What was typed stays until it is mended or dropped. */
  refuse(editId: string, reason: string, message: string): void {
    const queued = this.queue.find(({ edit }) => edit.editId === editId);
    if (!queued) return;
    this.done(editId);
    this.refused = [...this.refused, { edit: queued.edit, reason, message }];
  }

  /**
   * The edit meets another's.
   *
   * @param known the mark as the log has told it so far
   * @param by who changed it last, where known
   */
  meet({ editId, feature, reason, errorMessage, conflictFields }: WireResult, known: Head | null, by: string | null): void {
    const queued = this.queue.find(({ edit }) => edit.editId === editId);
    if (!queued) return;
    this.done(editId);
    const { edit, seen } = queued;
    // The log can be ahead of the answer.
    const theirs = feature && feature.version >= (known?.version ?? 0) ? toState(feature) : (known?.state ?? null);
    const mine = overlay(seen, [edit]);
    // The other one has done what was wanted: nothing to decide.
    const isSo = edit.op === 'REMOVE' ? theirs?.removed : edit.op === 'RESTORE' && !theirs?.removed;
    if (!theirs || !mine || isSo) return;
    // The wire knows fields as text; they come from the same rules.
    const fields = (conflictFields ?? []) as FieldKey[];
    this.conflicts = [...this.conflicts, { edit, reason: reason ?? '', message: errorMessage ?? '', fields, mine, theirs, by }];
  }

  /** A mark has changed again: whoever decides about it sees what stands there now. */
  changed(featureId: string, theirs: FeatureState, by: string): void {
    if (this.conflicts.some(({ edit }) => edit.featureId === featureId))
      this.conflicts = this.conflicts.map((conflict) => (conflict.edit.featureId === featureId ? { ...conflict, theirs, by } : conflict));
  }

  /**
   * Takes a conflict out. What the edit set besides the fields in question stood in nobody's way, and is done
   * either way, except to a mark that is left removed.
   *
   * @param mine the fields to keep as one meant them
   * @returns the mark as it shall be, null where there is no such conflict
   */
  resolve(editId: string, mine: readonly FieldKey[], now: FeatureState | null): FeatureState | null {
    const conflict = this.conflicts.find(({ edit }) => edit.editId === editId);
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    const staysRemoved = now?.removed && !mine.includes('removed');
    if (!conflict || !now || staysRemoved) return null;
    const kind = mine.includes('kind') ? conflict.mine.kind : now.kind;
    const others = [...assignmentsOf(conflict.edit).keys()].filter((field) => !conflict.fields.includes(field) && belongs(field, kind));
    return withFields(now, conflict.mine, [...others, ...mine]);
  }

  /**
   * Drops an edit for good.
   *
   * @param exists whether the server knows a mark
   * @returns the mark it concerns, or null where there is no such edit
   */
  discard(editId: string, exists: (featureId: string) => boolean): string | null {
    const dropped = [...this.refused, ...this.conflicts, ...this.queue].find(({ edit }) => edit.editId === editId)?.edit;
    if (!dropped) return null;
    const { featureId, op } = dropped;
    this.refused = this.refused.filter(({ edit }) => edit.editId !== editId);
    this.conflicts = this.conflicts.filter(({ edit }) => edit.editId !== editId);
    // Edits of a mark that will never be can't be either.
    const orphaned = op === 'CREATE' && !exists(featureId);
    this.queue = this.queue.filter(({ edit }) => edit.editId !== editId && !(orphaned && edit.featureId === featureId));
    return featureId;
  }
}

const belongs = (field: FieldKey, kind: FeatureKind): boolean => !field.startsWith('details.') || hasDetail(kind, field.slice(8) as DetailKey);
