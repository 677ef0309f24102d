-- Seen by the team and by who is on it, never by guests who came by a link. Coordinators invite; anyone answers for
-- themselves; Kvarter notes answers that come by mail; while the meeting is open the team ticks off who is there.
alter table open_room.meeting_participant enable row level security;
alter table open_room.meeting_participant force row level security;
create policy owner on open_room.meeting_participant to kvarter_owner using (true) with check (true);
create policy see on open_room.meeting_participant for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator,team_member,steering,system}')))
  and exists (select from open_room.meeting m where m.tenant_id = meeting_participant.tenant_id and m.meeting_id = meeting_participant.meeting_id)
);
create policy invite on open_room.meeting_participant for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
create policy answer on open_room.meeting_participant for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant())
    and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator,system}'))
         or ((select open_room.has_role('{team_member}')) and exists (
           select from open_room.meeting m where m.tenant_id = meeting_participant.tenant_id and m.meeting_id = meeting_participant.meeting_id and m.state = 'OPEN')))
  )
  with check (tenant_id = (select open_room.current_tenant()));
create policy take_off on open_room.meeting_participant for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
grant select, delete on open_room.meeting_participant to kvarter_open;
grant insert (tenant_id, meeting_id, person_id, name, email, organisation, added_by) on open_room.meeting_participant to kvarter_open;
grant update (invited_at, answer, answered_at, attended) on open_room.meeting_participant to kvarter_open;
