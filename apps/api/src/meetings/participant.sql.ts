import type { MeetingParticipant } from './participant.type.js';

export type ParticipantRow = MeetingParticipant & { meetingId: string } & Record<string, unknown>;

/** $1 tenant, $2 meetings: who is to come, by name; addresses for those who invite. Index of the key on meeting and person, membership's primary key. */
export const participantsOf = `
  select p.meeting_id as "meetingId", p.participant_id as id, p.person_id as "personId", coalesce(p.name, n.name, '') as name,
         coalesce(p.organisation, m.organisation) as organisation, a.email,
         p.invited_at as "invitedAt", p.answer, p.answered_at as "answeredAt",
         p.calendar_stamp is not null as "fromCalendar", p.attended
  from open_room.meeting_participant p
  left join open_room.names_of(array(select person_id from open_room.meeting_participant where tenant_id = $1 and meeting_id = any ($2::uuid[]))) n
    on n.person_id = p.person_id
  left join open_room.membership m on m.tenant_id = p.tenant_id and m.person_id = p.person_id
  left join open_room.participant_addresses($2) a using (participant_id)
  where p.tenant_id = $1 and p.meeting_id = any ($2::uuid[])
  order by p.meeting_id, coalesce(p.name, n.name, ''), p.participant_id`;

/** $1 tenant, $2 meetings, $3 people, $4 who adds: members, each once a meeting. */
export const addMembers = `
  insert into open_room.meeting_participant (tenant_id, meeting_id, person_id, added_by)
  select $1, m.id, p.id, $4 from unnest($2::uuid[]) m (id) cross join unnest($3::uuid[]) p (id)
  on conflict do nothing`;

/** $1 tenant, $2 meetings, $3 names, $4 addresses, $5 organisations, $6 who adds: others, each address once a meeting. */
export const addExternals = `
  insert into open_room.meeting_participant (tenant_id, meeting_id, name, email, organisation, added_by)
  select $1, m.id, e.name, e.email, e.organisation, $6
  from unnest($2::uuid[]) m (id) cross join unnest($3::text[], $4::text[], $5::text[]) e (name, email, organisation)
  on conflict do nothing`;

/** $1 tenant, $2 meeting: those who don't come any more. Primary key. */
export const takeOff = `
  delete from open_room.meeting_participant where tenant_id = $1 and meeting_id = $2 and participant_id = $3
  returning participant_id as id, person_id as "personId", name, (select a.email from open_room.participant_addresses(array[$2::uuid]) a where a.participant_id = $3) as email,
   invited_at is not null as invited, attended`;

/** Somebody on the list, and how a mail reaches them: members by who they are, others by address, some not at all. */
export interface Reached {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly invited: boolean;
  readonly attended: boolean | null;
}

/** $1 tenant, $2 meeting. Index of the key on meeting and person. */
export const reachedByMail = `
  select p.participant_id as id, p.person_id as "personId", p.name, a.email, p.invited_at is not null as invited, p.attended
  from open_room.meeting_participant p left join open_room.participant_addresses(array[$2::uuid]) a using (participant_id)
  where p.tenant_id = $1 and p.meeting_id = $2`;

/** $1 tenant, $2 participant, $3 the member's id or the address that a link was sent to. Primary key. */
export const invitedBy = `
  select p.participant_id as id, p.meeting_id as "meetingId", p.answer
  from open_room.meeting_participant p left join lateral open_room.participant_addresses(array[p.meeting_id]) a using (participant_id)
  where p.tenant_id = $1 and p.participant_id = $2 and coalesce(p.person_id::text, lower(a.email)) = lower($3)`;

/** $1 tenant, $2 meeting, moved just now: an answer to another time is none to this one. Index of the key on meeting and person. */
export const askAgain = `
  update open_room.meeting_participant set answer = null, answered_at = null, calendar_stamp = null,
    asked_sequence = (select sequence from open_room.meeting where tenant_id = $1 and meeting_id = $2)
  where tenant_id = $1 and meeting_id = $2`;

/**
 * $1 tenant, $2 meeting, $3 participants, $4 answer, $5 when it was written, $6 SEQUENCE it answers to: noted by Kvarter,
 * unless it answers to a time before the last move, or was written before what is known. Primary key.
 */
export const noteFromCalendar = `
  update open_room.meeting_participant set answer = $4, answered_at = now(), calendar_stamp = $5
  where tenant_id = $1 and meeting_id = $2 and participant_id = any ($3::uuid[]) and asked_sequence <= $6
    and (answered_at is null or coalesce(calendar_stamp, answered_at) < $5)
  returning participant_id`;

/** $1 tenant, $2 meeting, $3 participants, $4 when it was written: those whose answer it is already. Primary key. */
export const knownFromCalendar = `
  select 1 from open_room.meeting_participant
  where tenant_id = $1 and meeting_id = $2 and participant_id = any ($3::uuid[]) and calendar_stamp = $4`;

/** $1 tenant, $2 meeting, $3 at: everybody not invited yet is. Index of the key on meeting and person. */
export const markInvited =
  'update open_room.meeting_participant set invited_at = $3 where tenant_id = $1 and meeting_id = $2 and invited_at is null returning participant_id as id';

/** $1 tenant, $2 meeting, $3 participant, $4 answer: one's own, or noted by the host or by Kvarter from a mail. Primary key. */
export const answer = `
  update open_room.meeting_participant set answer = $4, answered_at = now(), calendar_stamp = null
  where tenant_id = $1 and meeting_id = $2 and participant_id = $3
    and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator,system}'))) returning participant_id`;

/** $1 tenant, $2 meeting, $3 participant, $4 whether they came. Primary key. */
export const tickOff = `
  update open_room.meeting_participant set attended = $4 where tenant_id = $1 and meeting_id = $2 and participant_id = $3 returning participant_id`;

/** $1 tenant, $2 from a meeting, $3 to another, $4 who adds: the same people, not invited yet; members who left stay behind. */
export const sameParticipants = `
  insert into open_room.meeting_participant (tenant_id, meeting_id, person_id, name, email, organisation, added_by)
  select p.tenant_id, $3, p.person_id, p.name, a.email, p.organisation, $4
  from open_room.meeting_participant p left join open_room.participant_addresses(array[$2::uuid]) a using (participant_id)
  where p.tenant_id = $1 and p.meeting_id = $2 and (p.person_id is null or exists (
    select from open_room.membership m where m.tenant_id = $1 and m.person_id = p.person_id and m.ended_at is null))
  on conflict do nothing`;
