-- One pass over an area (domain section 5): why, where, when, and how far one is.
create table open_room.mapping_round (
  tenant_id uuid not null,
  round_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- The four examples of the model, equal in weight, and what the municipality calls others.
  target_groups text[] not null default '{}'
    check (target_groups <@ '{YOUNGER_SIBLINGS,FAMILIES,STREET_ORIENTED_YOUNG,FROM_CRIME_TO_EXTREMISM}'),
  local_groups text[] not null default '{}' check (cardinality(local_groups) <= 10),
  missing_knowledge text check (length(missing_knowledge) <= 2000),
  -- Null: the area's own boundary, also where that is drawn anew.
  delimitation geometry(Geometry, 4326),
  delimitation_json text,
  starts_on date not null,
  ends_on date not null,
  responsible uuid not null,
  -- What the check of the period's end is about: apart from the round itself, which cadences may be about.
  ending_id uuid not null default gen_random_uuid(),
  state text not null default 'UNDER_WAY' check (state in ('UNDER_WAY', 'CLOSED')),
  closed_at timestamptz,
  closed_by uuid,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, round_id),
  -- For what belongs to a round and to the same area.
  unique (tenant_id, area_id, round_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, responsible) references open_room.membership (tenant_id, person_id),
  check (ends_on >= starts_on),
  check ((delimitation is null) = (delimitation_json is null)),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create index mapping_round_by_area on open_room.mapping_round (tenant_id, area_id, starts_on);
create index mapping_round_by_ending on open_room.mapping_round (tenant_id, ending_id);
-- One at a time: a round is what the area's people are doing now.
create unique index mapping_round_under_way on open_room.mapping_round (tenant_id, area_id) where state = 'UNDER_WAY';

-- The six steps. Their order is advice: any of them may be begun, ended and taken up again at any time.
create table open_room.round_step (
  tenant_id uuid not null,
  area_id uuid not null,
  round_id uuid not null,
  step text not null check (step in ('PURPOSE', 'PREPARATION', 'RESOURCES', 'KEY_PEOPLE', 'CHALLENGES', 'FOLLOW_UP')),
  state text not null default 'NOT_BEGUN' check (state in ('NOT_BEGUN', 'UNDER_WAY', 'DONE')),
  changed_by uuid,
  changed_at timestamptz,
  primary key (tenant_id, round_id, step),
  foreign key (tenant_id, area_id, round_id) references open_room.mapping_round (tenant_id, area_id, round_id) on delete cascade
);

create table open_room.round_milestone (
  tenant_id uuid not null,
  milestone_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  round_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  due_on date not null,
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, milestone_id),
  foreign key (tenant_id, area_id, round_id) references open_room.mapping_round (tenant_id, area_id, round_id) on delete cascade,
  check (num_nulls(done_at, done_by) in (0, 2))
);
create index round_milestone_by_round on open_room.round_milestone (tenant_id, round_id, due_on);

-- Which meetings a round's two steps on the shared map are held at. A meeting belongs to one round at most.
create table open_room.round_meeting (
  tenant_id uuid not null,
  meeting_id uuid not null,
  area_id uuid not null,
  round_id uuid not null,
  step text not null check (step in ('RESOURCES', 'CHALLENGES')),
  primary key (tenant_id, meeting_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id),
  foreign key (tenant_id, area_id, round_id) references open_room.mapping_round (tenant_id, area_id, round_id) on delete cascade
);
create index round_meeting_by_round on open_room.round_meeting (tenant_id, round_id);

-- That somebody asks their own organisation before one of the meetings, and whether they have.
create table open_room.round_preparation (
  tenant_id uuid not null,
  preparation_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  round_id uuid not null,
  step text not null check (step in ('RESOURCES', 'CHALLENGES')),
  person_id uuid not null,
  -- The meeting they were asked to prepare, and the day by which.
  asked_for uuid,
  due_on date,
  ready_at timestamptz,
  primary key (tenant_id, preparation_id),
  unique (tenant_id, round_id, step, person_id),
  unique (tenant_id, area_id, preparation_id),
  foreign key (tenant_id, area_id, round_id) references open_room.mapping_round (tenant_id, area_id, round_id) on delete cascade,
  foreign key (tenant_id, person_id) references open_room.membership (tenant_id, person_id),
  foreign key (tenant_id, asked_for) references open_room.meeting (tenant_id, meeting_id)
);

-- What they found: a mark that is not on the map yet. `place` is GeoJSON, WGS84.
create table open_room.preparation_item (
  tenant_id uuid not null,
  item_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  preparation_id uuid not null,
  kind text not null,
  title text not null check (length(title) between 1 and 120),
  note text check (length(note) <= 2000),
  place jsonb,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, item_id),
  unique (tenant_id, area_id, item_id),
  foreign key (tenant_id, area_id, preparation_id) references open_room.round_preparation (tenant_id, area_id, preparation_id) on delete cascade
);
create index preparation_item_by_preparation on open_room.preparation_item (tenant_id, preparation_id);

-- That an item was placed on the shared map, once: the key is what makes two at the same time place one.
create table open_room.preparation_placement (
  tenant_id uuid not null,
  item_id uuid not null,
  area_id uuid not null,
  feature_id uuid not null,
  meeting_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, item_id),
  foreign key (tenant_id, area_id, item_id) references open_room.preparation_item (tenant_id, area_id, item_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id)
);

-- Which areas need mapping most, as somebody judged it one day. Written once: another day is another ranking.
create table open_room.area_ranking (
  tenant_id uuid not null references open_room.tenant,
  ranking_id uuid not null default gen_random_uuid(),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, ranking_id)
);
create index area_ranking_by_day on open_room.area_ranking (tenant_id, created_at);

create table open_room.ranked_area (
  tenant_id uuid not null,
  ranking_id uuid not null,
  area_id uuid not null,
  place integer not null check (place >= 1),
  reason text not null check (length(reason) between 1 and 1000),
  primary key (tenant_id, ranking_id, area_id),
  unique (tenant_id, ranking_id, place),
  foreign key (tenant_id, ranking_id) references open_room.area_ranking (tenant_id, ranking_id) on delete cascade,
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id)
);
