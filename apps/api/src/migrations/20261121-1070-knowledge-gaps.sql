-- What the team does not know of an area and has taken up. Gaps that the map shows are found when somebody looks, and
-- kept only from then on.
create table open_room.knowledge_gap (
  tenant_id uuid not null,
  gap_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  kind text not null check (kind in ('THIN_KIND', 'BLANK_PART', 'CLUMP', 'UNMET_CHALLENGES', 'OTHER')),
  -- The kind of resource there is little of.
  feature_kind text check (feature_kind in ('ASSOCIATION', 'INSTITUTION', 'ENTHUSIAST', 'PHYSICAL_PLACE')),
  -- MAP: found on the map; HAND: somebody wrote it.
  found_by text not null check (found_by in ('MAP', 'HAND')),
  question text not null check (length(question) between 1 and 120),
  place geometry(Geometry, 4326),
  place_json text,
  state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
  assigned_to uuid,
  -- Whose it was when they left.
  taken_over_from uuid,
  due_on date,
  answer text check (length(answer) between 1 and 2000),
  led_to_features uuid[] not null default '{}' check (cardinality(led_to_features) <= 20),
  led_to_stakeholder uuid,
  closed_as text check (closed_as in ('NOT_A_GAP', 'GIVEN_UP', 'NO_LONGER')),
  reason text check (length(reason) between 1 and 2000),
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, gap_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, assigned_to) references open_room.membership (tenant_id, person_id),
  foreign key (tenant_id, created_by) references open_room.membership (tenant_id, person_id),
  foreign key (tenant_id, area_id, led_to_stakeholder) references open_room.stakeholder (tenant_id, area_id, stakeholder_id) on delete set null (led_to_stakeholder),
  check ((kind = 'THIN_KIND') = (feature_kind is not null)),
  check ((place is null) = (place_json is null)),
  check ((assigned_to is null) = (due_on is null)),
  check ((state = 'ANSWERED') = (answer is not null)),
  check ((state = 'CLOSED') = (closed_as is not null)),
  check ((state = 'CLOSED') = (reason is not null)),
  check ((state = 'OPEN') = (ended_at is null))
);
create index knowledge_gap_by_area on open_room.knowledge_gap (tenant_id, area_id, state);
create index knowledge_gap_by_stakeholder on open_room.knowledge_gap (tenant_id, area_id, led_to_stakeholder) where led_to_stakeholder is not null;
create index knowledge_gap_by_assigned on open_room.knowledge_gap (tenant_id, assigned_to) where state = 'OPEN';
