-- In every tenant table tenant_id leads primary, unique and foreign keys and indexes: rows of one
-- tenant lie together and no constraint can tell of another's.
create table open_room.tenant (
  tenant_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('municipality', 'centre')),
  suspended_at timestamptz,
  created_at timestamptz not null default now()
);

create table open_room.membership (
  tenant_id uuid not null references open_room.tenant,
  person_id uuid not null references identity.person (id),
  name text not null check (length(name) between 1 and 120),
  roles text[] not null check (
    cardinality(roles) > 0
    and roles <@ array['coordinator', 'team_member', 'participant', 'steering', 'politician',
                       'case_lead', 'case_worker', 'tenant_admin', 'centre_admin', 'system']
  ),
  organisation text check (length(organisation) <= 120),
  function text check (length(function) <= 200),
  since timestamptz not null default now(),
  ended_at timestamptz,
  primary key (tenant_id, person_id)
);
create index membership_by_person on open_room.membership (person_id);

-- Raised in the same transaction as every loss of a right. Whoever reads new map edits reads it too,
-- so that nothing committed after a revocation is delivered to the one who lost the right.
create table open_room.access_epoch (
  tenant_id uuid primary key references open_room.tenant,
  epoch bigint not null default 0
);
