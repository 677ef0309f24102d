/** Runs an area's demonstration through the rules of the map, as if it had happened: what the log and the heads then hold. */
import { randomUUID } from 'node:crypto';
import { checkEdit, decide, type EditInput, type FeatureState, hasFaded, type MapEditOp, type SystemEdit } from '@kvarter/geo';
import type { DemoArea, DemoEdit } from './demo-facts.js';

/** Kvarter itself: the actor of what no person did. */
export const systemPerson = '00000000-0000-4000-8000-000000000001';

export interface LoggedDemoEdit {
  readonly seq: number;
  readonly editId: string;
  readonly featureId: string;
  readonly version: number;
  readonly op: MapEditOp;
  readonly after: FeatureState;
  readonly actorId: string;
  readonly meetingId: string | null;
  readonly at: Date;
}

/** A feature as it stands, and when a person last touched it. */
export interface DemoHead {
  readonly last: LoggedDemoEdit;
  readonly createdAt: Date;
  readonly touchedAt: Date;
}

export interface DemoSnapshot {
  readonly meetingId: string;
  readonly seq: number;
  readonly takenAt: Date;
}

export interface Replayed {
  readonly log: readonly LoggedDemoEdit[];
  readonly heads: readonly DemoHead[];
  readonly snapshots: readonly DemoSnapshot[];
}

/** An edit of the demonstration breaks a rule of the map; the message says which edit and rule, in no user's words. */
export class DemoEditRefused extends Error {}

type Happening = { readonly at: Date; readonly edit: DemoEdit } | { readonly at: Date; readonly closed: string };

/**
 * Edits and closings in the order of time: a closing takes a snapshot, and then challenges nobody has
 * confirmed for two meetings fade.
 * @throws DemoEditRefused
 */
export function replay(area: DemoArea): Replayed {
  const log: LoggedDemoEdit[] = [];
  const heads = new Map<string, DemoHead>();
  const snapshots: DemoSnapshot[] = [];
  const closings: Date[] = [];

  const apply = (edit: SystemEdit, { at, actorId, meetingId }: Pick<DemoEdit, 'at' | 'actorId' | 'meetingId'>): void => {
    const head = heads.get(edit.featureId);
    const entry: LoggedDemoEdit = {
      seq: log.length + 1,
      editId: edit.editId,
      featureId: edit.featureId,
      version: (head?.last.version ?? 0) + 1,
      op: edit.op,
      after: stateAfter(edit, head),
      actorId,
      meetingId,
      at,
    };
    log.push(entry);
    heads.set(edit.featureId, { last: entry, createdAt: head?.createdAt ?? at, touchedAt: actorId === systemPerson && head ? head.touchedAt : at });
  };

  for (const happening of happenings(area)) {
    const { at } = happening;
    if ('edit' in happening) {
      const { edit } = happening.edit;
      apply(checked({ ...edit, baseVersion: heads.get(edit.featureId)?.last.version ?? 0 }), happening.edit);
      continue;
    }
    snapshots.push({ meetingId: happening.closed, seq: log.length, takenAt: at });
    closings.push(at);
    for (const { last, touchedAt } of heads.values()) {
      if (last.after.removed || last.after.outdated || !hasFaded(last.after.kind, touchedAt, closings)) continue;
      apply(
        { editId: randomUUID(), featureId: last.featureId, baseVersion: last.version, op: 'UPDATE', outdated: true },
        { at: oneMinuteAfter(at), actorId: systemPerson, meetingId: null },
      );
    }
  }
  return { log, heads: [...heads.values()], snapshots };
}

function happenings({ edits, meetings }: DemoArea): Happening[] {
  const closings = meetings.flatMap(({ id, closedAt }) => (closedAt ? [{ at: closedAt, closed: id }] : []));
  return [...edits.map((edit) => ({ at: edit.at, edit })), ...closings].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function checked(input: EditInput): EditInput {
  const { edit, faults } = checkEdit(input);
  if (faults.length > 0) throw new DemoEditRefused(`${edit.editId}: ${faults.map(({ reason, path }) => `${reason} at ${path}`).join(', ')}`);
  return edit;
}

function stateAfter(edit: SystemEdit, head: DemoHead | undefined): FeatureState {
  const seen = head ? { version: head.last.version, state: head.last.after } : null;
  const decision = decide(edit, { head: seen, base: seen?.state ?? null });
  if (decision.status === 'APPLIED') return decision.after;
  const why = 'fault' in decision ? decision.fault.reason : decision.status;
  throw new DemoEditRefused(`${edit.editId}: ${why}`);
}

const oneMinuteAfter = (at: Date): Date => new Date(at.getTime() + 60_000);
