/** Whether those who follow an area still may: asked in the database, as each of them. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import type { DirectSink } from '../platform/graphql/direct-subscription.js';
import { type Refusal, refuse } from '../platform/graphql/errors.js';
import { accessNow, type AccessRow, editsAfter, type NewEditRow } from './area-access.sql.js';
import { toMapEdit } from './map-edit.rows.js';
import type { MapEdit } from './map-edit.type.js';
import type { EditRow } from './area-map.sql.js';

export interface Access {
  /** Why the area may not be followed, or null. */
  readonly refusal: Refusal | null;
  readonly mayEdit: boolean;
  readonly seq: number;
  /** The access epoch all of this is true of. */
  readonly epoch: number;
}

/** Somebody who follows an area, and the epoch at which that was last seen to be right. */
export interface Follower {
  readonly sink: DirectSink;
  readonly actor: Actor;
  verifiedEpoch: number;
}

export interface NewEdits {
  readonly edits: readonly MapEdit[];
  readonly newest: number;
  readonly epoch: number;
}

/** What somebody may do decides what they are shown; nothing else about them does. */
export const classOf = (actor: Actor): string => [...actor.permissions].sort().join();

/** So many are verified at a time: the pool has other things to do. */
const atOnce = 4;

@Injectable()
export class AreaAccess {
  constructor(private readonly db: Db) {}

  async look(actor: Actor, areaId: string): Promise<Access> {
    const [row] = await this.db.run(actor, 'subscribe', () => this.db.final<AccessRow>(accessNow, [actor.tenant?.id, areaId, actor.sessionId]), {
      readOnly: true,
    });
    const refusal = refusalFor(row?.visible === true, row?.signed_in === true);
    return { refusal, mayEdit: refusal === null && row?.verdict === 'OK', seq: row?.seq ?? 0, epoch: Number(row?.epoch ?? 0) };
  }

  /**
   * Edits after a number, as somebody who follows the area; the right to it is checked in the same snapshot.
   * @throws Refusal where it is gone
   */
  async editsAfter(actor: Actor, areaId: string, seq: number, limit: number): Promise<NewEdits> {
    const values = [actor.tenant?.id, areaId, actor.sessionId, seq, limit];
    const rows = await this.db.run(actor, 'subscribe', () => this.db.final<NewEditRow>(editsAfter, values), { readOnly: true });
    const [first] = rows;
    if (!first) throw refuse('AREA_NOT_FOUND');
    const refusal = refusalFor(true, first.signed_in);
    if (refusal) throw refusal;
    const edits = first.seq === null ? [] : rows.map((row) => toMapEdit(row as EditRow));
    return { edits, newest: first.newest, epoch: Number(first.epoch) };
  }

  /** Looks again at those last verified before `epoch`, and ends those who have lost the right. */
  async verify(followers: Iterable<Follower>, areaId: string, epoch: number): Promise<void> {
    const due = [...followers].filter((follower) => follower.verifiedEpoch < epoch && follower.sink.open);
    for (let from = 0; from < due.length; from += atOnce) {
      await Promise.all(
        due.slice(from, from + atOnce).map(async (follower) => {
          const access = await this.look(follower.actor, areaId);
          if (access.refusal) follower.sink.fail(access.refusal);
          else follower.verifiedEpoch = access.epoch;
        }),
      );
    }
  }
}

function refusalFor(visible: boolean, signedIn: boolean): Refusal | null {
  if (!signedIn) return refuse('SESSION_EXPIRED');
  return visible ? null : refuse('AREA_NOT_FOUND');
}
