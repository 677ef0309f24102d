-- Gaps are the team's, as the follow-ups that come of them: of areas one sees, and what is one's own to find out.
alter table open_room.knowledge_gap enable row level security;
alter table open_room.knowledge_gap force row level security;
create policy owner on open_room.knowledge_gap to kvarter_owner using (true) with check (true);
create policy see on open_room.knowledge_gap for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
  and (assigned_to = (select open_room.current_person())
       or area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
create policy take_up on open_room.knowledge_gap for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
  and created_by = (select open_room.current_person())
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
-- What the team does not know is anybody's of the team to find out; leaders, what was given to them.
create policy change on open_room.knowledge_gap for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
         and (assigned_to = (select open_room.current_person())
              or ((select open_room.has_role('{coordinator,team_member,system}'))
                  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[])))))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.works_here()));
grant select on open_room.knowledge_gap to kvarter_open;
grant insert (tenant_id, gap_id, area_id, kind, feature_kind, found_by, question, place, place_json, created_by) on open_room.knowledge_gap to kvarter_open;
grant update (question, assigned_to, due_on, answer, led_to_features, led_to_stakeholder, closed_as, reason, state, ended_at, ended_by, version)
  on open_room.knowledge_gap to kvarter_open;

-- As follow-ups: what somebody leaves behind falls to the coordinator, and shows whose it was.
create or replace function open_room.member_left_gaps() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  heir uuid;
begin
  select m.person_id into heir from open_room.membership m
  where m.tenant_id = new.tenant_id and m.ended_at is null and m.roles && '{coordinator}' and m.person_id <> new.person_id
  order by m.since, m.person_id limit 1;
  if heir is null then return null; end if;
  update open_room.knowledge_gap g set assigned_to = heir, taken_over_from = coalesce(g.taken_over_from, new.person_id), version = g.version + 1
  where g.tenant_id = new.tenant_id and g.assigned_to = new.person_id and g.state = 'OPEN';
  return null;
end $$;
drop trigger if exists left_gaps on open_room.membership;
create trigger left_gaps after update of ended_at on open_room.membership
  for each row when (old.ended_at is null and new.ended_at is not null) execute function open_room.member_left_gaps();

revoke all on all functions in schema open_room from public;
