-- Who the database takes the caller for. Each function is asked through one (select ...) a policy, so
-- it runs once a statement, not once a row. A missing, empty or forged setting yields null, and null
-- lets nothing through.
--
-- plpgsql keeps the plans of its queries for the whole session, where a function in SQL is planned anew in
-- each statement that asks it: 20 against 116 microseconds. A `set search_path` clause would cost 30 more at
-- each call; instead every type and table is named with its schema, since a caller's temporary ones may stand
-- before pg_catalog (a test holds that). Settings are asked by (select ...) inside too: a small table is read
-- row by row, and each row would be compared with a setting read anew.

grant usage on schema open_room to kvarter_open;

-- Put into the queries that use it, so it costs nothing of its own.
create or replace function open_room.setting(name text) returns uuid
language sql stable parallel safe as $$
  select case when pg_catalog.current_setting('kvarter.' || name, true)
                   ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
              then pg_catalog.current_setting('kvarter.' || name, true)::pg_catalog.uuid end
$$;

create or replace function open_room.current_person() returns uuid
language sql stable parallel safe as $$
  select open_room.setting('person')
$$;

-- The caller's membership of the tenant named, if they have one today. Primary keys of membership and
-- tenant. For the functions below, into which it is put; nobody else may ask it.
create or replace function open_room.my_membership() returns table (tenant_id uuid, roles text[])
language sql stable parallel safe as $$
  select m.tenant_id, m.roles
  from open_room.membership m join open_room.tenant t on t.tenant_id = m.tenant_id
  where m.tenant_id = (select open_room.setting('tenant')) and m.person_id = (select open_room.setting('person'))
    and m.ended_at is null and t.suspended_at is null
$$;

-- The tenant named, if this person is a member of it today.
create or replace function open_room.current_tenant() returns uuid
language plpgsql stable security definer parallel safe as $$
declare
  mine pg_catalog.uuid;
begin
  select m.tenant_id into mine from open_room.my_membership() m;
  return mine;
end $$;

create or replace function open_room.has_role(wanted text[]) returns boolean
language plpgsql stable security definer parallel safe as $$
declare
  mine pg_catalog.text[];
begin
  select m.roles into mine from open_room.my_membership() m;
  return coalesce(mine && wanted, false);
end $$;

-- Areas this person's roles would show but that are kept to named members. Null: their roles show no
-- area in general. Coordinators see all. Index area_restricted.
create or replace function open_room.hidden_areas() returns uuid[]
language plpgsql stable security definer parallel safe as $$
declare
  mine pg_catalog.record;
  hidden pg_catalog.uuid[];
begin
  select m.tenant_id, m.roles into mine from open_room.my_membership() m;
  if mine.roles && '{coordinator,system}' then return '{}'; end if;
  if mine.roles && '{team_member,steering}' then
    select coalesce(array_agg(a.area_id), '{}') into hidden from open_room.area a where a.tenant_id = mine.tenant_id and a.restricted;
  end if;
  return hidden;
end $$;

-- Areas seen by name: as a named member, or as a guest while the meeting is open (and afterwards where
-- the host allows reading). Indexes area_member_by_person, meeting_guest_by_person.
create or replace function open_room.named_areas() returns uuid[]
language plpgsql stable security definer parallel safe as $$
declare
  mine pg_catalog.record;
  named pg_catalog.uuid[];
begin
  select m.tenant_id, m.roles into mine from open_room.my_membership() m;
  select coalesce(array_agg(n.area_id), '{}') into named from (
    select am.area_id from open_room.area_member am
    where am.tenant_id = mine.tenant_id and am.person_id = (select open_room.setting('person')) and mine.roles && '{team_member,steering}'
    union
    select m.area_id from open_room.meeting_guest g
    join open_room.meeting m on m.tenant_id = g.tenant_id and m.meeting_id = g.meeting_id
    where g.tenant_id = mine.tenant_id and g.person_id = (select open_room.setting('person'))
      and g.removed_at is null and (m.state = 'OPEN' or (m.state = 'CLOSED' and m.read_after))
  ) n;
  return named;
end $$;

-- Areas a guest may edit now: their meeting is open and not frozen. Index meeting_guest_by_person.
create or replace function open_room.guest_edit_areas() returns uuid[]
language plpgsql stable security definer parallel safe as $$
declare
  edited pg_catalog.uuid[];
begin
  select coalesce(array_agg(m.area_id), '{}') into edited
  from open_room.my_membership() mine
  join open_room.meeting_guest g on g.tenant_id = mine.tenant_id and g.person_id = (select open_room.setting('person')) and g.removed_at is null
  join open_room.meeting m on m.tenant_id = g.tenant_id and m.meeting_id = g.meeting_id
  where m.state = 'OPEN' and not m.frozen;
  return edited;
end $$;

-- Names of members of the caller's own tenant, for history and presence.
create or replace function open_room.names_of(people uuid[]) returns table (person_id uuid, name text)
language plpgsql stable security definer as $$
begin
  return query select m.person_id, m.name from open_room.my_membership() mine
    join open_room.membership m on m.tenant_id = mine.tenant_id and m.person_id = any (people);
end $$;

-- Numbers only, for the look every process takes each second at the areas it has open.
create or replace function open_room.seqs_of(tenants uuid[], areas uuid[])
returns table (tenant_id uuid, area_id uuid, seq integer, epoch bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.tenant_id, s.area_id, s.seq, coalesce(e.epoch, 0)
  from unnest(tenants, areas) as wanted (tenant_id, area_id)
  join open_room.area_seq s on s.tenant_id = wanted.tenant_id and s.area_id = wanted.area_id
  left join open_room.access_epoch e on e.tenant_id = s.tenant_id
$$;

-- A right was lost in this tenant: whoever delivers looks at rights again, and cached sign-ins are dropped.
create or replace function open_room.raise_epoch(tenant uuid, person uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into open_room.access_epoch as e (tenant_id, epoch) values (tenant, 1)
  on conflict (tenant_id) do update set epoch = e.epoch + 1;
  select pg_notify('kvarter_access', coalesce(person::text, ''));
$$;

-- Tenants that jobs go through. Ids only.
create or replace function open_room.job_tenants() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select tenant_id from open_room.tenant where suspended_at is null and kind = 'municipality' order by tenant_id
$$;

-- To whom falls what somebody leaves behind: the coordinator who has been one longest; null where there is none. For triggers.
create or replace function open_room.heir_of(tenant uuid, leaver uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.person_id from open_room.membership m
  where m.tenant_id = tenant and m.ended_at is null and m.roles && '{coordinator}' and m.person_id <> leaver
  order by m.since, m.person_id limit 1
$$;

revoke all on all functions in schema open_room from public;
grant execute on function open_room.setting(text), open_room.current_person(), open_room.current_tenant(), open_room.has_role(text[]),
  open_room.hidden_areas(), open_room.named_areas(), open_room.guest_edit_areas(), open_room.names_of(uuid[]),
  open_room.seqs_of(uuid[], uuid[]), open_room.job_tenants() to kvarter_open;

alter table open_room.membership enable row level security;
alter table open_room.membership force row level security;
create policy owner on open_room.membership to kvarter_owner using (true) with check (true);
-- One's own, everyone's for those who run the team, and colleagues for the team: no guests, nobody who has left.
create policy members on open_room.membership for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and (person_id = (select open_room.current_person())
       or (select open_room.has_role('{coordinator,tenant_admin}'))
       or ((select open_room.has_role('{team_member,steering}')) and ended_at is null and not roles <@ '{participant,system}'))
);
-- Administrators change all; coordinators describe the team, and everybody says how they are reached: which columns of
-- it, the trigger below holds. Kvarter's own membership is nobody's to change: without its role jobs would do nothing more.
create policy change on open_room.membership for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant()) and not roles && '{system}'
    and ((select open_room.has_role('{tenant_admin}'))
         or (ended_at is null and not roles <@ '{participant}'
             and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator}')))))
  )
  with check (tenant_id = (select open_room.current_tenant()) and not roles && '{system,centre_admin}');
grant select on open_room.membership to kvarter_open;
grant update (name, roles, organisation, function, competence, legal_framework, function_description, email, phone, ended_at)
  on open_room.membership to kvarter_open;

-- Policies tell rows apart, not columns: roles and the end of a membership are administrators' to change, what
-- somebody does is a coordinator's too, and address and phone are also one's own.
create or replace function open_room.membership_guarded() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if open_room.has_role('{tenant_admin}') or pg_has_role(current_user, 'kvarter_owner', 'member') then return new; end if;
  if (new.roles, new.ended_at) is distinct from (old.roles, old.ended_at) then raise insufficient_privilege; end if;
  if open_room.has_role('{coordinator}') then return new; end if;
  if (new.name, new.organisation, new.function, new.competence, new.legal_framework, new.function_description)
     is distinct from (old.name, old.organisation, old.function, old.competence, old.legal_framework, old.function_description) then
    raise insufficient_privilege;
  end if;
  return new;
end $$;
drop trigger if exists guarded on open_room.membership;
create trigger guarded before update on open_room.membership for each row execute function open_room.membership_guarded();

create or replace function open_room.membership_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform open_room.raise_epoch(new.tenant_id, new.person_id);
  return null;
end $$;
drop trigger if exists changed on open_room.membership;
create trigger changed after update of roles, ended_at on open_room.membership
  for each row execute function open_room.membership_changed();

alter table open_room.access_epoch enable row level security;
alter table open_room.access_epoch force row level security;
create policy owner on open_room.access_epoch to kvarter_owner using (true) with check (true);
create policy own_tenant on open_room.access_epoch for select to kvarter_open using (tenant_id = (select open_room.current_tenant()));
grant select on open_room.access_epoch to kvarter_open;
