/** What finds gaps on an area's map, and reads and writes those that were taken up. Days are texts, YYYY-MM-DD. */
import { clump, leastBlank, leastUnmet, mostCells, reach, smallestCell, together } from './gap.rules.js';
import type { GapClosing, GapFoundBy, GapKind, GapState } from './gap.type.js';

export interface GapRow extends Record<string, unknown> {
  id: string;
  areaId: string;
  kind: GapKind;
  featureKind: string | null;
  foundBy: GapFoundBy;
  question: string;
  placeJson: string | null;
  state: GapState;
  dueOn: string | null;
  answer: string | null;
  ledToFeatureIds: string[];
  ledToStakeholderId: string | null;
  closedAs: GapClosing | null;
  reason: string | null;
  endedAt: Date | null;
  version: number;
  createdAt: Date;
  assignedToId: string | null;
  takenOverFromId: string | null;
  createdById: string;
  endedById: string | null;
}

const columns = `
  g.gap_id as id, g.area_id as "areaId", g.kind, g.feature_kind as "featureKind", g.found_by as "foundBy", g.question, g.place_json as "placeJson", g.state,
  g.due_on::text as "dueOn", g.answer, g.led_to_features as "ledToFeatureIds", g.led_to_stakeholder as "ledToStakeholderId", g.closed_as as "closedAs",
  g.reason, g.ended_at as "endedAt", g.version, g.created_at as "createdAt", g.assigned_to as "assignedToId", g.taken_over_from as "takenOverFromId",
  g.created_by as "createdById", g.ended_by as "endedById"`;

/** $1 tenant, $2 area: open ones first, by day; then what was ended last. Index knowledge_gap_by_area. */
export const gapsOf = `
  select ${columns} from open_room.knowledge_gap g where g.tenant_id = $1 and g.area_id = $2
  order by g.state <> 'OPEN', g.due_on nulls first, g.ended_at desc, g.created_at desc, g.gap_id limit 500`;

/** $1 tenant, $2 gap. Primary key. */
export const gapById = `select ${columns} from open_room.knowledge_gap g where g.tenant_id = $1 and g.gap_id = $2`;

/** $1 tenant, $2 gap, $3 area, $4 kind, $5 kind of resource, $6 found how, $7 question, $8 place as GeoJSON (4326), $9 person. */
export const insertGap = `
  insert into open_room.knowledge_gap as g (tenant_id, gap_id, area_id, kind, feature_kind, found_by, question, place, place_json, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, st_setsrid(st_geomfromgeojson($8), 4326), $8, $9) returning ${columns}`;

/** $1 tenant, $2 gap, $3 the version it builds on, $4 person, $5 day. Primary key. */
export const assignGap = `
  update open_room.knowledge_gap g set assigned_to = $4, due_on = $5::date, version = g.version + 1
  where g.tenant_id = $1 and g.gap_id = $2 and g.version = $3 and g.state = 'OPEN' returning ${columns}`;

/** $1 tenant, $2 gap, $3 day. Primary key. */
export const moveGap = `
  update open_room.knowledge_gap set due_on = $3::date, version = version + 1
  where tenant_id = $1 and gap_id = $2 and state = 'OPEN' and assigned_to is not null`;

/** $1 tenant, $2 gap, $3 answer, $4 marks it led to, $5 stakeholder it led to, $6 when, $7 by whom. Primary key. */
export const answerGap = `
  update open_room.knowledge_gap g set state = 'ANSWERED', answer = $3, led_to_features = $4, led_to_stakeholder = $5, ended_at = $6, ended_by = $7, version = g.version + 1
  where g.tenant_id = $1 and g.gap_id = $2 and g.state = 'OPEN' returning ${columns}`;

/** $1 tenant, $2 gap, $3 as what, $4 reason, $5 when, $6 by whom. Primary key. */
export const closeGap = `
  update open_room.knowledge_gap g set state = 'CLOSED', closed_as = $3, reason = $4, ended_at = $5, ended_by = $6, version = g.version + 1
  where g.tenant_id = $1 and g.gap_id = $2 and g.state = 'OPEN' returning ${columns}`;

/** $1 tenant, $2 area, $3 marks: how many of them stand on the map there. Primary key. */
export const marksThere = `
  select count(*)::integer as count from open_room.map_feature where tenant_id = $1 and area_id = $2 and feature_id = any ($3::uuid[]) and not removed`;

/** $1 tenant, $2 area, $3 stakeholder. Unique key. */
export const stakeholderThere = 'select 1 from open_room.stakeholder where tenant_id = $1 and area_id = $2 and stakeholder_id = $3';

/** $1 GeoJSON (4326) that libs/geo has found sound: whether PostGIS does, too. */
export const isSound = 'select st_isvalid(st_setsrid(st_geomfromgeojson($1), 4326)) as sound';

export interface FoundPlace {
  readonly kind: 'BLANK_PART' | 'CLUMP' | 'UNMET_CHALLENGES';
  /** Marks that lie together; 0 for a blank part. */
  readonly count: number;
  readonly squareMetres: number;
  readonly place: unknown;
}

export interface FoundRow extends Record<string, unknown> {
  /** How many there are of each kind; kinds there are none of are left out. */
  counts: Readonly<Record<string, number>>;
  /** Thin kinds that are taken up, or at rest until the next round. */
  known: readonly string[];
  /** The largest first. */
  places: readonly FoundPlace[];
}

/** Metres in a plane of their own are had of this part of the world: Denmark and what lies round it. What lies elsewhere has no gaps. */
const aboutDenmark = 'st_makeenvelope(3, 53, 18, 60, 4326)';
/** Degrees that hold `reach` in any direction. */
const degreesAround = 0.01;
/** Square buckets of a place in metres. Two marks within reach of each other's cells lie in the same or in neighbouring buckets. */
const bucketOf = (metres: string) => `floor((${metres}) / g.bucket)::integer`;

/**
 * $1 tenant, $2 area, $3 kinds of resource, $4 safe zones and these: what reaches a place, $5 kinds of challenge, $6 kinds of
 * stakeholder and $7 what each counts as, $8 since when answered ones rest. One row, or none where the caller sees no such area.
 *
 * Metres are EPSG:25832, where the boundary is laid out in square cells, so many at most however large the area. A cell is
 * blank where no resource is within reach of any part of it; blank cells that touch (put together row by row first), cut to
 * the boundary, are a blank part.
 * Whatever is compared by distance is looked up in buckets first, so that the cost grows with marks and cells and not
 * with their product. Primary key of map_feature, unique key of stakeholder by area, index knowledge_gap_by_area.
 */
export const findGaps = `
  with area as (
    select a.boundary, a.boundary @ ${aboutDenmark} as here from open_room.area a where a.tenant_id = $1 and a.area_id = $2
  ),
  shaped as materialized (
    select st_transform(boundary, 25832) as shape, st_expand(st_envelope(boundary), ${degreesAround}) as around from area where here
  ),
  sized as (
    select s.*, st_area(shape) as size, greatest(${smallestCell}, sqrt(st_area(st_envelope(shape)) / ${mostCells}),
      (st_xmax(shape) - st_xmin(shape)) / ${mostCells / 10}, (st_ymax(shape) - st_ymin(shape)) / ${mostCells / 10}) as cell
    from shaped s
  ),
  grid as materialized (
    select s.*, greatest(${reach} + cell, (st_xmax(shape) - st_xmin(shape)) / 25, (st_ymax(shape) - st_ymin(shape)) / 25) as bucket from sized s
  ),
  marks as materialized (
    select f.feature_id as id, f.kind = any ($4::text[]) as resource, p.geom, st_centroid(p.geom) as middle
    from open_room.map_feature f, grid g cross join lateral (select st_transform(f.geom, 25832) as geom) p
    where f.tenant_id = $1 and f.area_id = $2 and not f.removed and not f.outdated and f.kind = any ($4::text[] || $5::text[])
      and f.geom && g.around and f.geom @ ${aboutDenmark}
  ),
  reached as materialized (
    select m.geom, x, y
    from grid g, marks m,
      lateral generate_series(${bucketOf('greatest(st_xmin(m.geom), st_xmin(g.shape) - g.bucket)')} - 1, ${bucketOf('least(st_xmax(m.geom), st_xmax(g.shape) + g.bucket)')} + 1) x,
      lateral generate_series(${bucketOf('greatest(st_ymin(m.geom), st_ymin(g.shape) - g.bucket)')} - 1, ${bucketOf('least(st_ymax(m.geom), st_ymax(g.shape) + g.bucket)')} + 1) y
    where m.resource
  ),
  cells as materialized (
    select c.geom, c.i, c.j, ${bucketOf('st_xmin(c.geom) + g.cell / 2')} as x, ${bucketOf('st_ymin(c.geom) + g.cell / 2')} as y
    from grid g, lateral st_squaregrid(g.cell, g.shape) c
    where st_intersects(g.shape, c.geom)
  ),
  empty as (
    select c.geom, c.i, c.j from cells c
    where not exists (select from reached r where r.x = c.x and r.y = c.y and st_dwithin(r.geom, c.geom, ${reach}))
  ),
  strips as (
    select st_envelope(st_collect(geom)) as geom from (select geom, j, i - row_number() over (partition by j order by i) as run from empty) e group by j, run
  ),
  blank as (
    select st_union(geom) as geom from strips
  ),
  parts as (
    select part.geom from grid g, blank b,
      lateral st_dump(st_collectionextract(st_intersection(b.geom, g.shape), 3)) part
    where st_area(part.geom) >= greatest(${leastBlank.size}, g.size * ${leastBlank.share})
  ),
  met as materialized (
    select m.id from grid g, marks m
    where not m.resource and exists (
      select from reached r
      where r.x = ${bucketOf('st_x(m.middle)')} and r.y = ${bucketOf('st_y(m.middle)')} and st_dwithin(r.geom, m.middle, ${reach}))
  ),
  clustered as (
    select m.id, m.resource, m.middle, st_clusterdbscan(m.middle, ${together}, ${leastUnmet}) over (partition by m.resource) as cluster from marks m
  ),
  clusters as (
    select c.resource, count(*)::integer as count, st_buffer(st_convexhull(st_collect(c.middle)), ${together / 2}, 4) as geom, bool_or(c.id in (select id from met)) as met
    from clustered c where c.cluster is not null group by c.resource, c.cluster
  ),
  found as (
    select 'BLANK_PART' as kind, 0 as count, geom from parts
    union all
    select 'CLUMP', c.count, c.geom from clusters c, grid g
    where c.resource and c.count >= ${clump.least} and c.count >= ${clump.ofAll} * (select count(*) from marks where resource) and st_area(c.geom) <= ${clump.share} * g.size
    union all
    select 'UNMET_CHALLENGES', c.count, c.geom from clusters c where not c.resource and not c.met
  ),
  known as materialized (
    select k.kind, k.feature_kind, case when k.place @ ${aboutDenmark} then st_transform(k.place, 25832) end as geom
    from open_room.knowledge_gap k
    where k.tenant_id = $1 and k.area_id = $2 and k.kind <> 'OTHER'
      and (k.state = 'OPEN' or (k.ended_at >= $8 and (k.state = 'ANSWERED' or k.closed_as = 'NOT_A_GAP')))
  ),
  fresh as (
    select f.* from found f
    where not exists (
      select from known k where k.kind = f.kind and k.geom && f.geom and st_area(st_intersection(k.geom, f.geom)) * 2 >= st_area(f.geom))
  ),
  counted as (
    select kind, count(*) as count from (
      select f.kind from open_room.map_feature f where f.tenant_id = $1 and f.area_id = $2 and not f.removed and f.kind = any ($3::text[])
      union all
      select c.kind from open_room.stakeholder s join unnest($6::text[], $7::text[]) as c (of, kind) on c.of = s.kind
      where s.tenant_id = $1 and s.area_id = $2 and not exists (
        select from open_room.map_feature f where f.tenant_id = $1 and f.area_id = $2 and f.feature_id = s.feature_id and not f.removed)
    ) one group by kind
  )
  select
    (select coalesce(jsonb_object_agg(kind, count), '{}') from counted) as counts,
    (select coalesce(jsonb_agg(distinct feature_kind), '[]') from known where kind = 'THIN_KIND') as known,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'count', count, 'squareMetres', round(st_area(geom)),
              'place', st_asgeojson(st_transform(st_simplifypreservetopology(geom, 0.01), 4326), 7)::jsonb) order by kind, st_area(geom) desc, st_xmin(geom)), '[]')
     from fresh) as places
  from area`;

/** $1 tenant, $2 gaps: the areas they are of. Primary key. */
export const areasOfGaps = `select gap_id as id, area_id as "areaId" from open_room.knowledge_gap where tenant_id = $1 and gap_id = any ($2::uuid[])`;
