import type { InvitationState } from './meeting.type.js';

export interface GuestRow extends Record<string, unknown> {
  personId: string;
  name: string;
  joinedAt: Date;
  removed: boolean;
  editCount: number;
}

export interface EditorRow extends Record<string, unknown> {
  personId: string;
  name: string;
  editCount: number;
}

export interface InvitationRow extends Record<string, unknown> {
  id: string;
  state: InvitationState;
  expiresAt: Date;
  createdAt: Date;
}

/** $1 tenant, $2 meeting: its guests in the order they came. Primary key of meeting_guest, index map_edit_of_meeting. */
export const guestsOf = `
  select g.person_id as "personId", n.name, g.joined_at as "joinedAt", g.removed_at is not null as removed,
         (select count(*)::integer from open_room.map_edit e
          where e.tenant_id = g.tenant_id and e.meeting_id = g.meeting_id and e.actor = g.person_id) as "editCount"
  from open_room.meeting_guest g
  join open_room.names_of(array(select person_id from open_room.meeting_guest where tenant_id = $1 and meeting_id = $2)) n on n.person_id = g.person_id
  where g.tenant_id = $1 and g.meeting_id = $2
  order by g.joined_at, g.person_id`;

/** $1 tenant, $2 meeting: members who edited the map in it, guests left out. Index map_edit_of_meeting. */
export const editorsOf = `
  with editor as (
    select e.actor, count(*)::integer as edits from open_room.map_edit e
    where e.tenant_id = $1 and e.meeting_id = $2
      and not exists (select from open_room.meeting_guest g where g.tenant_id = $1 and g.meeting_id = $2 and g.person_id = e.actor)
    group by e.actor
  )
  select n.person_id as "personId", n.name, e.edits as "editCount"
  from editor e join open_room.names_of(array(select actor from editor)) n on n.person_id = e.actor
  order by n.name, n.person_id`;

const invitation = `
  invitation_id as id, expires_at as "expiresAt", created_at as "createdAt",
  case when used_at is not null then 'USED' when revoked_at is not null then 'REVOKED'
       when expires_at <= now() then 'EXPIRED' else 'UNUSED' end as state`;

/** $1 tenant, $2 meeting. Index invitation_by_meeting. */
export const invitationsOf = `select ${invitation} from open_room.invitation where tenant_id = $1 and meeting_id = $2 order by created_at desc, invitation_id`;

/** $1 tenant, $2 invitation: revokes it where it is still unused. Primary key. */
export const revokeInvitation = `
  update open_room.invitation set revoked_at = coalesce(revoked_at, now())
  where tenant_id = $1 and invitation_id = $2 and used_at is null returning ${invitation}`;

/** $1 tenant, $2 invitation. Primary key. */
export const invitationById = `select ${invitation} from open_room.invitation where tenant_id = $1 and invitation_id = $2`;

/** $1 tenant, $2 meeting, $3 ids, $4 hashes, $5 end, $6 person. */
export const insertInvitations = `
  insert into open_room.invitation (tenant_id, invitation_id, meeting_id, code_hash, expires_at, created_by)
  select $1, i.id, $2, i.hash, $5, $6 from unnest($3::uuid[], $4::bytea[]) as i (id, hash)`;

/** $1 tenant, $2 meeting, $3 person: takes a guest's rights away. Primary key of meeting_guest. */
export const removeGuest = `
  update open_room.meeting_guest set removed_at = coalesce(removed_at, now())
  where tenant_id = $1 and meeting_id = $2 and person_id = $3 returning person_id`;

/** $1 tenant, $2 meetings: the snapshot each closing took. Index map_snapshot_of_meeting. */
export const snapshotsOf = `select meeting_id as "meetingId", snapshot_id as "snapshotId" from open_room.map_snapshot where tenant_id = $1 and meeting_id = any ($2::uuid[])`;

/** $1 tenant, $2 meeting: who planned it. Primary key. */
export const hostOf = 'select created_by as "createdBy" from open_room.meeting where tenant_id = $1 and meeting_id = $2';

export interface AgreedRow extends Record<string, unknown> {
  title: string;
  responsible: string;
  dueOn: string;
}

/** $1 tenant, $2 meeting: what was agreed there and still stands, by day. Index agreement_by_meeting. */
export const agreedAt = `
  with agreed as (
    select title, responsible, due_on from open_room.agreement where tenant_id = $1 and meeting_id = $2 and state <> 'DROPPED'
  )
  select a.title, coalesce(n.name, '') as responsible, a.due_on::text as "dueOn"
  from agreed a left join open_room.names_of(array(select responsible from agreed)) n on n.person_id = a.responsible
  order by a.due_on, a.title`;

/** $1 tenant, $2 meeting, $3 from, $4 to: moves its state on, once; no row where it stood elsewhere. Primary key. */
export const moveState = `
  update open_room.meeting set state = $4,
    opened_at = case when $4 = 'OPEN' then now() else opened_at end,
    closed_at = case when $4 = 'CLOSED' then now() else closed_at end,
    frozen = frozen and $4 = 'OPEN'
  where tenant_id = $1 and meeting_id = $2 and state = $3 returning meeting_id`;
