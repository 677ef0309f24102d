/** Runs an area's demonstration through the rules of the map, as if it had happened: what the log then holds. */
import { randomUUID } from 'node:crypto';
import { checkEdit, hasFaded, type SystemEdit } from '@kvarter/geo';
import { systemPerson } from '../platform/auth/system.js';
import { decideAll, type Head, type LogLine, type PlaceFinding, type Proposed } from '../area-maps/map-edit.rules.js';
import type { DemoArea, DemoEdit, DemoMeeting } from './demo-facts.js';

/** A line of the log, who stands behind it, and the head it leads to. */
export interface Replayed {
  readonly actorId: string;
  readonly meetingId: string | null;
  readonly line: LogLine;
  readonly head: Head;
}

export interface ReplayedSnapshot {
  readonly meeting: DemoMeeting;
  readonly seq: number;
  readonly takenAt: Date;
}

/** An edit of the demonstration breaks a rule of the map. The message names the edit's id and the rule. */
export class DemoEditRefused extends Error {}

type Happening = { readonly at: Date; readonly edit: DemoEdit } | { readonly at: Date; readonly closes: DemoMeeting };

/**
 * Edits and closings in the order of time. A closing takes a snapshot, and then challenges that nobody has
 * spoken of for two meetings fade.
 *
 * @param places what PostGIS says of each edit's geometry, by the edit's id
 * @returns the log from seq 1, the heads as they stand in the end, the snapshots
 * @throws DemoEditRefused
 */
export function replay(
  area: DemoArea,
  places: ReadonlyMap<string, PlaceFinding>,
): { log: Replayed[]; heads: Map<string, Head>; snapshots: ReplayedSnapshot[] } {
  const log: Replayed[] = [];
  const heads = new Map<string, Head>();
  const snapshots: ReplayedSnapshot[] = [];

  const record = (proposed: Proposed, { at, actorId, meetingId }: Pick<DemoEdit, 'at' | 'actorId' | 'meetingId'>): void => {
    const place = places.get(proposed.edit.editId);
    const ground = { seq: log.length, at, heads, bases: new Map(), earlier: new Map(), places: new Map(place ? [[0, place]] : []) };
    const { outcomes, lines, heads: changed } = decideAll([proposed], ground, actorId !== systemPerson);
    const [line, head] = [lines[0], changed.get(proposed.edit.featureId)];
    if (!line || !head) throw new DemoEditRefused(`${proposed.edit.editId}: ${outcomes[0]?.fault?.reason}`);
    log.push({ actorId, meetingId, line, head });
    heads.set(head.id, head);
  };

  const fade = (closed: readonly Date[], at: Date): void => {
    for (const { id, version, state, touchedAt } of heads.values()) {
      if (state.removed || state.outdated || !hasFaded(state.kind, touchedAt, closed)) continue;
      const edit: SystemEdit = { editId: randomUUID(), featureId: id, baseVersion: version, op: 'UPDATE', outdated: true };
      record({ edit, faults: [] }, { at, actorId: systemPerson, meetingId: null });
    }
  };

  for (const happening of happenings(area)) {
    if ('edit' in happening) {
      const { edit } = happening.edit;
      record(checkEdit({ ...edit, baseVersion: heads.get(edit.featureId)?.version ?? 0 }), happening.edit);
    } else {
      snapshots.push({ meeting: happening.closes, seq: log.length, takenAt: happening.at });
      fade(
        snapshots.map(({ takenAt }) => takenAt),
        new Date(happening.at.getTime() + 60_000),
      );
    }
  }
  return { log, heads, snapshots };
}

function happenings({ edits, meetings }: DemoArea): Happening[] {
  const closings = meetings.flatMap((meeting) => (meeting.closedAt ? [{ at: meeting.closedAt, closes: meeting }] : []));
  return [...edits.map((edit) => ({ at: edit.at, edit })), ...closings].sort((a, b) => a.at.getTime() - b.at.getTime());
}
