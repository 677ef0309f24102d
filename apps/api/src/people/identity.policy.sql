-- Persons and sign-ins belong to no tenant, and no login reads the tables: the api asks and acts by
-- these functions alone. A token is known to the database only by its SHA-256.

grant usage on schema identity to kvarter_open;

alter table identity.person enable row level security;
alter table identity.person force row level security;
create policy owner on identity.person to kvarter_owner using (true) with check (true);
alter table identity.session enable row level security;
alter table identity.session force row level security;
create policy owner on identity.session to kvarter_owner using (true) with check (true);

-- The memberships of a person today, as the api keeps them with a sign-in.
create or replace function identity.memberships_of(person uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('tenantId', t.tenant_id, 'slug', t.slug, 'tenantName', t.name, 'kind', t.kind,
                                               'name', m.name, 'roles', m.roles) order by t.name), '[]')
  from open_room.membership m join open_room.tenant t on t.tenant_id = m.tenant_id
  where m.person_id = person and m.ended_at is null and t.suspended_at is null
$$;

create or replace function identity.memberships_of_caller() returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select identity.memberships_of(open_room.setting('person'))
$$;

-- The sign-in behind a token, if it holds. Unique index on token_hash. Marks it seen at most once a minute.
create or replace function identity.signed_in(token bytea) returns table (session_id uuid, person_id uuid, expires_at timestamptz, memberships jsonb)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update identity.session s set last_seen_at = now() where s.token_hash = token and s.last_seen_at < now() - interval '1 minute';
  select s.session_id, s.person_id, s.expires_at, identity.memberships_of(s.person_id)
  from (select id as session_id, person_id, expires_at from identity.session
        where token_hash = token and revoked_at is null and expires_at > now()) s
$$;

create or replace function identity.demo_personas() returns table (persona text, name text, tenants jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.persona, min(m.name), jsonb_agg(jsonb_build_object('slug', t.slug, 'tenantName', t.name, 'role', r.role) order by t.slug)
  from identity.person p
  join open_room.membership m on m.person_id = p.id and m.ended_at is null
  join open_room.tenant t on t.tenant_id = m.tenant_id
  cross join lateral unnest(m.roles) as r (role)
  where p.persona is not null
  group by p.id, p.persona, p.created_at order by p.created_at, p.persona
$$;

-- Null where no such persona is. Demo rows exist only where demo data was asked for.
create or replace function identity.sign_in_as_persona(wanted text, token bytea, lifetime interval) returns uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into identity.session (person_id, token_hash, kind, expires_at)
  select id, token, 'demo', now() + lifetime from identity.person where persona = wanted
  returning id
$$;

create or replace function identity.sessions_of_caller() returns table (id uuid, started_at timestamptz, last_seen_at timestamptz, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select id, started_at, last_seen_at, expires_at from identity.session
  where person_id = (select open_room.setting('person')) and revoked_at is null and expires_at > now()
  order by last_seen_at desc
$$;

-- Whether a sign-in of the caller's still holds. Asked whenever new map edits are read. Primary key.
create or replace function identity.session_holds(session uuid) returns boolean
language plpgsql stable security definer as $$
begin
  perform from identity.session s
  where s.id = session_holds.session and s.person_id = (select open_room.setting('person')) and s.revoked_at is null and s.expires_at > pg_catalog.now();
  return found;
end $$;

-- Ends one of the caller's own sign-ins; false where it is not theirs or not there.
create or replace function identity.revoke_session(session uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare tenant uuid;
begin
  update identity.session set revoked_at = now()
  where id = revoke_session.session and person_id = open_room.setting('person') and revoked_at is null;
  if not found then return false; end if;
  perform pg_notify('kvarter_access', open_room.setting('person')::text);
  for tenant in select m.tenant_id from open_room.membership m where m.person_id = open_room.setting('person') loop
    perform open_room.raise_epoch(tenant, open_room.setting('person'));
  end loop;
  return true;
end $$;

-- Sign-ins that ended over a month ago.
create or replace function identity.clean_up() returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from identity.session where least(expires_at, coalesce(revoked_at, expires_at)) < now() - interval '30 days' returning 1)
  select count(*)::integer from gone
$$;

-- What start-up compares: which release the database was migrated to.
create or replace function identity.released() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select hash from identity.release $$;

revoke all on all functions in schema identity from public;
grant execute on function identity.signed_in(bytea), identity.demo_personas(), identity.sign_in_as_persona(text, bytea, interval),
  identity.sessions_of_caller(), identity.memberships_of_caller(), identity.session_holds(uuid), identity.revoke_session(uuid), identity.clean_up(), identity.released() to kvarter_open;
