/** What reads maps. Geometry is WGS84 (4326), lon/lat. Row policies show only areas the caller may see. */
import type { FeatureState, MapEditOp } from '@kvarter/geo';

/** $1 tenant, $2 area: the last number given; no row where the area isn't there for the caller. Primary key. */
export const newestSeq = `select seq from open_room.area_seq where tenant_id = $1 and area_id = $2`;

/**
 * $1 tenant, $2 area: the map as it stands, as the texts of its GeoJSON Features strung together, 64 to a row.
 * Primary key.
 */
export const collectionTexts = `
  select string_agg(f.json, ',' order by f.place) as features from (
    select json, row_number() over (order by feature_id) as place
    from open_room.map_feature where tenant_id = $1 and area_id = $2 and not removed
  ) f group by f.place / 64 order by f.place / 64`;

export interface StandingRow extends Record<string, unknown> {
  id: string;
  version: number;
  state: FeatureState;
  outside_boundary: boolean;
  updated_at: Date;
}

/** $1 tenant, $2 area: what stands now. Primary key. */
export const standingNow = `
  select feature_id as id, version, state, outside_boundary, updated_at
  from open_room.map_feature where tenant_id = $1 and area_id = $2 and not removed order by feature_id`;

/** The newest line of feature h at or before a number. Index map_edit_of_feature, backwards. */
const lineAt = (seq: string): string => `
  select e.version, e.after as state, e.outside_boundary, e.at as updated_at from open_room.map_edit e
  where e.tenant_id = $1 and e.area_id = $2 and e.feature_id = h.feature_id and e.seq <= ${seq} order by e.version desc limit 1`;

/** $1 tenant, $2 area, $3 seq: what stood then, from the log; the cost follows the features, not the log. Primary key of map_feature. */
export const standingAt = `
  select h.feature_id as id, l.version, l.state, l.outside_boundary, l.updated_at
  from open_room.map_feature h cross join lateral (${lineAt('$3')}) l
  where h.tenant_id = $1 and h.area_id = $2 and not (l.state ->> 'removed')::boolean order by h.feature_id`;

/** A feature at one side of a comparison, as JSON brings it. */
export interface ComparedSide {
  version: number;
  state: FeatureState;
  outside_boundary: boolean;
  updated_at: string;
}

export interface ComparedRow extends Record<string, unknown> {
  id: string;
  before: ComparedSide | null;
  after: ComparedSide | null;
  moved: number | null;
}

const geometryOf = (side: string): string => `st_setsrid(st_geomfromgeojson((${side}.state -> 'geometry')::text), 4326)`;
const drawn = (side: string): string => `jsonb_typeof(${side}.state -> 'geometry') = 'object'`;

/**
 * $1 tenant, $2 area, $3 from, $4 to: the features touched between them, as they stood at both, and how many metres
 * (on the ellipsoid) their middle moved. Primary key of map_edit, then map_edit_of_feature.
 */
export const comparedFeatures = `
  select h.feature_id as id, to_jsonb(b) as before, to_jsonb(a) as after,
    case when ${drawn('b')} and ${drawn('a')} and b.state -> 'geometry' <> a.state -> 'geometry'
         then st_distance(st_centroid(${geometryOf('b')})::geography, st_centroid(${geometryOf('a')})::geography) end as moved
  from (select distinct feature_id from open_room.map_edit
        where tenant_id = $1 and area_id = $2 and seq > least($3::integer, $4::integer) and seq <= greatest($3::integer, $4::integer)) h
  left join lateral (${lineAt('$3')}) b on true
  left join lateral (${lineAt('$4')}) a on true
  order by h.feature_id`;

export interface EditRow extends Record<string, unknown> {
  seq: number;
  edit_id: string;
  op: MapEditOp;
  feature_id: string;
  version: number;
  state: FeatureState;
  outside_boundary: boolean;
  at: Date;
  actor: string;
  actor_name: string | null;
}

/** $1 tenant, $2 area, $3 feature, $4 how many at most: its latest edits, oldest first. Index map_edit_of_feature. */
export const featureHistory = `
  with line as (
    select seq, edit_id, op, feature_id, version, after as state, outside_boundary, at, actor
    from open_room.map_edit where tenant_id = $1 and area_id = $2 and feature_id = $3 order by version desc limit $4
  )
  select l.*, n.name as actor_name from line l
  left join open_room.names_of(array(select distinct actor from line)) n on n.person_id = l.actor
  order by l.seq`;

/** Whether the spatial index is used under row policies: its operator is marked leakproof, which takes a superuser. */
export const overlapIsLeakproof = `select proleakproof as leakproof from pg_proc where oid = 'public.geometry_overlaps(public.geometry, public.geometry)'::regprocedure`;

const inBox = (from: string): string => `
  select coalesce(string_agg(left(f.json, -2) || ',"areaId":"' || f.area_id || '"}}', ','), '') as features
  from (select m.json, m.area_id from ${from} and not m.removed and st_intersects(m.geom, st_makeenvelope($2, $3, $4, $5, 4326)) limit $6) f`;

/**
 * $1 tenant, $2-$5 west, south, east, north, $6 how many at most: what stands in the box in all areas the caller may
 * see, each Feature with its areaId. Index map_feature_in_space.
 */
export const featuresInBox = inBox('open_room.map_feature m where m.tenant_id = $1 and m.geom && st_makeenvelope($2, $3, $4, $5, 4326)');

/**
 * The same where the spatial index can't be used: row by row of the tiles that reach into the box, and the few that are
 * larger than a tile. Index map_feature_by_tile.
 */
export const featuresInTiles = inBox(`(
    select row * 16384 + open_room.tile_column($2) - 1 as first, row * 16384 + open_room.tile_column($4) as last
    from generate_series(open_room.tile_row(least($5::float8, 85)) - 1, open_room.tile_row(greatest($3::float8, -85))) row
    union all select -1, -1
  ) run join open_room.map_feature m on m.tile between run.first and run.last where m.tenant_id = $1`);
