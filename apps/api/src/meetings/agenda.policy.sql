-- Seen by whoever sees the meeting. Coordinators plan it; in the meeting the team notes what came of it.
alter table open_room.agenda_item enable row level security;
alter table open_room.agenda_item force row level security;
create policy owner on open_room.agenda_item to kvarter_owner using (true) with check (true);
create policy see on open_room.agenda_item for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and exists (select from open_room.meeting m where m.tenant_id = agenda_item.tenant_id and m.meeting_id = agenda_item.meeting_id)
);
create policy plan on open_room.agenda_item for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
create policy change on open_room.agenda_item for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant())
    and ((select open_room.has_role('{coordinator}')) or ((select open_room.has_role('{team_member}')) and exists (
      select from open_room.meeting m where m.tenant_id = agenda_item.tenant_id and m.meeting_id = agenda_item.meeting_id and m.state = 'OPEN')))
  )
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}')));
create policy drop_one on open_room.agenda_item for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
grant select, delete on open_room.agenda_item to kvarter_open;
grant insert (tenant_id, meeting_id, item_id, place, title, minutes, responsible, carried_from) on open_room.agenda_item to kvarter_open;
grant update (place, title, minutes, responsible, done_at, outcome) on open_room.agenda_item to kvarter_open;
