-- Sign-in identity is global: a person may belong to several tenants. Name, contact and function
-- belong to the membership. Nobody but the owner reads these tables; the api asks by the functions
-- in people/identity.policy.sql.
create table identity.person (
  id uuid primary key default gen_random_uuid(),
  persona text unique,
  created_at timestamptz not null default now()
);

create table identity.session (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references identity.person (id) on delete cascade,
  token_hash bytea not null unique,
  kind text not null check (kind in ('demo', 'guest')),
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_by_person on identity.session (person_id) where revoked_at is null;
create index session_by_expiry on identity.session (expires_at);
