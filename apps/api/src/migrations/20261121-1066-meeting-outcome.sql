-- What people say in a meeting that is worth keeping: ideas, and what they arrived at, under the question they answered.
-- Some belong to a mark on the area's map, and some become agreements.
create table open_room.meeting_outcome (
  tenant_id uuid not null,
  outcome_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  phase text check (phase in ('WELCOME', 'STATUS', 'SITUATION', 'IDEAS', 'ACTIONS')),
  question smallint check (question between 0 and 50),
  text text not null check (length(text) between 1 and 500),
  -- A mark, and the area on whose map it is.
  area_id uuid,
  feature_id uuid,
  agreement_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, outcome_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id),
  foreign key (tenant_id, area_id, feature_id) references open_room.map_feature (tenant_id, area_id, feature_id),
  foreign key (tenant_id, agreement_id) references open_room.agreement (tenant_id, agreement_id),
  foreign key (tenant_id, created_by) references open_room.membership (tenant_id, person_id),
  check (question is null or phase is not null),
  check ((area_id is null) = (feature_id is null))
);
create index meeting_outcome_by_meeting on open_room.meeting_outcome (tenant_id, meeting_id, created_at);
create index meeting_outcome_by_feature on open_room.meeting_outcome (tenant_id, area_id, feature_id) where feature_id is not null;

-- What came of an item of the agenda becomes an agreement the same way.
alter table open_room.agenda_item
  add column agreement_id uuid,
  add foreign key (tenant_id, agreement_id) references open_room.agreement (tenant_id, agreement_id);
