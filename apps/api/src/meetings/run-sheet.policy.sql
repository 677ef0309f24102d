-- Seen by the team, not by guests. Coordinators write it; the team checks its items off, each in their own name. What
-- comes after a meeting is done when it is over; of one that was called off nothing is left to do.
alter table open_room.run_sheet_item enable row level security;
alter table open_room.run_sheet_item force row level security;
create policy owner on open_room.run_sheet_item to kvarter_owner using (true) with check (true);
create policy see on open_room.run_sheet_item for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member,steering,system}'))
  and exists (select from open_room.meeting m where m.tenant_id = run_sheet_item.tenant_id and m.meeting_id = run_sheet_item.meeting_id)
);
create policy plan on open_room.run_sheet_item for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
  and exists (select from open_room.meeting m
    where m.tenant_id = run_sheet_item.tenant_id and m.meeting_id = run_sheet_item.meeting_id and m.state <> 'CANCELLED')
);
create policy check_off on open_room.run_sheet_item for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
    and exists (select from open_room.meeting m
      where m.tenant_id = run_sheet_item.tenant_id and m.meeting_id = run_sheet_item.meeting_id and m.state <> 'CANCELLED')
  )
  with check (tenant_id = (select open_room.current_tenant()));
create policy drop_one on open_room.run_sheet_item for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
  and exists (select from open_room.meeting m
    where m.tenant_id = run_sheet_item.tenant_id and m.meeting_id = run_sheet_item.meeting_id and m.state <> 'CANCELLED')
);
create or replace function open_room.run_sheet_member_left() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update open_room.run_sheet_item i set responsible = open_room.heir_of(new.tenant_id, new.person_id)
  where i.tenant_id = new.tenant_id and i.responsible = new.person_id and i.done_at is null;
  return null;
end $$;
drop trigger if exists left_run_sheet on open_room.membership;
create trigger left_run_sheet after update of ended_at on open_room.membership
  for each row when (old.ended_at is null and new.ended_at is not null) execute function open_room.run_sheet_member_left();
grant select, delete on open_room.run_sheet_item to kvarter_open;
grant insert (tenant_id, meeting_id, item_id, stage, key, title, offset_days, due_on, responsible) on open_room.run_sheet_item to kvarter_open;
grant update (due_on, responsible, done_at, done_by) on open_room.run_sheet_item to kvarter_open;

-- Policies tell rows apart, not columns: by when and by whom is the coordinators' to plan, and nobody checks off in another's name.
create or replace function open_room.run_sheet_item_guarded() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if pg_has_role(current_user, 'kvarter_owner', 'member') then return new; end if;
  if (new.due_on, new.responsible) is distinct from (old.due_on, old.responsible) and not open_room.has_role('{coordinator}') then
    raise insufficient_privilege;
  end if;
  if new.done_by is distinct from old.done_by and new.done_by <> open_room.current_person() then raise insufficient_privilege; end if;
  return new;
end $$;
drop trigger if exists guarded on open_room.run_sheet_item;
create trigger guarded before update on open_room.run_sheet_item for each row execute function open_room.run_sheet_item_guarded();

revoke all on all functions in schema open_room from public;
