-- Seen by the team, not by guests. Coordinators write it; the team checks its items off.
alter table open_room.run_sheet_item enable row level security;
alter table open_room.run_sheet_item force row level security;
create policy owner on open_room.run_sheet_item to kvarter_owner using (true) with check (true);
create policy see on open_room.run_sheet_item for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member,steering,system}'))
  and exists (select from open_room.meeting m where m.tenant_id = run_sheet_item.tenant_id and m.meeting_id = run_sheet_item.meeting_id)
);
create policy plan on open_room.run_sheet_item for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
create policy check_off on open_room.run_sheet_item for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
    and exists (select from open_room.meeting m where m.tenant_id = run_sheet_item.tenant_id and m.meeting_id = run_sheet_item.meeting_id)
  )
  with check (tenant_id = (select open_room.current_tenant()));
create policy drop_one on open_room.run_sheet_item for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
grant select, delete on open_room.run_sheet_item to kvarter_open;
grant insert (tenant_id, meeting_id, item_id, stage, key, title, offset_days, due_on, responsible) on open_room.run_sheet_item to kvarter_open;
grant update (due_on, responsible, done_at, done_by) on open_room.run_sheet_item to kvarter_open;
