/** What reads and writes checks. Days are texts, YYYY-MM-DD, in Danish time. */
import type { Pause } from '@kvarter/cadence';

export interface FollowUpRow extends Record<string, unknown> {
  id: string;
  cadenceId: string | null;
  subjectType: string;
  subjectId: string;
  areaId: string | null;
  title: string | null;
  plannedOn: string;
  dueOn: string;
  stored: 'OPEN' | 'DONE' | 'SKIPPED';
  responsibleId: string;
  takenOverFromId: string | null;
  reminders: number;
  standsFor: number;
  note: string | null;
  closedAt: Date | null;
}

const columns = `
  f.follow_up_id as id, f.cadence_id as "cadenceId", f.subject_type as "subjectType", f.subject_id as "subjectId", f.area_id as "areaId", f.title,
  f.planned_on::text as "plannedOn", f.due_on::text as "dueOn", f.state as stored, f.responsible as "responsibleId",
  f.taken_over_from as "takenOverFromId", f.reminders, f.stands_for as "standsFor", f.note, f.closed_at as "closedAt"`;

/** $1 tenant, $2 from, $3 to, $4 area or null for all, $5 how many at most: by day. Index follow_up_by_day. */
export const followUpsBetween = `
  select ${columns} from open_room.follow_up f
  where f.tenant_id = $1 and f.due_on between $2::date and $3::date and ($4::uuid is null or f.area_id = $4)
  order by f.due_on, f.follow_up_id limit $5`;

/** $1 tenant, $2 person, $3 day: what is theirs and due by then. Index follow_up_by_responsible. */
export const followUpsOf = `
  select ${columns} from open_room.follow_up f
  where f.tenant_id = $1 and f.responsible = $2 and f.state = 'OPEN' and f.due_on <= $3::date
  order by f.due_on, f.follow_up_id`;

/** $1 tenant, $2 check. Primary key. */
export const followUpById = `select ${columns} from open_room.follow_up f where f.tenant_id = $1 and f.follow_up_id = $2`;

/** $1 tenant, $2 kind of subject, $3 subjects: their open checks. Index follow_up_by_subject. */
export const openOfSubjects = `
  select ${columns} from open_room.follow_up f
  where f.tenant_id = $1 and f.subject_type = $2 and f.subject_id = any ($3::uuid[]) and f.state = 'OPEN' order by f.due_on, f.follow_up_id`;

/** $1 tenant, $2 cadences, $3 how many of each: their first open checks. Unique key. */
export const openOfCadences = `
  select ${columns} from unnest($2::uuid[]) wanted (id)
  cross join lateral (
    select * from open_room.follow_up f where f.tenant_id = $1 and f.cadence_id = wanted.id and f.state = 'OPEN' order by f.due_on limit $3
  ) f order by f.due_on, f.follow_up_id`;

/** $1 tenant, $2 today, $3 day: open checks by area. Index follow_up_by_day. */
export const slippingByArea = `
  select f.area_id as "areaId", count(*) filter (where f.due_on < $2::date)::integer as late,
    count(*) filter (where f.due_on = $2::date)::integer as "dueToday", count(*) filter (where f.due_on > $2::date)::integer as soon,
    min(f.due_on) filter (where f.due_on < $2::date)::text as oldest
  from open_room.follow_up f where f.tenant_id = $1 and f.state = 'OPEN' and f.due_on <= $3::date
  group by f.area_id order by late desc, f.area_id`;

/** $1 tenant, $2 cadence, then what it is, $11 the last place planned, $12 how far. */
export const insertCadence = `
  insert into open_room.cadence (tenant_id, cadence_id, subject_type, subject_id, area_id, title, kind, starts_on, ends_on, responsible, last_place, planned_through, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8::date, $9::date, $10, $11, $12::date, $13)`;

/**
 * $1 tenant, $2 cadence or null, $3 kind of subject, $4 subject, $5 area, $6 title, $7 responsible, then one array a column:
 * $8 places, $9 days by the rule, $10 days due, $11 how many it stands for, $12 when to remind. A check planned before stays as it is.
 */
export const insertFollowUps = `
  insert into open_room.follow_up as f (tenant_id, cadence_id, subject_type, subject_id, area_id, title, responsible, place, planned_on, due_on, stands_for, remind_at)
  select $1, $2, $3, $4, $5, $6, $7, l.place, l.planned_on, l.due_on, l.stands_for, l.remind_at
  from unnest($8::integer[], $9::date[], $10::date[], $11::integer[], $12::timestamptz[]) as l (place, planned_on, due_on, stands_for, remind_at)
  on conflict (tenant_id, cadence_id, place) do nothing
  returning ${columns}`;

/** $1 tenant, $2 check, $3 DONE or SKIPPED, $4 note, $5 by whom, $6 when: null where it is closed already or not theirs. Primary key. */
export const closeFollowUp = `
  update open_room.follow_up f set state = $3, note = $4, closed_by = $5, closed_at = $6, remind_at = null
  where f.tenant_id = $1 and f.follow_up_id = $2 and f.state = 'OPEN' returning ${columns}`;

/** $1 tenant, $2 check, $3 new day, $4 when to remind. Primary key. */
export const moveFollowUp = `
  update open_room.follow_up f set due_on = $3::date, remind_at = $4, escalated_at = null
  where f.tenant_id = $1 and f.follow_up_id = $2 and f.state = 'OPEN' returning ${columns}`;

/** $1 tenant, $2 kind of subject, $3 subject, $4 title, $5 responsible, $6 day, $7 when to remind: its one open check follows it. Index follow_up_by_subject. */
export const changeOfSubject = `
  update open_room.follow_up f set title = $4, responsible = $5, due_on = $6::date, remind_at = $7
  where f.tenant_id = $1 and f.subject_type = $2 and f.subject_id = $3 and f.state = 'OPEN' returning ${columns}`;

/** $1 tenant, $2 kind of subject, $3 subject, $4 DONE or SKIPPED, $5 note, $6 by whom, $7 when: its open checks. Index follow_up_by_subject. */
export const closeOfSubject = `
  update open_room.follow_up f set state = $4, note = $5, closed_by = $6, closed_at = $7, remind_at = null
  where f.tenant_id = $1 and f.subject_type = $2 and f.subject_id = $3 and f.state = 'OPEN'`;

/** $1 tenant, $2 kind of subject, $3 subjects, $4 title: their open checks are called that. Index follow_up_by_subject. */
export const retitleOfSubjects = `
  update open_room.follow_up f set title = $4
  where f.tenant_id = $1 and f.subject_type = $2 and f.subject_id = any ($3::uuid[]) and f.state = 'OPEN' and f.title is distinct from $4`;

export interface CadenceRow extends Record<string, unknown> {
  id: string;
  subjectType: string;
  subjectId: string;
  areaId: string | null;
  title: string | null;
  kind: 'TAPERING' | 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'YEARLY' | 'ONCE';
  startsOn: string;
  endsOn: string | null;
  pauses: readonly Pause[];
  responsibleId: string;
  lastPlace: number;
  ended: boolean;
}

const cadenceColumns = `
  c.cadence_id as id, c.subject_type as "subjectType", c.subject_id as "subjectId", c.area_id as "areaId", c.title, c.kind,
  c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.pauses, c.responsible as "responsibleId", c.last_place as "lastPlace",
  c.ended_at is not null as ended`;

/** A cadence as people see it. */
export interface ShownCadenceRow extends CadenceRow {
  onHoldSince: string | null;
}

/** $1 tenant, $2 cadence: locked, for whoever plans it is alone. Primary key. */
export const cadenceById = `select ${cadenceColumns} from open_room.cadence c where c.tenant_id = $1 and c.cadence_id = $2 for update`;

/** $1 tenant, $2 area, $3 today: its cadences that have checks coming, due or on hold. Index cadence_to_extend. */
export const cadencesOfArea = `
  with running as (
    select c.*, case when c.pauses -> -1 ->> 'through' is null then c.pauses -> -1 ->> 'from' end as on_hold_since
    from open_room.cadence c where c.tenant_id = $1 and c.area_id = $2 and c.ended_at is null
  )
  select ${cadenceColumns}, c.on_hold_since as "onHoldSince" from running c
  where c.on_hold_since is not null or (c.kind <> 'ONCE' and (c.ends_on is null or c.ends_on >= $3::date))
     or exists (select from open_room.follow_up f where f.tenant_id = $1 and f.cadence_id = c.cadence_id and f.state = 'OPEN')
  order by c.starts_on, c.cadence_id limit 200`;

/** $1 tenant, $2 day, $3 how many at most: cadences whose plan does not reach that day. What happens once is planned. Index cadence_to_extend. */
export const cadencesToExtend = `
  select ${cadenceColumns} from open_room.cadence c
  where c.tenant_id = $1 and c.ended_at is null and c.kind <> 'ONCE' and c.planned_through < $2::date and (c.ends_on is null or c.planned_through < c.ends_on)
  order by c.planned_through limit $3 for update skip locked`;

/**
 * $1 tenant, then one array a column of checks: $2 their cadences, $3 places, $4 days by the rule, $5 days due, $6 how many it stands
 * for, $7 when to remind. They are about what their cadence is about; one planned before stays as it is.
 */
export const insertOfCadences = `
  insert into open_room.follow_up (tenant_id, cadence_id, subject_type, subject_id, area_id, title, responsible, place, planned_on, due_on, stands_for, remind_at)
  select $1, l.cadence_id, c.subject_type, c.subject_id, c.area_id, c.title, c.responsible, l.place, l.planned_on, l.due_on, l.stands_for, l.remind_at
  from unnest($2::uuid[], $3::integer[], $4::date[], $5::date[], $6::integer[], $7::timestamptz[])
    as l (cadence_id, place, planned_on, due_on, stands_for, remind_at)
  join open_room.cadence c on c.tenant_id = $1 and c.cadence_id = l.cadence_id
  on conflict (tenant_id, cadence_id, place) do nothing`;

/** $1 tenant, $2 how far, then one array a column: $3 cadences, $4 the last place planned of each. Primary key. */
export const plannedThrough = `
  update open_room.cadence c set last_place = l.place, planned_through = $2::date
  from unnest($3::uuid[], $4::integer[]) as l (cadence_id, place) where c.tenant_id = $1 and c.cadence_id = l.cadence_id`;

/** $1 tenant, $2 cadence, $3 its last place planned, $4 how far, $5 pauses. Primary key. */
export const plannedOn = `
  update open_room.cadence set last_place = $3, planned_through = $4::date, pauses = $5
  where tenant_id = $1 and cadence_id = $2`;

export interface PlannedRow extends Record<string, unknown> {
  id: string;
  place: number;
  plannedOn: string;
  dueOn: string;
}

/** $1 tenant, $2 cadence, $3 day: plans of that day and later that nobody was reminded of. Unique key. */
export const aheadOfCadence = `
  select f.follow_up_id as id, f.place, f.planned_on::text as "plannedOn", f.due_on::text as "dueOn" from open_room.follow_up f
  where f.tenant_id = $1 and f.cadence_id = $2 and f.state = 'OPEN' and f.reminders = 0 and f.due_on >= $3::date for update`;

/** $1 tenant, $2 checks that nobody was reminded of. Primary key. */
export const unplan = `delete from open_room.follow_up where tenant_id = $1 and follow_up_id = any ($2::uuid[]) and state = 'OPEN' and reminders = 0`;

/** $1 tenant, $2 cadence, $3 when, $4 its last place. Primary key. */
export const endCadence = `update open_room.cadence set ended_at = $3, ends_on = $4::date where tenant_id = $1 and cadence_id = $2 and ended_at is null returning cadence_id`;

export interface DueRow extends Record<string, unknown> {
  id: string;
  subjectType: string;
  dueOn: string;
  reminders: number;
  escalated: boolean;
  responsible: string;
}

/** $1 tenant, $2 now, $3 how many at most: what is to be reminded of, taken so that no other worker takes it. Index follow_up_to_remind. */
export const takeDue = `
  select f.follow_up_id as id, f.subject_type as "subjectType", f.due_on::text as "dueOn", f.reminders, f.escalated_at is not null as escalated, f.responsible
  from open_room.follow_up f
  where f.tenant_id = $1 and f.state = 'OPEN' and f.remind_at <= $2
  order by f.remind_at limit $3 for update skip locked`;

/**
 * $1 tenant, $2 now, then one array a column of what `takeDue` took: $3 checks, $4 when next, $5 whether the coordinators are
 * told too; $6 kind of mail, $7 when it may go out. The reminder is noted under its number, which there is once, and its mails
 * under that number.
 */
export const noteReminders = `
  with due as (select * from unnest($3::uuid[], $4::timestamptz[], $5::boolean[]) as d (id, next, escalates)),
  counted as (
    update open_room.follow_up f
    set reminders = f.reminders + 1, remind_at = d.next, escalated_at = case when d.escalates then $2 else f.escalated_at end
    from due d where f.tenant_id = $1 and f.follow_up_id = d.id
    returning f.follow_up_id as id, f.reminders as number, f.responsible, d.escalates
  ),
  noted as (
    insert into open_room.reminder (tenant_id, follow_up_id, number, escalated, at) select $1, c.id, c.number, c.escalates, $2 from counted c
  ),
  told as (
    select c.id, c.number, c.responsible as person_id from counted c
    union select c.id, c.number, k.person_id from counted c cross join open_room.coordinators() k (person_id) where c.escalates
  )
  insert into open_room.outbox (tenant_id, key, kind, person_id, ids, not_before)
  select $1, 'reminder/' || t.id || '/' || t.number || '/' || t.person_id, $6, t.person_id, jsonb_build_object('followUpId', t.id), $7 from told t
  on conflict do nothing`;
