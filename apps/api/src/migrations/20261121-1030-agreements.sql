-- Who does what by when.
create table open_room.agreement (
  tenant_id uuid not null,
  agreement_id uuid not null default gen_random_uuid(),
  area_id uuid,
  -- The meeting it was made at.
  meeting_id uuid,
  title text not null check (length(title) between 1 and 120),
  detail text check (length(detail) <= 2000),
  responsible uuid not null,
  taken_over_from uuid,
  due_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'CANT', 'DROPPED')),
  -- What was reported last, also where it goes on.
  report text check (length(report) <= 2000),
  reported_at timestamptz,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id),
  foreign key (tenant_id, responsible) references open_room.membership (tenant_id, person_id),
  foreign key (tenant_id, created_by) references open_room.membership (tenant_id, person_id)
);
create index agreement_by_area on open_room.agreement (tenant_id, area_id, due_on);
create index agreement_by_meeting on open_room.agreement (tenant_id, meeting_id);
create index agreement_by_responsible on open_room.agreement (tenant_id, responsible, due_on) where state = 'OPEN';
