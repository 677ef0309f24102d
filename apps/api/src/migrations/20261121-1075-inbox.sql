-- News about an area on its way through the coordinator to those it concerns.
create table open_room.knowledge_item (
  tenant_id uuid not null,
  item_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  title text not null check (length(title) between 1 and 120),
  text text not null check (length(text) between 1 and 2000),
  place geometry(Geometry, 4326),
  place_json text,
  -- The day the coordinators are reminded where none of them has looked at it.
  remind_on date not null,
  seen_at timestamptz,
  seen_by uuid,
  passed_to uuid[] not null default '{}' check (cardinality(passed_to) <= 50),
  passed_at timestamptz,
  -- Those of them who have opened it.
  read_by uuid[] not null default '{}',
  outcome text check (outcome in ('ON_MAP', 'AGREEMENT', 'GAP', 'CLOSED')),
  -- The mark, the agreement or the question it became.
  outcome_id uuid,
  reason text check (length(reason) between 1 and 2000),
  settled_at timestamptz,
  settled_by uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, item_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, created_by) references open_room.membership (tenant_id, person_id),
  check ((place is null) = (place_json is null)),
  check (num_nulls(seen_at, seen_by) in (0, 2)),
  check ((passed_at is null) = (passed_to = '{}')),
  check (num_nulls(outcome, settled_at, settled_by) in (0, 3)),
  check ((outcome is not distinct from 'CLOSED') = (reason is not null)),
  check ((outcome_id is null) = (outcome is null or outcome = 'CLOSED'))
);
create index knowledge_item_waiting on open_room.knowledge_item (tenant_id, created_at) where settled_at is null;
create index knowledge_item_by_author on open_room.knowledge_item (tenant_id, created_by, created_at);
create index knowledge_item_unseen on open_room.knowledge_item (tenant_id, remind_on) where seen_at is null;
