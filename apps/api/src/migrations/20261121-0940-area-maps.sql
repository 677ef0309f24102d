-- The last sequence number given in an area. Whoever edits locks this row, so seq is gapless.
create table open_room.area_seq (
  tenant_id uuid not null,
  area_id uuid not null,
  seq integer not null default 0,
  primary key (tenant_id, area_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id)
);

-- Row and column of the Web Mercator tile of zoom 14 (1.4 km in Denmark), counted from the north-west.
-- Degrees WGS84.
create function open_room.tile_row(lat double precision) returns integer language sql immutable as $$
  select floor((0.5 - ln((1 + sin(radians(lat))) / (1 - sin(radians(lat)))) / (4 * pi())) * 16384)::integer
$$;
create function open_room.tile_column(lon double precision) returns integer language sql immutable as $$
  select floor((lon + 180) / 360 * 16384)::integer
$$;
-- The tile of a geometry's north-west corner, row by row; -1 for what reaches further than into the next.
create function open_room.tile_of(geom geometry) returns integer language sql immutable as $$
  select case
    when abs(st_ymax(geom)) > 85 or abs(st_ymin(geom)) > 85
      or open_room.tile_column(st_xmax(geom)) > open_room.tile_column(st_xmin(geom)) + 1
      or open_room.tile_row(st_ymin(geom)) > open_room.tile_row(st_ymax(geom)) + 1 then -1
    else open_room.tile_row(st_ymax(geom)) * 16384 + open_room.tile_column(st_xmin(geom))
  end
$$;

-- The head of every feature: what is on the map now. Derived from map_edit, written in the same
-- statement. `json` is the GeoJSON Feature as it goes out, ready to be strung together.
create table open_room.map_feature (
  tenant_id uuid not null,
  area_id uuid not null,
  feature_id uuid not null,
  version integer not null,
  seq integer not null,
  kind text not null,
  state jsonb not null,
  geom geometry(Geometry, 4326),
  outside_boundary boolean not null default false,
  removed boolean not null default false,
  outdated boolean not null default false,
  touched_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  json text not null,
  tile integer generated always as (open_room.tile_of(geom)) stored,
  primary key (tenant_id, area_id, feature_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id)
) with (fillfactor = 85);
-- Used where the overlap operator could be marked leakproof (see migrate); elsewhere tiles do.
create index map_feature_by_tile on open_room.map_feature (tenant_id, tile) where not removed;
create index map_feature_in_space on open_room.map_feature using gist (tenant_id, geom) where not removed;

-- The append-only log. `after` is the whole state after the edit.
create table open_room.map_edit (
  tenant_id uuid not null,
  area_id uuid not null,
  seq integer not null,
  edit_id uuid not null,
  feature_id uuid not null,
  version integer not null,
  op text not null check (op in ('CREATE', 'UPDATE', 'REMOVE', 'RESTORE')),
  status text not null check (status in ('APPLIED', 'MERGED')),
  after jsonb not null,
  outside_boundary boolean not null default false,
  actor uuid not null,
  meeting_id uuid,
  at timestamptz not null,
  primary key (tenant_id, area_id, seq),
  unique (tenant_id, area_id, edit_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id)
);
create unique index map_edit_of_feature on open_room.map_edit (tenant_id, area_id, feature_id, version);
create index map_edit_of_meeting on open_room.map_edit (tenant_id, meeting_id, actor) where meeting_id is not null;

create table open_room.map_snapshot (
  tenant_id uuid not null,
  snapshot_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  seq integer not null,
  meeting_id uuid,
  taken_by uuid,
  taken_at timestamptz not null default now(),
  primary key (tenant_id, snapshot_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id)
);
create index map_snapshot_by_area on open_room.map_snapshot (tenant_id, area_id, seq);
create unique index map_snapshot_of_meeting on open_room.map_snapshot (tenant_id, meeting_id) where meeting_id is not null;

-- The receipt of the one exception to append-only: text taken out of every row of a feature.
create table open_room.map_redaction (
  tenant_id uuid not null,
  redaction_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  feature_id uuid not null,
  reason text not null check (length(reason) between 1 and 300),
  rows_changed integer not null,
  redacted_by uuid not null,
  redacted_at timestamptz not null default now(),
  primary key (tenant_id, redaction_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id)
);
create index map_redaction_by_feature on open_room.map_redaction (tenant_id, area_id, feature_id);
