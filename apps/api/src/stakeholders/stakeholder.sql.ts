/** What reads and writes the register of stakeholders. Dates come as YYYY-MM-DD. */
import type { RelationKind, Stakeholder, StakeholderContact, StakeholderPerspective, StakeholderTalk } from './stakeholder.type.js';

type Row<T> = T & Record<string, unknown>;
export type StakeholderRow = Row<Stakeholder>;
export type ContactRow = Row<StakeholderContact & { stakeholderId: string }>;
export type TalkRow = Row<StakeholderTalk & { stakeholderId: string }>;
export type PerspectiveRow = Row<StakeholderPerspective & { stakeholderId: string }>;
export type RelationRow = Row<{ fromId: string; toId: string; kind: RelationKind }>;

// A mark that was taken off the map is no place; put back, it is theirs again.
const stakeholder = `
  s.stakeholder_id as id, s.area_id as "areaId", s.name, s.kind, s.field_of_work as "fieldOfWork", s.contribution,
  s.role_and_influence as "roleAndInfluence", s.motivation, s.version, s.updated_at as "updatedAt",
  (select f.feature_id from open_room.map_feature f
   where f.tenant_id = s.tenant_id and f.area_id = s.area_id and f.feature_id = s.feature_id and not f.removed) as "featureId"`;

/** $1 tenant, $2 area: its register by name. Unique key of stakeholder by area, primary key of map_feature. */
export const stakeholdersOf = `
  select ${stakeholder} from open_room.stakeholder s
  where s.tenant_id = $1 and s.area_id = $2 order by s.name, s.stakeholder_id`;

/** $1 tenant, $2 stakeholder. Primary key. */
export const stakeholderById = `select ${stakeholder} from open_room.stakeholder s where s.tenant_id = $1 and s.stakeholder_id = $2`;

/** $1 tenant, $2 stakeholders: locked until the transaction ends, always in the same order. Primary key. */
export const lockStakeholders = `
  select s.stakeholder_id as id, s.area_id as "areaId", s.version from open_room.stakeholder s
  where s.tenant_id = $1 and s.stakeholder_id = any ($2::uuid[]) order by s.stakeholder_id for update`;

/** $1 tenant, $2 id, $3 area, $4 person, $5 fields as JSON. */
export const insertStakeholder = `
  insert into open_room.stakeholder (tenant_id, stakeholder_id, area_id, name, kind, field_of_work, contribution, role_and_influence, motivation, feature_id, created_by)
  select $1, $2, $3, g ->> 'name', g ->> 'kind', g ->> 'fieldOfWork', g ->> 'contribution', g ->> 'roleAndInfluence', g ->> 'motivation',
         (g ->> 'featureId')::uuid, $4
  from (select $5::jsonb as g) given`;

/** $1 tenant, $2 id, $3 the version it was made from, $4 new values by field as JSON: nothing where another version stands. Primary key. */
export const updateStakeholder = `
  update open_room.stakeholder s set
    name = case when g ? 'name' then g ->> 'name' else s.name end,
    kind = case when g ? 'kind' then g ->> 'kind' else s.kind end,
    field_of_work = case when g ? 'fieldOfWork' then g ->> 'fieldOfWork' else s.field_of_work end,
    contribution = case when g ? 'contribution' then g ->> 'contribution' else s.contribution end,
    role_and_influence = case when g ? 'roleAndInfluence' then g ->> 'roleAndInfluence' else s.role_and_influence end,
    motivation = case when g ? 'motivation' then g ->> 'motivation' else s.motivation end,
    feature_id = case when g ? 'featureId' then (g ->> 'featureId')::uuid else s.feature_id end,
    version = s.version + 1, updated_at = now()
  from (select $4::jsonb as g) given
  where s.tenant_id = $1 and s.stakeholder_id = $2 and s.version = $3
  returning s.stakeholder_id`;

/** $1 tenant, $2 stakeholder: with relations, contact, talks and perspectives, which go along. Primary key. */
export const deleteStakeholder = 'delete from open_room.stakeholder where tenant_id = $1 and stakeholder_id = $2 returning 1';

/** $1 tenant, $2 stakeholders. Primary key. */
export const contactsOf = `
  select stakeholder_id as "stakeholderId", contact_name as name, email, phone, private_person as "privatePerson",
         consent_on::text as "consentOn", consent_for as "consentFor", consent_noted_by as "consentNotedBy"
  from open_room.stakeholder_contact where tenant_id = $1 and stakeholder_id = any ($2::uuid[])`;

/** $1 tenant, $2 stakeholder, $3 area, then the contact. Primary key. */
export const writeContact = `
  insert into open_room.stakeholder_contact
    (tenant_id, stakeholder_id, area_id, contact_name, email, phone, private_person, consent_on, consent_for, consent_noted_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (tenant_id, stakeholder_id) do update set
    contact_name = excluded.contact_name, email = excluded.email, phone = excluded.phone, private_person = excluded.private_person,
    consent_on = excluded.consent_on, consent_for = excluded.consent_for, consent_noted_by = excluded.consent_noted_by`;

/** $1 tenant, $2 area. Primary key. */
export const relationsOf = `
  select from_id as "fromId", to_id as "toId", kind from open_room.stakeholder_relation
  where tenant_id = $1 and area_id = $2 order by kind, from_id, to_id`;

/** $1 tenant, $2 area, $3 and $4 its ends, $5 kind, $6 person: once, however often it is said. Primary key. */
export const relate = `
  insert into open_room.stakeholder_relation (tenant_id, area_id, from_id, to_id, kind, created_by)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;

/** $1 tenant, $2 area, $3 and $4 its ends, $5 kind. Primary key. */
export const unrelate = `
  delete from open_room.stakeholder_relation where tenant_id = $1 and area_id = $2 and from_id = $3 and to_id = $4 and kind = $5 returning 1`;

/** $1 tenant, $2 stakeholders: the latest first. Index stakeholder_talk_by_stakeholder. */
export const talksOf = `
  select talk_id as id, stakeholder_id as "stakeholderId", held_on::text as "on", way, person_id as "personId", summary, next_step as "nextStep",
         next_step_on::text as "nextStepOn"
  from open_room.stakeholder_talk where tenant_id = $1 and stakeholder_id = any ($2::uuid[]) order by held_on desc, created_at desc, talk_id`;

/** $1 tenant, $2 area, $3 stakeholder, $4 day, $5 way, $6 colleague, $7 summary, $8 next step, $9 its day. */
export const insertTalk = `
  insert into open_room.stakeholder_talk (tenant_id, area_id, stakeholder_id, held_on, way, person_id, summary, next_step, next_step_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** $1 tenant, $2 person: whether they are a colleague of today. Primary key of membership. */
export const isColleague = `
  select 1 from open_room.membership where tenant_id = $1 and person_id = $2 and ended_at is null and not roles <@ '{participant,system}'`;

const perspective = `
  perspective_id as id, stakeholder_id as "stakeholderId", meeting_id as "meetingId", said_on::text as "saidOn", capacity, said,
  feedback_due_on::text as "feedbackDueOn", feedback_on::text as "feedbackOn", feedback`;

/** $1 tenant, $2 stakeholders: the latest first. Index stakeholder_perspective_by_stakeholder. */
export const perspectivesOf = `
  select ${perspective} from open_room.stakeholder_perspective
  where tenant_id = $1 and stakeholder_id = any ($2::uuid[]) order by said_on desc, created_at desc, perspective_id`;

/** $1 tenant, $2 perspective. Primary key. */
export const perspectiveById = `select ${perspective} from open_room.stakeholder_perspective where tenant_id = $1 and perspective_id = $2`;

/** $1 tenant, $2 area, $3 stakeholder, $4 meeting, $5 day, $6 capacity, $7 what was said, $8 when the answer is due, $9 person. */
export const insertPerspective = `
  insert into open_room.stakeholder_perspective (tenant_id, area_id, stakeholder_id, meeting_id, said_on, capacity, said, feedback_due_on, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning perspective_id as id`;

/** $1 tenant, $2 perspective, $3 day: when the answer is owed. Primary key. */
export const moveFeedback =
  'update open_room.stakeholder_perspective set feedback_due_on = $3 where tenant_id = $1 and perspective_id = $2 and feedback_on is null';

/** $1 tenant, $2 perspective, $3 day, $4 person, $5 the answer: once. Primary key. */
export const answerPerspective = `
  update open_room.stakeholder_perspective set feedback_on = $3, feedback_by = $4, feedback = $5
  where tenant_id = $1 and perspective_id = $2 and feedback_on is null returning 1`;

/** $1 tenant, $2 perspectives: where they are seen. Primary key. */
export const pagesOfPerspectives = `
  select perspective_id as id, area_id as "areaId", stakeholder_id as "stakeholderId"
  from open_room.stakeholder_perspective where tenant_id = $1 and perspective_id = any ($2::uuid[])`;

/** $1 tenant, $2 stakeholders: where they are seen. Primary key. */
export const pagesOfStakeholders = `
  select stakeholder_id as id, area_id as "areaId", stakeholder_id as "stakeholderId"
  from open_room.stakeholder where tenant_id = $1 and stakeholder_id = any ($2::uuid[])`;

/** $1 tenant, $2 meeting, $3 area: whether it was held there. Primary key of meeting. */
export const meetingIsThere = 'select 1 from open_room.meeting where tenant_id = $1 and meeting_id = $2 and area_id = $3';

/** $1 tenant, $2 area: whether the caller sees it. Primary key. */
export const areaIsThere = 'select 1 from open_room.area where tenant_id = $1 and area_id = $2';

/** $1 tenant, $2 area, $3 mark: whether it stands on the map there. Primary key. */
export const featureIsThere = 'select 1 from open_room.map_feature where tenant_id = $1 and area_id = $2 and feature_id = $3 and not removed';

// $1 tenant, $2 area, $3 the one that stays, $4 the one that goes: what makes one of two, in this order.
export const merging: readonly string[] = [
  // Relations of the one that goes become the other's, by who merges: none to itself, none twice.
  `insert into open_room.stakeholder_relation (tenant_id, area_id, from_id, to_id, kind, created_by)
   select tenant_id, area_id, case when kind = 'DEPENDS_ON' then a else least(a, b) end, case when kind = 'DEPENDS_ON' then b else greatest(a, b) end, kind, open_room.current_person()
   from (select r.*, case from_id when $4 then $3 else from_id end as a, case to_id when $4 then $3 else to_id end as b
         from open_room.stakeholder_relation r where tenant_id = $1 and area_id = $2 and $4::uuid in (from_id, to_id)) moved
   where a <> b on conflict do nothing`,
  'update open_room.stakeholder_talk set stakeholder_id = $3 where tenant_id = $1 and area_id = $2 and stakeholder_id = $4',
  'update open_room.stakeholder_perspective set stakeholder_id = $3 where tenant_id = $1 and area_id = $2 and stakeholder_id = $4',
  'update open_room.knowledge_gap set led_to_stakeholder = $3 where tenant_id = $1 and area_id = $2 and led_to_stakeholder = $4',
  // Details of the one that stays are kept as a whole, with the consent that was given for them.
  `insert into open_room.stakeholder_contact
     (tenant_id, stakeholder_id, area_id, contact_name, email, phone, private_person, consent_on, consent_for, consent_noted_by)
   select tenant_id, $3, area_id, contact_name, email, phone, private_person, consent_on, consent_for, consent_noted_by
   from open_room.stakeholder_contact where tenant_id = $1 and area_id = $2 and stakeholder_id = $4
   on conflict (tenant_id, stakeholder_id) do update set
     contact_name = excluded.contact_name, email = excluded.email, phone = excluded.phone, private_person = excluded.private_person,
     consent_on = excluded.consent_on, consent_for = excluded.consent_for, consent_noted_by = excluded.consent_noted_by
   where num_nonnulls(stakeholder_contact.contact_name, stakeholder_contact.email, stakeholder_contact.phone, stakeholder_contact.consent_on) = 0`,
  // What only the one that goes had. Its mark is let go first: a mark is one stakeholder.
  `with gone as (delete from open_room.stakeholder where tenant_id = $1 and area_id = $2 and stakeholder_id = $4 returning *)
   update open_room.stakeholder s set
     field_of_work = coalesce(s.field_of_work, gone.field_of_work), contribution = coalesce(s.contribution, gone.contribution),
     role_and_influence = coalesce(s.role_and_influence, gone.role_and_influence), motivation = coalesce(s.motivation, gone.motivation),
     version = s.version + 1, updated_at = now()
   from gone where s.tenant_id = $1 and s.area_id = $2 and s.stakeholder_id = $3`,
];

/** $1 tenant, $2 stakeholder: the mark it is linked to, standing or not. Primary key. */
export const featureOf = 'select feature_id as "featureId" from open_room.stakeholder where tenant_id = $1 and stakeholder_id = $2';

/** $1 tenant, $2 stakeholder, $3 mark: linked where there is none yet. Primary key. */
export const linkFeature = 'update open_room.stakeholder set feature_id = $3 where tenant_id = $1 and stakeholder_id = $2 and feature_id is null';
