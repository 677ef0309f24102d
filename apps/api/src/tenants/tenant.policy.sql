-- A tenant sees itself. The centre counts through one function of its own schema and reads no table.
alter table open_room.tenant enable row level security;
alter table open_room.tenant force row level security;
create policy owner on open_room.tenant to kvarter_owner using (true) with check (true);
create policy own on open_room.tenant for select to kvarter_open using (tenant_id = (select open_room.current_tenant()));
grant select on open_room.tenant to kvarter_open;

grant usage on schema centre to kvarter_centre;
grant usage on schema open_room to kvarter_centre;

-- Counts of areas and closed meetings, of municipalities alone, for an administrator of the centre.
create or replace function centre.tenant_totals() returns table (slug text, name text, areas integer, closed_meetings integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.slug, t.name,
    (select count(*)::integer from open_room.area a where a.tenant_id = t.tenant_id),
    (select count(*)::integer from open_room.meeting m where m.tenant_id = t.tenant_id and m.state = 'CLOSED')
  from open_room.tenant t
  where t.kind = 'municipality' and (select open_room.has_role('{centre_admin}'))
  order by t.name
$$;
revoke all on all functions in schema centre from public;
grant execute on function centre.tenant_totals() to kvarter_centre;
