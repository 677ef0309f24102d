alter table open_room.agreement enable row level security;
alter table open_room.agreement force row level security;
create policy owner on open_room.agreement to kvarter_owner using (true) with check (true);
create policy see on open_room.agreement for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
  and (area_id is null or responsible = (select open_room.current_person())
       or area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
-- In one's own name, since who made it may change it; and on no area one doesn't see.
create policy make on open_room.agreement for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
  and created_by = (select open_room.current_person())
  and (area_id is null or area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
-- The one whose it is reports; who made it and who runs the team change it.
create policy change on open_room.agreement for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
         and (responsible = (select open_room.current_person()) or created_by = (select open_room.current_person())
              or (select open_room.has_role('{coordinator,system}'))))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.works_here()));
grant select on open_room.agreement to kvarter_open;
grant insert (tenant_id, agreement_id, area_id, meeting_id, title, detail, responsible, due_on, created_by) on open_room.agreement to kvarter_open;
grant update (title, detail, responsible, due_on, state, report, reported_at, version) on open_room.agreement to kvarter_open;

-- As follow-ups: what somebody leaves behind falls to the coordinator, and shows whose it was.
create or replace function open_room.member_left_agreements() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  heir uuid := open_room.heir_of(new.tenant_id, new.person_id);
begin
  if heir is null then return null; end if;
  update open_room.agreement a set responsible = heir, taken_over_from = coalesce(a.taken_over_from, new.person_id), version = a.version + 1
  where a.tenant_id = new.tenant_id and a.responsible = new.person_id and a.state = 'OPEN';
  return null;
end $$;
drop trigger if exists left_agreements on open_room.membership;
create trigger left_agreements after update of ended_at on open_room.membership
  for each row when (old.ended_at is null and new.ended_at is not null) execute function open_room.member_left_agreements();

revoke all on all functions in schema open_room from public;
