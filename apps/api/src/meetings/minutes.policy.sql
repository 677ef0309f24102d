-- Read by the team, not by guests; written by the team while the meeting is open, each in their own name, and by nobody after.
alter table open_room.meeting_minutes enable row level security;
alter table open_room.meeting_minutes force row level security;
create policy owner on open_room.meeting_minutes to kvarter_owner using (true) with check (true);
create policy see on open_room.meeting_minutes for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member,steering,system}'))
  and exists (select from open_room.meeting m where m.tenant_id = meeting_minutes.tenant_id and m.meeting_id = meeting_minutes.meeting_id)
);
create policy begin_them on open_room.meeting_minutes for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
  and written_by = (select open_room.current_person())
  and exists (select from open_room.meeting m where m.tenant_id = meeting_minutes.tenant_id and m.meeting_id = meeting_minutes.meeting_id and m.state = 'OPEN')
);
create policy write_on on open_room.meeting_minutes for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
    and exists (select from open_room.meeting m where m.tenant_id = meeting_minutes.tenant_id and m.meeting_id = meeting_minutes.meeting_id and m.state = 'OPEN')
  )
  with check (tenant_id = (select open_room.current_tenant()) and written_by = (select open_room.current_person()));
grant select on open_room.meeting_minutes to kvarter_open;
grant insert (tenant_id, meeting_id, text, written_by) on open_room.meeting_minutes to kvarter_open;
grant update (text, version, written_by, written_at) on open_room.meeting_minutes to kvarter_open;
