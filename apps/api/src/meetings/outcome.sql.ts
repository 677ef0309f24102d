/** What reads and writes what meetings arrive at. */
import type { MeetingOutcome } from './outcome.type.js';

export type OutcomeRow = MeetingOutcome & Record<string, unknown>;

const outcome = `
  select o.outcome_id as id, o.meeting_id as "meetingId", m.title as "meetingTitle", m.starts_at as "meetingStartsAt", o.phase, o.question, o.text,
         o.feature_id as "featureId", f.state ->> 'name' as "featureName", o.agreement_id as "agreementId", o.created_by as "createdById", o.created_at as at
  from open_room.meeting_outcome o
  join open_room.meeting m on m.tenant_id = o.tenant_id and m.meeting_id = o.meeting_id
  left join open_room.map_feature f on f.tenant_id = o.tenant_id and f.area_id = o.area_id and f.feature_id = o.feature_id`;

/** $1 tenant, $2 meetings: as they were said. Index meeting_outcome_by_meeting. */
export const outcomesOf = `${outcome} where o.tenant_id = $1 and o.meeting_id = any ($2::uuid[]) order by o.created_at, o.outcome_id`;

/** $1 tenant, $2 area: what was said of its marks, the latest meeting first. Index meeting_outcome_by_feature. */
export const outcomesOnMapOf = `${outcome} where o.tenant_id = $1 and o.area_id = $2 and o.feature_id is not null
  order by m.starts_at desc, o.created_at, o.outcome_id limit 1000`;

/** $1 tenant, $2 outcome. Primary key. */
export const outcomeById = `${outcome} where o.tenant_id = $1 and o.outcome_id = $2`;

/** $1 tenant, $2 meeting, $3 phase, $4 question, $5 text, $6 area and $7 mark, or null, $8 who. */
export const insertOutcome = `
  insert into open_room.meeting_outcome (tenant_id, meeting_id, phase, question, text, area_id, feature_id, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** $1 tenant, $2 outcome, $3 area and $4 mark, or null. Primary key. */
export const attachOutcome = 'update open_room.meeting_outcome set area_id = $3, feature_id = $4 where tenant_id = $1 and outcome_id = $2 returning outcome_id';

/** $1 tenant, $2 outcome, $3 text: by whoever wrote it or a coordinator. Primary key. */
export const rewordOutcome = `
  update open_room.meeting_outcome set text = $3
  where tenant_id = $1 and outcome_id = $2 and (created_by = (select open_room.current_person()) or (select open_room.has_role('{coordinator}'))) returning outcome_id`;

/** $1 tenant, $2 outcome, $3 agreement: what became of it, once. Primary key. */
export const agreeOnOutcome = `
  update open_room.meeting_outcome set agreement_id = $3 where tenant_id = $1 and outcome_id = $2 and agreement_id is null returning outcome_id`;

/** $1 tenant, $2 meeting, $3 item, $4 agreement: what became of what came of it, once. Primary key. */
export const agreeOnItem = `
  update open_room.agenda_item set agreement_id = $4
  where tenant_id = $1 and meeting_id = $2 and item_id = $3 and outcome is not null and agreement_id is null returning item_id`;

/** $1 tenant, $2 outcome. Primary key. */
export const removeOutcome = 'delete from open_room.meeting_outcome where tenant_id = $1 and outcome_id = $2 returning outcome_id';

/** $1 tenant, $2 area, $3 mark. Primary key. */
export const markIsThere = 'select 1 from open_room.map_feature where tenant_id = $1 and area_id = $2 and feature_id = $3 and not removed';

/** $1 tenant, $2 meeting. Index meeting_outcome_by_meeting. */
export const countOutcomes = 'select count(*)::integer as count from open_room.meeting_outcome where tenant_id = $1 and meeting_id = $2';
