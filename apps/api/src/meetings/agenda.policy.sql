-- Seen by whoever sees the meeting. Coordinators plan it while the meeting is to come; in the meeting the team notes
-- what came of it. What a meeting that is over had on its agenda stays as it was.
alter table open_room.agenda_item enable row level security;
alter table open_room.agenda_item force row level security;
create policy owner on open_room.agenda_item to kvarter_owner using (true) with check (true);
create policy see on open_room.agenda_item for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and exists (select from open_room.meeting m where m.tenant_id = agenda_item.tenant_id and m.meeting_id = agenda_item.meeting_id)
);
create policy plan on open_room.agenda_item for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
  and exists (select from open_room.meeting m
    where m.tenant_id = agenda_item.tenant_id and m.meeting_id = agenda_item.meeting_id and m.state in ('PLANNED', 'OPEN'))
);
create policy change on open_room.agenda_item for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
    and exists (select from open_room.meeting m
      where m.tenant_id = agenda_item.tenant_id and m.meeting_id = agenda_item.meeting_id
        and (m.state in ('OPEN', 'CLOSED') or (m.state = 'PLANNED' and (select open_room.has_role('{coordinator}')))))
  )
  with check (tenant_id = (select open_room.current_tenant()));
create policy drop_one on open_room.agenda_item for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
  and exists (select from open_room.meeting m
    where m.tenant_id = agenda_item.tenant_id and m.meeting_id = agenda_item.meeting_id and m.state in ('PLANNED', 'OPEN'))
);
grant select, delete on open_room.agenda_item to kvarter_open;
grant insert (tenant_id, meeting_id, item_id, place, title, minutes, responsible, carried_from) on open_room.agenda_item to kvarter_open;
grant update (place, title, minutes, responsible, done_at, outcome, agreement_id) on open_room.agenda_item to kvarter_open;

-- Policies tell rows apart, not columns: what is talked about and by whom is the coordinators' to plan. After the meeting
-- what came of an item may still become an agreement, and nothing else of it changes.
create or replace function open_room.agenda_item_guarded() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if pg_has_role(current_user, 'kvarter_owner', 'member') then return new; end if;
  if to_jsonb(new) - 'agreement_id' is distinct from to_jsonb(old) - 'agreement_id' and exists (
    select from open_room.meeting m where m.tenant_id = old.tenant_id and m.meeting_id = old.meeting_id and m.state = 'CLOSED') then
    raise insufficient_privilege;
  end if;
  if open_room.has_role('{coordinator}') then return new; end if;
  if (new.place, new.title, new.minutes, new.responsible) is distinct from (old.place, old.title, old.minutes, old.responsible) then
    raise insufficient_privilege;
  end if;
  return new;
end $$;
drop trigger if exists guarded on open_room.agenda_item;
create trigger guarded before update on open_room.agenda_item for each row execute function open_room.agenda_item_guarded();

revoke all on all functions in schema open_room from public;
