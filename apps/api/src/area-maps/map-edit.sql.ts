/**
 * The hot path of an edit. All of `judgePlaces` to `earlierEdits` travel in one round trip, each with a snapshot
 * of its own: what follows the lock sees everything that was committed before the lock was given. One
 * statement for both would read heads as they were before it waited.
 */
import type { FeatureState } from '@kvarter/geo';

export interface PlaceRow extends Record<string, unknown> {
  place: number;
  reason: string | null;
  lon: number | null;
  lat: number | null;
  outside: boolean | null;
}

/**
 * $1 tenant, $2 area, $3 places in the batch, $4 GeoJSON texts (4326) that libs/geo has found sound: what PostGIS
 * finds wrong, and whether they lie wholly outside the boundary. Before the lock, because large zones take time.
 */
export const judgePlaces = `
  select g.place, case when not (v.d).valid then (v.d).reason end as reason, st_x((v.d).location) as lon, st_y((v.d).location) as lat,
         case when (v.d).valid then not st_intersects(a.boundary, p.geom) end as outside
  from unnest($3::integer[], $4::text[]) as g (place, json)
  cross join lateral (select st_setsrid(st_geomfromgeojson(g.json), 4326) as geom) p
  cross join lateral (select st_isvaliddetail(p.geom) as d) v
  left join open_room.area a on a.tenant_id = $1 and a.area_id = $2`;

/** $1 tenant, $2 area: takes the area's sequence until the transaction ends. No row where one may not edit. Primary key. */
export const lockSequence = `select seq from open_room.area_seq where tenant_id = $1 and area_id = $2 for no key update`;

export interface RightRow extends Record<string, unknown> {
  verdict: string;
  meeting_id: string | null;
  /** The moment of the batch, in milliseconds as clients see it. */
  at: Date;
}

/** $1 area: whether one may edit now, or why not; the open meeting; the time. */
export const editRight = `select verdict, meeting_id, date_trunc('milliseconds', clock_timestamp()) as at from open_room.edit_right($1)`;

export interface HeadRow extends Record<string, unknown> {
  id: string;
  version: number;
  state: FeatureState;
  outside_boundary: boolean;
  updated_at: Date;
  touched_at: Date;
  bases: Record<string, FeatureState> | null;
}

/** $1 tenant, $2 area, $3 features, $4 the version each edit builds on: heads, and older versions where edits are stale. Primary key, map_edit_of_feature. */
export const headsOf = `
  select h.feature_id as id, h.version, h.state, h.outside_boundary, h.updated_at, h.touched_at,
    case when w.lowest < h.version then (
      select jsonb_object_agg(e.version, e.after) from open_room.map_edit e
      where e.tenant_id = $1 and e.area_id = $2 and e.feature_id = h.feature_id and e.version = any (w.versions)
    ) end as bases
  from (select feature_id, min(version) as lowest, array_agg(distinct version) as versions
        from unnest($3::uuid[], $4::integer[]) as named (feature_id, version) group by feature_id) w
  join open_room.map_feature h on h.tenant_id = $1 and h.area_id = $2 and h.feature_id = w.feature_id`;

export interface EarlierRow extends Record<string, unknown> {
  edit_id: string;
  feature_id: string;
  seq: number;
  version: number;
  after: FeatureState;
  outside_boundary: boolean;
  at: Date;
}

/** $1 tenant, $2 area, $3 edits: those that were applied before. Unique index on edit_id. */
export const earlierEdits = `
  select edit_id, feature_id, seq, version, after, outside_boundary, at
  from open_room.map_edit where tenant_id = $1 and area_id = $2 and edit_id = any ($3::uuid[])`;

/**
 * $1 tenant, $2 area, $3 the new last number, $4 actor, $5 meeting, $6 time, then the
 * columns of the lines: log, heads, sequence and the wake-up of other processes in one statement.
 */
export const writeEdits = `
  with line as (
    select * from unnest($7::integer[], $8::uuid[], $9::uuid[], $10::integer[], $11::text[], $12::text[], $13::jsonb[], $14::boolean[],
                         $15::boolean[], $16::text[], $17::text[], $18::timestamptz[])
      as l (seq, edit_id, feature_id, version, op, status, after, outside, last, geometry, json, touched_at)
  ), logged as (
    insert into open_room.map_edit (tenant_id, area_id, seq, edit_id, feature_id, version, op, status, after, outside_boundary, actor, meeting_id, at)
    select $1, $2, seq, edit_id, feature_id, version, op, status, after, outside, $4, $5, $6 from line
  ), headed as (
    insert into open_room.map_feature as h (tenant_id, area_id, feature_id, version, seq, kind, state, geom, outside_boundary, removed, outdated,
                                            touched_at, created_at, updated_at, json)
    select $1, $2, feature_id, version, seq, after ->> 'kind', after, st_setsrid(st_geomfromgeojson(geometry), 4326), outside,
           (after ->> 'removed')::boolean, (after ->> 'outdated')::boolean, touched_at, $6, $6, json
    from line where last
    on conflict (tenant_id, area_id, feature_id) do update set
      version = excluded.version, seq = excluded.seq, kind = excluded.kind, state = excluded.state, geom = excluded.geom,
      outside_boundary = excluded.outside_boundary, removed = excluded.removed, outdated = excluded.outdated,
      touched_at = excluded.touched_at, updated_at = excluded.updated_at, json = excluded.json
  )
  update open_room.area_seq set seq = $3 where tenant_id = $1 and area_id = $2
  returning pg_notify('kvarter_map', $1::uuid || '|' || $2::uuid || '|' || $3::integer)`;
