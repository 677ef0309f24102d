/** What reads and writes areas. Geometry is WGS84 (4326), lon/lat. */

export interface AreaRow extends Record<string, unknown> {
  id: string;
  name: string;
  parent_id: string | null;
  boundary: string;
  description: string | null;
  level: number;
  restricted: boolean;
  created_at: Date;
}

const columns = 'a.area_id as id, a.name, a.parent_id, a.boundary_json as boundary, a.description, a.level, a.restricted, a.created_at';
const from = 'from open_room.area a';

export interface MapFactsRow extends Record<string, unknown> {
  id: string;
  seq: number;
  changed_at: Date | null;
  feature_count: number;
  may_edit: boolean;
}

/** $1 tenant, $2 areas: what is known of their maps, read only where somebody asks. Primary keys of area, area_seq, map_edit, map_feature. */
export const mapFactsOf = `
  select a.area_id as id, coalesce(s.seq, 0) as seq,
    (select e.at from open_room.map_edit e
     where e.tenant_id = a.tenant_id and e.area_id = a.area_id and e.seq = s.seq) as changed_at,
    (select count(*)::integer from open_room.map_feature f
     where f.tenant_id = a.tenant_id and f.area_id = a.area_id and not f.removed) as feature_count,
    (select open_room.has_role('{coordinator}'))
      or ((select open_room.has_role('{team_member}')) and a.area_id <> all ((select open_room.frozen_areas())::uuid[]))
      or a.area_id = any ((select open_room.guest_edit_areas())::uuid[]) as may_edit
  from open_room.area a
  left join open_room.area_seq s on s.tenant_id = a.tenant_id and s.area_id = a.area_id
  where a.tenant_id = $1 and a.area_id = any ($2::uuid[])`;

/** $1 tenant: all areas one may see, parents before children, by name. Primary key. */
export const areaList = `select ${columns} ${from} where a.tenant_id = $1 order by a.level, a.name, a.area_id`;

/** $1 tenant, $2 area. Primary key. */
export const areaById = `select ${columns} ${from} where a.tenant_id = $1 and a.area_id = $2`;

/** $1 tenant, $2 area: its level, for a child to be. */
export const levelOf = `select level from open_room.area where tenant_id = $1 and area_id = $2`;

/** $1 GeoJSON text that libs/geo has checked: what PostGIS finds wrong with it, and where (4326). No index. */
export const boundaryFault = `
  select (d).reason as reason, st_x((d).location) as lon, st_y((d).location) as lat
  from (select st_isvaliddetail(st_setsrid(st_geomfromgeojson($1), 4326)) as d) checked where not (d).valid`;

/** $1 tenant, $2 area, $3 parent, $4 level, $5 name, $6 description, $7 boundary as GeoJSON text, $8 person: the area and its map at seq 0. */
export const insertArea = `
  with area as (
    insert into open_room.area (tenant_id, area_id, parent_id, level, name, description, boundary, boundary_json, created_by)
    values ($1, $2, $3, $4, $5, $6, st_setsrid(st_geomfromgeojson($7), 4326), $7, $8)
  )
  insert into open_room.area_seq (tenant_id, area_id) values ($1, $2)`;

/** $1 tenant, $2 area, then pairs of "was it given" and value: name, description, boundary, restricted. Primary key. */
export const updateArea = `
  update open_room.area set
    name = case when $3 then $4 else name end,
    description = case when $5 then $6 else description end,
    boundary = case when $7 then st_setsrid(st_geomfromgeojson($8), 4326) else boundary end,
    boundary_json = case when $7 then $8 else boundary_json end,
    restricted = coalesce($9, restricted)
  where tenant_id = $1 and area_id = $2 returning area_id`;

/** $1 tenant, $2 area, $3 people: those of them who are members and not named yet are named. */
export const nameMembers = `
  insert into open_room.area_member (tenant_id, area_id, person_id)
  select $1, $2, m.person_id from open_room.membership m
  where m.tenant_id = $1 and m.person_id = any ($3::uuid[]) and m.ended_at is null
  on conflict do nothing`;

/** $1 tenant, $2 area, $3 people to keep: all others are taken off. Primary key. */
export const unnameMembers = `delete from open_room.area_member where tenant_id = $1 and area_id = $2 and person_id <> all ($3::uuid[])`;

/** $1 tenant, $2 areas: who is named on each, for coordinators. Primary key. */
export const namedMembers = `
  select area_id as id, array_agg(person_id order by since, person_id) as people
  from open_room.area_member where tenant_id = $1 and area_id = any ($2::uuid[]) group by area_id`;

/** $1 tenant, $2 areas: their background maps as GeoJSON text. Primary key. */
export const backdropsOf = `
  select area_id as id, backdrop_json as backdrop
  from open_room.area where tenant_id = $1 and area_id = any ($2::uuid[]) and backdrop_json is not null`;
