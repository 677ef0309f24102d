/**
 * The hot path of an edit. All of `judgePlaces` to `earlierEdits` travel in one round trip, each with a snapshot
 * of its own: what follows `beginEdits` sees everything that was committed before the lock was given. One
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

export interface BegunRow extends Record<string, unknown> {
  verdict: string;
  /** The last number given; null where one may not edit. */
  seq: number | null;
  /** The moment of the batch, in milliseconds as clients see it. */
  at: Date | null;
}

/** $1 area: whether one may edit now, or why not; if so, with its sequence locked. */
export const beginEdits = `select verdict, seq, at from open_room.begin_edits($1)`;

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

/** $1 area, $2 the new last number, $3 time, then the columns of the lines. After `beginEdits`, in the same transaction. */
export const writeEdits = `select open_room.write_edits($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

/** $1 tenant, $2 area, $3 the new last number, $4 actor, $5 meeting, $6 time, then the same columns: for history that others made, by the owner. */
export const appendEdits = `select open_room.append_edits($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`;
