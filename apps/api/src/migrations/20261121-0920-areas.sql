create table open_room.area (
  tenant_id uuid not null references open_room.tenant,
  area_id uuid not null default gen_random_uuid(),
  parent_id uuid,
  level smallint not null check (level between 1 and 3),
  name text not null check (length(name) between 1 and 120),
  description text check (length(description) <= 2000),
  boundary geometry(Geometry, 4326) not null,
  boundary_json text not null,
  backdrop_json text,
  restricted boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, area_id),
  foreign key (tenant_id, parent_id) references open_room.area (tenant_id, area_id)
);
create index area_by_parent on open_room.area (tenant_id, parent_id);
create index area_restricted on open_room.area (tenant_id, area_id) where restricted;

create table open_room.area_member (
  tenant_id uuid not null,
  area_id uuid not null,
  person_id uuid not null,
  since timestamptz not null default now(),
  primary key (tenant_id, area_id, person_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, person_id) references open_room.membership (tenant_id, person_id)
);
create index area_member_by_person on open_room.area_member (tenant_id, person_id);
