/** What reads and writes rounds, their steps, milestones and meetings. Days are texts, YYYY-MM-DD; geometry is WGS84 (4326). */
import type { MappingStep, RoundState, RoundStepKind, RoundStepState, TargetGroup } from './round.type.js';

export interface RoundRow extends Record<string, unknown> {
  id: string;
  areaId: string;
  name: string;
  state: RoundState;
  targetGroups: TargetGroup[];
  localGroups: string[];
  missingKnowledge: string | null;
  delimitation: string | null;
  startsOn: string;
  endsOn: string;
  closedAt: Date | null;
  version: number;
  responsibleId: string;
  endingId: string;
}

const columns = `
  r.round_id as id, r.area_id as "areaId", r.name, r.state, r.target_groups as "targetGroups", r.local_groups as "localGroups",
  r.missing_knowledge as "missingKnowledge", r.delimitation_json as delimitation, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn",
  r.closed_at as "closedAt", r.version, r.responsible as "responsibleId", r.ending_id as "endingId"`;

/** $1 tenant, $2 area: the latest first. Index mapping_round_by_area. */
export const roundsOf = `
  select ${columns} from open_room.mapping_round r
  where r.tenant_id = $1 and r.area_id = $2 order by r.state = 'CLOSED', r.starts_on desc, r.round_id`;

/** $1 tenant, $2 round. Primary key. */
export const roundById = `select ${columns} from open_room.mapping_round r where r.tenant_id = $1 and r.round_id = $2`;

/** $1 tenant: rounds that go on. Index mapping_round_under_way. */
export const roundsUnderWay = `select ${columns} from open_room.mapping_round r where r.tenant_id = $1 and r.state = 'UNDER_WAY' order by r.round_id`;

/** $1 tenant, $2 meeting: the round it belongs to, where that goes on. Primary keys. */
export const roundOfMeeting = `
  select ${columns} from open_room.round_meeting m join open_room.mapping_round r on r.tenant_id = m.tenant_id and r.round_id = m.round_id
  where m.tenant_id = $1 and m.meeting_id = $2 and r.state = 'UNDER_WAY'`;

/** $1 tenant, $2 area, $3 GeoJSON text that libs/geo has checked: whether PostGIS finds it sound, where not, and whether it meets the area (4326). Primary key. */
export const judgeDelimitation = `
  select (d).valid as sound, st_x((d).location) as lon, st_y((d).location) as lat, case when (d).valid then st_intersects(a.boundary, g.geom) end as meets
  from open_room.area a cross join (select st_setsrid(st_geomfromgeojson($3), 4326) as geom) g cross join lateral (select st_isvaliddetail(g.geom) as d) checked
  where a.tenant_id = $1 and a.area_id = $2`;

/** $1 tenant, $2 round, $3 area, $4 name, $5 groups, $6 local groups, $7 knowledge, $8 GeoJSON text, $9 and $10 days, $11 responsible, $12 by whom. */
export const insertRound = `
  insert into open_room.mapping_round (tenant_id, round_id, area_id, name, target_groups, local_groups, missing_knowledge, delimitation, delimitation_json,
    starts_on, ends_on, responsible, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, st_setsrid(st_geomfromgeojson($8), 4326), $8, $9::date, $10::date, $11, $12)`;

/** $1 tenant, $2 round, $3 area, $4 the steps, $5 the one begun, $6 by whom, $7 when. */
export const insertSteps = `
  insert into open_room.round_step (tenant_id, area_id, round_id, step, state, changed_by, changed_at)
  select $1, $3, $2, s.step, case when s.step = $5 then 'UNDER_WAY' else 'NOT_BEGUN' end, case when s.step = $5 then $6::uuid end,
    case when s.step = $5 then $7::timestamptz end
  from unnest($4::text[]) s (step)`;

/** $1 tenant, $2 round, $3 version it builds on, $4 name, $5 groups, $6 local groups, $7 knowledge, $8 GeoJSON text, $9 and $10 days, $11 responsible. Primary key. */
export const describeRound = `
  update open_room.mapping_round r set name = $4, target_groups = $5, local_groups = $6, missing_knowledge = $7,
    delimitation = st_setsrid(st_geomfromgeojson($8), 4326), delimitation_json = $8, starts_on = $9::date, ends_on = $10::date, responsible = $11,
    version = r.version + 1
  where r.tenant_id = $1 and r.round_id = $2 and r.version = $3 and r.state = 'UNDER_WAY' returning ${columns}`;

/** $1 tenant, $2 round, $3 by whom, $4 when. Primary key. */
export const closeRound = `
  update open_room.mapping_round r set state = 'CLOSED', closed_by = $3, closed_at = $4, version = r.version + 1
  where r.tenant_id = $1 and r.round_id = $2 and r.state = 'UNDER_WAY' returning ${columns}`;

/** $1 tenant, $2 what the check of an end is about, $3 day: the period ends then, and never before it begins. Index mapping_round_by_ending. */
export const moveEnding = `
  update open_room.mapping_round r set ends_on = greatest(r.starts_on, $3::date), version = r.version + 1
  where r.tenant_id = $1 and r.ending_id = $2 and r.state = 'UNDER_WAY'`;

/** $1 tenant, $2 area: whoever listens looks at it again, as when a meeting was closed; challenges may have faded. */
export const areaChanged = `select pg_notify('kvarter_area', $1::uuid || '|' || $2::uuid)`;

export interface StepRow extends Record<string, unknown> {
  roundId: string;
  step: RoundStepKind;
  state: RoundStepState;
  changedAt: Date | null;
  changedById: string | null;
}

/** $1 tenant, $2 rounds. Primary key. */
export const stepsOf = `
  select s.round_id as "roundId", s.step, s.state, s.changed_at as "changedAt", s.changed_by as "changedById"
  from open_room.round_step s where s.tenant_id = $1 and s.round_id = any ($2::uuid[])`;

/** $1 tenant, $2 round, $3 step, $4 state, $5 by whom, $6 when. Primary key. */
export const moveStep = `
  update open_room.round_step set state = $4, changed_by = $5, changed_at = $6 where tenant_id = $1 and round_id = $2 and step = $3 returning step`;

export interface MilestoneRow extends Record<string, unknown> {
  id: string;
  roundId: string;
  name: string;
  dueOn: string;
  doneAt: Date | null;
  doneById: string | null;
}

const milestoneColumns = 'm.milestone_id as id, m.round_id as "roundId", m.name, m.due_on::text as "dueOn", m.done_at as "doneAt", m.done_by as "doneById"';

/** $1 tenant, $2 rounds: by day. Index round_milestone_by_round. */
export const milestonesOf = `
  select ${milestoneColumns} from open_room.round_milestone m
  where m.tenant_id = $1 and m.round_id = any ($2::uuid[]) order by m.due_on, m.milestone_id`;

/** $1 tenant, $2 milestone. Primary key. */
export const milestoneById = `select ${milestoneColumns} from open_room.round_milestone m where m.tenant_id = $1 and m.milestone_id = $2`;

/** $1 tenant, $2 milestone, $3 area, $4 round, $5 name, $6 day. */
export const insertMilestone = `
  insert into open_room.round_milestone (tenant_id, milestone_id, area_id, round_id, name, due_on) values ($1, $2, $3, $4, $5, $6::date)`;

/** $1 tenant, $2 milestone, $3 name, $4 day, $5 when it was done or null, $6 by whom. Primary key. */
export const changeMilestone = `
  update open_room.round_milestone set name = $3, due_on = $4::date, done_at = $5, done_by = $6 where tenant_id = $1 and milestone_id = $2`;

/** $1 tenant, $2 milestone, $3 by whom, $4 when: where it wasn't yet. Primary key. */
export const milestoneDone = `
  update open_room.round_milestone set done_at = $4, done_by = $3 where tenant_id = $1 and milestone_id = $2 and done_at is null`;

/** $1 tenant, $2 milestone, $3 day. Primary key. */
export const milestoneMoved = `update open_room.round_milestone set due_on = $3::date where tenant_id = $1 and milestone_id = $2`;

/** $1 tenant, $2 milestone. Primary key. */
export const removeMilestone = `delete from open_room.round_milestone where tenant_id = $1 and milestone_id = $2`;

export interface MeetingRow extends Record<string, unknown> {
  roundId: string;
  meetingId: string;
  step: MappingStep;
  title: string;
  startsAt: Date;
  state: 'PLANNED' | 'OPEN' | 'CLOSED';
  snapshotId: string | null;
}

/** $1 tenant, $2 rounds: in the order they are held. Indexes round_meeting_by_round, map_snapshot_of_meeting. */
export const meetingsOf = `
  select l.round_id as "roundId", l.meeting_id as "meetingId", l.step, m.title, m.starts_at as "startsAt", m.state, s.snapshot_id as "snapshotId"
  from open_room.round_meeting l
  join open_room.meeting m on m.tenant_id = l.tenant_id and m.meeting_id = l.meeting_id
  left join open_room.map_snapshot s on s.tenant_id = l.tenant_id and s.meeting_id = l.meeting_id
  where l.tenant_id = $1 and l.round_id = any ($2::uuid[]) order by m.starts_at, l.meeting_id`;

/** $1 tenant, $2 meeting: an area meeting, and the round it belongs to if any. Primary keys. */
export const meetingToTie = `
  select m.area_id as "areaId", m.kind, l.round_id as "roundId" from open_room.meeting m
  left join open_room.round_meeting l on l.tenant_id = m.tenant_id and l.meeting_id = m.meeting_id
  where m.tenant_id = $1 and m.meeting_id = $2`;

/** $1 tenant, $2 meeting, $3 area, $4 round, $5 step. */
export const tieMeeting = `insert into open_room.round_meeting (tenant_id, meeting_id, area_id, round_id, step) values ($1, $2, $3, $4, $5)`;

/** $1 tenant, $2 meeting: the round it belonged to. Primary key. */
export const untieMeeting = `delete from open_room.round_meeting where tenant_id = $1 and meeting_id = $2 returning round_id as "roundId"`;

export interface FollowedRow extends Record<string, unknown> {
  id: string;
  areaId: string;
  roundId: string;
  /** Of a preparation. */
  step: string | null;
}

/** $1 tenant, $2 what checks are about: milestones, ends and preparations, with their rounds. Primary keys, index mapping_round_by_ending. */
export const roundsFollowed = `
  select milestone_id as id, area_id as "areaId", round_id as "roundId", null as step
  from open_room.round_milestone where tenant_id = $1 and milestone_id = any ($2::uuid[])
  union all
  select ending_id, area_id, round_id, null from open_room.mapping_round where tenant_id = $1 and ending_id = any ($2::uuid[])
  union all
  select preparation_id, area_id, round_id, step from open_room.round_preparation where tenant_id = $1 and preparation_id = any ($2::uuid[])`;
