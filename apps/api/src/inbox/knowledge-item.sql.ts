/** What reads and writes knowledge that was handed in. */
import type { KnowledgeOutcome } from './knowledge-item.type.js';

export interface KnowledgeRow extends Record<string, unknown> {
  id: string;
  areaId: string;
  title: string;
  text: string;
  placeJson: string | null;
  seenAt: Date | null;
  seenById: string | null;
  passedToIds: string[];
  passedAt: Date | null;
  readByIds: string[];
  outcome: KnowledgeOutcome | null;
  outcomeId: string | null;
  reason: string | null;
  settledAt: Date | null;
  settledById: string | null;
  createdById: string;
  createdAt: Date;
}

const columns = `
  k.item_id as id, k.area_id as "areaId", k.title, k.text, k.place_json as "placeJson", k.seen_at as "seenAt", k.seen_by as "seenById",
  k.passed_to as "passedToIds", k.passed_at as "passedAt", k.read_by as "readByIds", k.outcome, k.outcome_id as "outcomeId", k.reason,
  k.settled_at as "settledAt", k.settled_by as "settledById", k.created_by as "createdById", k.created_at as "createdAt"`;

/** $1 tenant, $2 person, $3 whether they run the team: what waits for them, what nobody has seen first. Index knowledge_item_waiting. */
export const waitingFor = `
  select ${columns} from open_room.knowledge_item k
  where k.tenant_id = $1 and k.settled_at is null and ($3 or $2 = any (k.passed_to))
  order by k.seen_at is not null, k.created_at, k.item_id limit 500`;

/** $1 tenant, $2 person: what they handed in, the latest first. Index knowledge_item_by_author. */
export const handedInBy = `
  select ${columns} from open_room.knowledge_item k where k.tenant_id = $1 and k.created_by = $2 order by k.created_at desc, k.item_id limit 100`;

/** $1 tenant, $2 item. Primary key. */
export const itemById = `select ${columns} from open_room.knowledge_item k where k.tenant_id = $1 and k.item_id = $2`;

/** $1 tenant, $2 item, $3 area, $4 title, $5 text, $6 place as GeoJSON (4326), $7 when to remind, $8 person. */
export const insertItem = `
  insert into open_room.knowledge_item as k (tenant_id, item_id, area_id, title, text, place, place_json, remind_on, created_by)
  values ($1, $2, $3, $4, $5, st_setsrid(st_geomfromgeojson($6), 4326), $6, $7::date, $8) returning ${columns}`;

/** $1 tenant, $2 item, $3 person, $4 when: seen by a coordinator, the first time only. Primary key. */
export const seeItem = `
  update open_room.knowledge_item k set seen_by = $3, seen_at = $4
  where k.tenant_id = $1 and k.item_id = $2 and k.seen_at is null returning ${columns}`;

/** $1 tenant, $2 item, $3 person: read by one it was passed on to. Primary key. */
export const readItem = `
  update open_room.knowledge_item k set read_by = array_append(k.read_by, $3::uuid)
  where k.tenant_id = $1 and k.item_id = $2 and $3 = any (k.passed_to) and not $3 = any (k.read_by) returning ${columns}`;

/** $1 tenant, $2 item, $3 people, $4 when: added to those it was passed on to before. Primary key. */
export const passItem = `
  update open_room.knowledge_item k set passed_to = array(select distinct unnest(k.passed_to || $3::uuid[])), passed_at = $4
  where k.tenant_id = $1 and k.item_id = $2 and k.settled_at is null returning ${columns}`;

/** $1 tenant, $2 item, $3 outcome, $4 what it became, $5 reason, $6 person, $7 when: once. Primary key. */
export const settleItem = `
  update open_room.knowledge_item k set outcome = $3, outcome_id = $4, reason = $5, settled_by = $6, settled_at = $7
  where k.tenant_id = $1 and k.item_id = $2 and k.settled_at is null returning ${columns}`;

/** $1 tenant, $2 area: its coordinators, or all of the tenant where none of them is on its team. Primary key of area_team. */
const coordinatorsOf = (tenant: string, area: string) => `
  with everyone as (select k.person_id from open_room.coordinators() k (person_id)),
    own as (select e.person_id from everyone e join open_room.area_team t on t.tenant_id = ${tenant} and t.area_id = ${area} and t.person_id = e.person_id)
  select person_id from own union all select person_id from everyone where not exists (select from own)`;

/** $1 tenant, $2 area: whose it is to look, one by one. */
export const areaCoordinators = `select person_id as id from (${coordinatorsOf('$1', '$2')}) c order by person_id`;

/** $1 tenant, $2 area, $3 people: those who are on the team today and see the area. Primary keys of membership and area_member. */
export const ableToTakeOn = `
  select m.person_id as id from open_room.membership m join open_room.area a on a.tenant_id = m.tenant_id and a.area_id = $2
  where m.tenant_id = $1 and m.person_id = any ($3::uuid[]) and m.ended_at is null and m.roles && '{coordinator,team_member}'
    and (not a.restricted or m.roles && '{coordinator}'
         or exists (select from open_room.area_member n where n.tenant_id = $1 and n.area_id = $2 and n.person_id = m.person_id))`;

/** $1 tenant, $2 today, $3 kind of mail, $4 when it may go out: one to each coordinator of what none has looked at in time. Index knowledge_item_unseen. */
export const remindOfUnseen = `
  insert into open_room.outbox (tenant_id, key, kind, person_id, ids, not_before)
  select $1, 'knowledge-unseen/' || k.item_id || '/' || c.person_id, $3, c.person_id, jsonb_build_object('itemId', k.item_id), $4
  from open_room.knowledge_item k cross join lateral (${coordinatorsOf('$1', 'k.area_id')}) c
  where k.tenant_id = $1 and k.seen_at is null and k.remind_on <= $2::date
  on conflict do nothing`;
