/** What writes members and who works where. */

/** $1 name, $2 e-mail, $3 roles: the person made. Refuses who may not with SQLSTATE 42501. */
export const addMember = 'select open_room.add_member($1, $2, $3) as "personId"';

/** $1 tenant, $2 person, $3 new values by column as JSON, null clears: nobody where they are a guest, gone, or not the caller's to change. Primary key. */
export const describeMember = `
  update open_room.membership m set
    name = case when given ? 'name' then given ->> 'name' else m.name end,
    organisation = case when given ? 'organisation' then given ->> 'organisation' else m.organisation end,
    function = case when given ? 'function' then given ->> 'function' else m.function end,
    competence = case when given ? 'competence' then given ->> 'competence' else m.competence end,
    legal_framework = case when given ? 'legalFramework' then given ->> 'legalFramework' else m.legal_framework end,
    function_description = case when given ? 'functionDescription' then given ->> 'functionDescription' else m.function_description end,
    email = case when given ? 'email' then given ->> 'email' else m.email end,
    phone = case when given ? 'phone' then given ->> 'phone' else m.phone end
  from (select $3::jsonb as given) g
  where m.tenant_id = $1 and m.person_id = $2 and m.ended_at is null and not m.roles <@ '{participant,system}'
  returning m.person_id`;

/** $1 tenant, $2 persons: the areas each works on, of those the caller sees, in the order of their names. Index area_team_by_person. */
export const areasOfMembers = `
  select t.person_id as id, array_agg(t.area_id order by a.name, a.area_id) as areas
  from open_room.area_team t join open_room.area a on a.tenant_id = t.tenant_id and a.area_id = t.area_id
  where t.tenant_id = $1 and t.person_id = any ($2::uuid[]) group by t.person_id`;

/** $1 tenant, $2 area: whether the caller sees it. Primary key. */
export const areaIsThere = 'select 1 from open_room.area where tenant_id = $1 and area_id = $2';

/** $1 tenant, $2 area, $3 person. Primary key. */
export const assign = 'insert into open_room.area_team (tenant_id, area_id, person_id) values ($1, $2, $3) on conflict do nothing';

/** $1 tenant, $2 area, $3 person. Primary key. */
export const unassign = 'delete from open_room.area_team where tenant_id = $1 and area_id = $2 and person_id = $3';

/** $1 tenant: what roles and fora are called there. Primary key. */
export const localNames = 'select term, da, en from open_room.local_name where tenant_id = $1 order by term';

/** $1 tenant, $2 term, $3 and $4 its names. Primary key. */
export const setLocalName = `
  insert into open_room.local_name (tenant_id, term, da, en) values ($1, $2, $3, $4)
  on conflict (tenant_id, term) do update set da = excluded.da, en = excluded.en`;

/** $1 tenant, $2 term. Primary key. */
export const dropLocalName = 'delete from open_room.local_name where tenant_id = $1 and term = $2';
