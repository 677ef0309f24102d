-- What colleagues from other organisations need to know of each other (domain section 4).
alter table open_room.membership
  add column competence text check (length(competence) <= 300),
  add column legal_framework text check (length(legal_framework) <= 600),
  add column function_description text check (length(function_description) <= 2000);
-- An address is one member's, so that it can be signed in by later.
create unique index membership_by_email on open_room.membership (tenant_id, lower(email)) where ended_at is null and email is not null;

-- Who works on an area, several coordinators among them. It gives no right: area_member alone says who may see
-- a restricted area, its rows are for coordinators' eyes and taking one away ends rights at once. Whom to
-- turn to is for the whole team to see, and may change without anybody losing sight of anything.
create table open_room.area_team (
  tenant_id uuid not null,
  area_id uuid not null,
  person_id uuid not null,
  since timestamptz not null default now(),
  primary key (tenant_id, area_id, person_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, person_id) references open_room.membership (tenant_id, person_id)
);
create index area_team_by_person on open_room.area_team (tenant_id, person_id);

-- What a tenant calls roles and fora. What a role may do stays the same.
create table open_room.local_name (
  tenant_id uuid not null references open_room.tenant,
  term text not null check (length(term) between 1 and 40),
  da text not null check (length(da) between 1 and 60),
  en text check (length(en) between 1 and 60),
  primary key (tenant_id, term)
);
