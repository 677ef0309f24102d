/** The caller's own memberships today, whichever tenant is named. */
export const membershipsOfCaller = `
  select m ->> 'slug' as slug, m ->> 'tenantName' as "tenantName",
         array(select jsonb_array_elements_text(m -> 'roles')) as roles
  from jsonb_array_elements(identity.memberships_of_caller()) m`;

/** $1 persons: their names, of those who are or were members of the caller's tenant. Primary key. */
export const namesOf = `select person_id as "personId", name from open_room.names_of($1)`;
