-- What was handed in is the coordinators' until they have passed it on: nobody knows yet what it holds and whom it concerns.
alter table open_room.knowledge_item enable row level security;
alter table open_room.knowledge_item force row level security;
create policy owner on open_room.knowledge_item to kvarter_owner using (true) with check (true);
create policy see on open_room.knowledge_item for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and ((select open_room.has_role('{coordinator,system}'))
       or ((select open_room.works_here())
           and (created_by = (select open_room.current_person()) or (select open_room.current_person()) = any (passed_to))))
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
create policy hand_in on open_room.knowledge_item for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
  and created_by = (select open_room.current_person())
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
-- Coordinators, and those it was passed on to: they put it where it belongs.
create policy settle on open_room.knowledge_item for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant())
         and ((select open_room.has_role('{coordinator}'))
              or ((select open_room.has_role('{team_member}')) and (select open_room.current_person()) = any (passed_to)
                  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[])))))
  with check (tenant_id = (select open_room.current_tenant())
         and ((select open_room.has_role('{coordinator}'))
              or ((select open_room.has_role('{team_member}')) and (select open_room.current_person()) = any (passed_to)
                  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[])))));
grant select on open_room.knowledge_item to kvarter_open;
grant insert (tenant_id, item_id, area_id, title, text, place, place_json, remind_on, created_by) on open_room.knowledge_item to kvarter_open;
grant update (seen_at, seen_by, passed_to, passed_at, outcome, outcome_id, reason, settled_at, settled_by, read_by) on open_room.knowledge_item to kvarter_open;
