create table open_room.meeting (
  tenant_id uuid not null,
  meeting_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  kind text not null check (kind in ('AREA')),
  title text not null check (length(title) between 1 and 120),
  starts_at timestamptz not null,
  state text not null default 'PLANNED' check (state in ('PLANNED', 'OPEN', 'CLOSED')),
  frozen boolean not null default false,
  read_after boolean not null default false,
  opened_at timestamptz,
  closed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, meeting_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id)
);
create index meeting_by_area on open_room.meeting (tenant_id, area_id, starts_at);
-- One open meeting an area: what is edited meanwhile belongs to it.
create unique index meeting_open on open_room.meeting (tenant_id, area_id) where state = 'OPEN';

create table open_room.meeting_guest (
  tenant_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (tenant_id, meeting_id, person_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id),
  foreign key (tenant_id, person_id) references open_room.membership (tenant_id, person_id)
);
create index meeting_guest_by_person on open_room.meeting_guest (tenant_id, person_id);

-- Only the hash of the code is kept; the code itself is shown once, in the link.
create table open_room.invitation (
  tenant_id uuid not null,
  invitation_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz,
  primary key (tenant_id, invitation_id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id)
);
create index invitation_by_meeting on open_room.invitation (tenant_id, meeting_id);
create index invitation_by_code on open_room.invitation (code_hash);
