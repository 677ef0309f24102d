-- Who works where, what roles are called here, and how somebody becomes a member.

-- The team sees it with the area; nobody may do more by standing here.
alter table open_room.area_team enable row level security;
alter table open_room.area_team force row level security;
create policy owner on open_room.area_team to kvarter_owner using (true) with check (true);
create policy see on open_room.area_team for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and (select open_room.has_role('{coordinator,team_member,steering,system}'))
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
create policy assign on open_room.area_team for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
create policy unassign on open_room.area_team for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
grant select, delete on open_room.area_team to kvarter_open;
grant insert (tenant_id, area_id, person_id) on open_room.area_team to kvarter_open;

-- Names are for everybody of the tenant, guests too; only administrators set them.
alter table open_room.local_name enable row level security;
alter table open_room.local_name force row level security;
create policy owner on open_room.local_name to kvarter_owner using (true) with check (true);
create policy see on open_room.local_name for select to kvarter_open using (tenant_id = (select open_room.current_tenant()));
create policy administer on open_room.local_name to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin}')));
grant select, delete on open_room.local_name to kvarter_open;
grant insert (tenant_id, term, da, en) on open_room.local_name to kvarter_open;
grant update (da, en) on open_room.local_name to kvarter_open;

-- Makes a person and their membership. Administrators give any role but those that come by other ways;
-- coordinators only roles that may do less than they themselves. No login writes persons itself.
create or replace function open_room.add_member(name text, email text, roles text[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant constant uuid := open_room.current_tenant();
  person uuid;
begin
  if tenant is null or add_member.roles && '{participant,system,centre_admin}'
     or not (open_room.has_role('{tenant_admin}')
             or (open_room.has_role('{coordinator}') and add_member.roles <@ '{team_member,steering,politician}')) then
    raise insufficient_privilege;
  end if;
  insert into identity.person default values returning id into person;
  insert into open_room.membership (tenant_id, person_id, name, email, roles) values (tenant, person, add_member.name, add_member.email, add_member.roles);
  return person;
end $$;
revoke all on function open_room.add_member(text, text, text[]) from public;
grant execute on function open_room.add_member(text, text, text[]) to kvarter_open;
