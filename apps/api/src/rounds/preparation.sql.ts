/** What reads and writes preparations and what is listed in them. Days are texts, YYYY-MM-DD. */
import type { FeatureKind, Geometry } from '@kvarter/geo';
import type { MappingStep } from './round.type.js';

/** Somebody who is asked. */
export interface AskRow extends Record<string, unknown> {
  id: string;
  personId: string;
  readyAt: Date | null;
  askedFor: string | null;
  dueOn: string | null;
  /** They have an open check. */
  open: boolean;
}

/** $1 tenant, $2 area, $3 round, $4 step: a preparation for each of the area's team who has none. */
export const insertPreparation = `
  insert into open_room.round_preparation (tenant_id, area_id, round_id, step, person_id)
  select $1, $2, $3, $4, p from open_room.preparers($2) p on conflict (tenant_id, round_id, step, person_id) do nothing`;

/** $1 tenant, $2 area, $3 round, $4 step: what those of the area's team are asked. Unique key, index follow_up_by_subject. */
export const preparersOf = `
  select p.preparation_id as id, p.person_id as "personId", p.ready_at as "readyAt", p.asked_for as "askedFor", p.due_on::text as "dueOn",
    exists (select from open_room.follow_up f where f.tenant_id = p.tenant_id and f.subject_type = 'ROUND' and f.subject_id = p.preparation_id
            and f.state = 'OPEN') as open
  from open_room.preparers($2) who join open_room.round_preparation p on p.person_id = who
  where p.tenant_id = $1 and p.round_id = $3 and p.step = $4 order by p.preparation_id`;

/** $1 tenant, $2 preparation, $3 meeting, $4 day. Primary key. */
export const askedFor = `update open_room.round_preparation set asked_for = $3, due_on = $4::date where tenant_id = $1 and preparation_id = $2`;

/** $1 tenant, $2 round, $3 step: those asked in vain are so no more. Unique key. */
export const notAsked = `
  update open_room.round_preparation set asked_for = null, due_on = null
  where tenant_id = $1 and round_id = $2 and step = $3 and ready_at is null and asked_for is not null returning preparation_id as id`;

/** $1 tenant, $2 preparation, $3 when: where they weren't yet. Primary key. */
export const preparationReady = `update open_room.round_preparation set ready_at = $3 where tenant_id = $1 and preparation_id = $2 and ready_at is null`;

/** $1 tenant, $2 preparation: taken back; the meeting asks anew. Primary key. */
export const preparationNotReady = `
  update open_room.round_preparation set ready_at = null, asked_for = null where tenant_id = $1 and preparation_id = $2`;

export interface PreparationRow extends Record<string, unknown> {
  /** Null for somebody of the area's team who has not been asked yet. */
  id: string | null;
  step: MappingStep;
  personId: string;
  readyAt: Date | null;
  dueOn: string | null;
}

/** $1 tenant, $2 area, $3 round, $4 whether it goes on: the area's team while it does, and whoever prepared. Unique key. */
export const preparationsOf = `
  with known as (select * from open_room.round_preparation where tenant_id = $1 and round_id = $3),
  wanted as (
    select step, person_id from known
    union select s.step, p from open_room.preparers($2) p cross join (values ('RESOURCES'), ('CHALLENGES')) s (step) where $4::boolean
  )
  select k.preparation_id as id, w.step, w.person_id as "personId", k.ready_at as "readyAt", k.due_on::text as "dueOn"
  from wanted w left join known k using (step, person_id)
  left join open_room.names_of(array(select person_id from wanted)) n using (person_id)
  order by w.step desc, n.name, w.person_id`;

/** $1 tenant, $2 area, $3 round, $4 step, $5 person: theirs, made where there is none. Unique key. */
export const ownPreparation = `
  insert into open_room.round_preparation (tenant_id, area_id, round_id, step, person_id) values ($1, $2, $3, $4, $5)
  on conflict (tenant_id, round_id, step, person_id) do nothing`;

/** $1 tenant, $2 round, $3 step, $4 person. Unique key. */
export const preparationOf = `
  select preparation_id as id, ready_at as "readyAt" from open_room.round_preparation
  where tenant_id = $1 and round_id = $2 and step = $3 and person_id = $4`;

export interface ItemRow extends Record<string, unknown> {
  id: string;
  areaId: string;
  roundId: string;
  preparationId: string;
  step: MappingStep;
  kind: FeatureKind;
  title: string;
  note: string | null;
  geometry: Geometry | null;
  version: number;
  createdById: string;
  createdAt: Date;
  placedAt: Date | null;
  placedById: string | null;
  featureId: string | null;
}

const items = `
  select i.item_id as id, i.area_id as "areaId", p.round_id as "roundId", i.preparation_id as "preparationId", p.step, i.kind, i.title, i.note,
    i.place as geometry, i.version, i.created_by as "createdById", i.created_at as "createdAt", l.created_at as "placedAt",
    l.created_by as "placedById", l.feature_id as "featureId"
  from open_room.preparation_item i
  join open_room.round_preparation p on p.tenant_id = i.tenant_id and p.preparation_id = i.preparation_id
  left join open_room.preparation_placement l on l.tenant_id = i.tenant_id and l.item_id = i.item_id`;

/** $1 tenant, $2 preparations: in the order they were listed. Index preparation_item_by_preparation. */
export const itemsOf = `${items} where i.tenant_id = $1 and i.preparation_id = any ($2::uuid[]) order by i.created_at, i.item_id`;

/** $1 tenant, $2 item. Primary keys. */
export const itemById = `${items} where i.tenant_id = $1 and i.item_id = $2`;

/** $1 tenant, $2 item, $3 area, $4 preparation, $5 kind, $6 title, $7 note, $8 GeoJSON text or null, $9 by whom. */
export const insertItem = `
  insert into open_room.preparation_item (tenant_id, item_id, area_id, preparation_id, kind, title, note, place, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)`;

/** $1 tenant, $2 item, $3 version it builds on, $4 kind, $5 title, $6 note, $7 GeoJSON text or null. Primary key. */
export const changeItem = `
  update open_room.preparation_item i set kind = $4, title = $5, note = $6, place = $7::jsonb, version = i.version + 1
  where i.tenant_id = $1 and i.item_id = $2 and i.version = $3 returning i.item_id`;

/** $1 tenant, $2 item. Primary key. */
export const removeItem = `delete from open_room.preparation_item where tenant_id = $1 and item_id = $2 returning item_id`;

/** $1 tenant, $2 round, $3 step: the meeting of it that is open now. Index round_meeting_by_round. */
export const openMeetingOf = `
  select l.meeting_id as "meetingId" from open_room.round_meeting l
  join open_room.meeting m on m.tenant_id = l.tenant_id and m.meeting_id = l.meeting_id
  where l.tenant_id = $1 and l.round_id = $2 and l.step = $3 and m.state = 'OPEN'`;

/** $1 tenant, $2 item, $3 area, $4 mark, $5 meeting, $6 by whom: no row where it was placed before. */
export const placeItem = `
  insert into open_room.preparation_placement (tenant_id, item_id, area_id, feature_id, meeting_id, created_by) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant_id, item_id) do nothing returning item_id`;

/** $1 tenant, $2 person: where they come from. Primary key. */
export const organisationOf = 'select coalesce(organisation, function) as capacity from open_room.membership where tenant_id = $1 and person_id = $2';
