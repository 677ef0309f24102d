-- Read by the team, not by guests. Written in one's own name while the meeting is open; after that the only way on is
-- to become an agreement. Coordinators take out what should not stand there at any time.
alter table open_room.meeting_outcome enable row level security;
alter table open_room.meeting_outcome force row level security;
create policy owner on open_room.meeting_outcome to kvarter_owner using (true) with check (true);
create policy see on open_room.meeting_outcome for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member,steering}'))
  and exists (select from open_room.meeting m where m.tenant_id = meeting_outcome.tenant_id and m.meeting_id = meeting_outcome.meeting_id)
);
create policy note on open_room.meeting_outcome for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
  and created_by = (select open_room.current_person())
  and exists (select from open_room.meeting m where m.tenant_id = meeting_outcome.tenant_id and m.meeting_id = meeting_outcome.meeting_id and m.state = 'OPEN')
);
create policy carry_on on open_room.meeting_outcome for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
    and exists (select from open_room.meeting m
      where m.tenant_id = meeting_outcome.tenant_id and m.meeting_id = meeting_outcome.meeting_id and m.state in ('OPEN', 'CLOSED'))
  )
  with check (tenant_id = (select open_room.current_tenant()));
create policy take_out on open_room.meeting_outcome for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and ((select open_room.has_role('{coordinator}')) or ((select open_room.has_role('{team_member}')) and exists (
    select from open_room.meeting m where m.tenant_id = meeting_outcome.tenant_id and m.meeting_id = meeting_outcome.meeting_id and m.state = 'OPEN')))
);
grant select, delete on open_room.meeting_outcome to kvarter_open;
grant insert (tenant_id, meeting_id, phase, question, text, area_id, feature_id, created_by) on open_room.meeting_outcome to kvarter_open;
grant update (text, area_id, feature_id, agreement_id) on open_room.meeting_outcome to kvarter_open;

-- Policies tell rows apart, not columns: it is put on a mark, or said better by whoever wrote it or a coordinator, while
-- people are there who know what was meant.
create or replace function open_room.meeting_outcome_guarded() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.text, new.area_id, new.feature_id) is distinct from (old.text, old.area_id, old.feature_id) and not exists (
    select from open_room.meeting m where m.tenant_id = old.tenant_id and m.meeting_id = old.meeting_id and m.state = 'OPEN') then
    raise insufficient_privilege;
  end if;
  if new.text is distinct from old.text
     and not (old.created_by = open_room.current_person() or open_room.has_role('{coordinator}')) then
    raise insufficient_privilege;
  end if;
  return new;
end $$;
drop trigger if exists guarded on open_room.meeting_outcome;
create trigger guarded before update on open_room.meeting_outcome for each row execute function open_room.meeting_outcome_guarded();

revoke all on all functions in schema open_room from public;
