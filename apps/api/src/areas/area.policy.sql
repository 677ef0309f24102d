alter table open_room.area enable row level security;
alter table open_room.area force row level security;
create policy owner on open_room.area to kvarter_owner using (true) with check (true);
create policy see on open_room.area for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
create policy create_one on open_room.area for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')) and created_by = (select open_room.current_person())
);
create policy change on open_room.area for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')));
grant select on open_room.area to kvarter_open;
grant insert (tenant_id, area_id, parent_id, level, name, description, boundary, boundary_json, created_by) on open_room.area to kvarter_open;
grant update (name, description, boundary, boundary_json, restricted) on open_room.area to kvarter_open;

alter table open_room.area_member enable row level security;
alter table open_room.area_member force row level security;
create policy owner on open_room.area_member to kvarter_owner using (true) with check (true);
create policy see on open_room.area_member for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
create policy name_one on open_room.area_member for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
create policy unname on open_room.area_member for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
grant select, delete on open_room.area_member to kvarter_open;
grant insert (tenant_id, area_id, person_id) on open_room.area_member to kvarter_open;

-- Restricting an area or taking a name off it is a loss of rights.
create or replace function open_room.area_access_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform open_room.raise_epoch(old.tenant_id, null);
  perform pg_notify('kvarter_area', old.tenant_id || '|' || old.area_id);
  return null;
end $$;
drop trigger if exists access_changed on open_room.area;
create trigger access_changed after update of restricted on open_room.area
  for each row when (old.restricted is distinct from new.restricted) execute function open_room.area_access_changed();
drop trigger if exists access_changed on open_room.area_member;
create trigger access_changed after delete on open_room.area_member
  for each row execute function open_room.area_access_changed();
