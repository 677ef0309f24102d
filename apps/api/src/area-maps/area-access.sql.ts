/** What subscriptions ask the database: may this person still, and what is new. Each in one statement, so one snapshot. */
import type { EditRow } from './area-map.sql.js';

export interface AccessRow extends Record<string, unknown> {
  /** The area is there for this person. */
  visible: boolean;
  /** The sign-in they came with still holds. */
  signed_in: boolean;
  /** See open_room.edit_right. */
  verdict: string;
  seq: number | null;
  epoch: string;
}

/** The sign-in named holds; Kvarter itself has none. */
const signedIn = `($3::uuid is null or identity.session_holds($3))`;

const epochOf = `coalesce((select epoch from open_room.access_epoch where tenant_id = $1), 0)`;

/** $1 tenant, $2 area, $3 sign-in: what this person may, and the access epoch that is true of. Primary keys. */
export const accessNow = `
  select s.seq is not null as visible, ${signedIn} as signed_in, r.verdict, s.seq, ${epochOf} as epoch
  from open_room.edit_right($2) r left join open_room.area_seq s on s.tenant_id = $1 and s.area_id = $2`;

/** A row of the log, or one with `seq` null where nothing is new. */
export type NewEditRow = { [Key in keyof EditRow]: EditRow[Key] | null } & { newest: number; epoch: string; signed_in: boolean };

/**
 * $1 tenant, $2 area, $3 sign-in, $4 the last number known, $5 how many at most: later edits in order, with the newest
 * number and the access epoch of the same moment. No row where the area isn't there for the caller. Primary keys.
 */
export const editsAfter = `
  with line as (
    select seq, edit_id, op, feature_id, version, after as state, outside_boundary, at, actor
    from open_room.map_edit where tenant_id = $1 and area_id = $2 and seq > $4 order by seq limit $5
  )
  select s.seq as newest, ${epochOf} as epoch, ${signedIn} as signed_in, l.*, n.name as actor_name
  from open_room.area_seq s
  left join line l on true
  left join open_room.names_of(array(select distinct actor from line)) n on n.person_id = l.actor
  where s.tenant_id = $1 and s.area_id = $2
  order by l.seq`;

export interface SeqRow extends Record<string, unknown> {
  tenant_id: string;
  area_id: string;
  seq: number;
  epoch: string;
}

/** $1 tenants, $2 areas: numbers only, of all areas this process has open. */
export const seqsOf = `select tenant_id, area_id, seq, epoch from open_room.seqs_of($1, $2)`;
