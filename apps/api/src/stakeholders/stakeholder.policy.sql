-- Who may see and change the register of stakeholders. The register itself and its relations follow the area, for
-- guests too; how somebody is reached, what was talked about and what is owed are the team's alone, and no job's.
-- The team works in the areas it sees.
do $$
declare
  one text;
  area_in_sight constant text := '(area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))';
begin
  foreach one in array array['stakeholder', 'stakeholder_relation', 'stakeholder_contact', 'stakeholder_talk', 'stakeholder_perspective'] loop
    execute format('alter table open_room.%I enable row level security', one);
    execute format('alter table open_room.%I force row level security', one);
    execute format('create policy owner on open_room.%I to kvarter_owner using (true) with check (true)', one);
    execute format('create policy work on open_room.%I to kvarter_open
      using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role(''{coordinator,team_member}'')) and %2$s)
      with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role(''{coordinator,team_member}'')) and %2$s)', one, area_in_sight);
    execute format('grant select on open_room.%I to kvarter_open', one);
  end loop;
  -- In one's own name.
  foreach one in array array['stakeholder', 'stakeholder_relation', 'stakeholder_perspective'] loop
    execute format('create policy signed on open_room.%I as restrictive for insert to kvarter_open with check (created_by = (select open_room.current_person()))', one);
  end loop;
  -- What was said and how somebody is reached goes with the stakeholder, or it stays.
  foreach one in array array['stakeholder', 'stakeholder_relation'] loop
    execute format('grant delete on open_room.%I to kvarter_open', one);
    execute format('create policy see on open_room.%I for select to kvarter_open using (tenant_id = (select open_room.current_tenant()) and %s)', one, area_in_sight);
  end loop;
  foreach one in array array['stakeholder_contact', 'stakeholder_talk', 'stakeholder_perspective'] loop
    execute format('create policy see on open_room.%I for select to kvarter_open using (
      tenant_id = (select open_room.current_tenant()) and (select open_room.has_role(''{coordinator,team_member,steering}'')) and %s)', one, area_in_sight);
  end loop;
end $$;

grant insert (tenant_id, stakeholder_id, area_id, name, kind, field_of_work, contribution, role_and_influence, motivation, feature_id, created_by),
  update (name, kind, field_of_work, contribution, role_and_influence, motivation, feature_id, version, updated_at) on open_room.stakeholder to kvarter_open;
grant insert, update (contact_name, email, phone, private_person, consent_on, consent_for, consent_noted_by) on open_room.stakeholder_contact to kvarter_open;
grant insert (tenant_id, area_id, from_id, to_id, kind, created_by) on open_room.stakeholder_relation to kvarter_open;
-- What was said stays as it was said; only merging two stakeholders moves it. When the answer is owed can be moved.
grant insert (tenant_id, area_id, stakeholder_id, held_on, way, person_id, summary, next_step, next_step_on),
  update (stakeholder_id) on open_room.stakeholder_talk to kvarter_open;
grant insert (tenant_id, area_id, stakeholder_id, meeting_id, said_on, capacity, said, feedback_due_on, created_by),
  update (stakeholder_id, feedback_due_on, feedback_on, feedback_by, feedback) on open_room.stakeholder_perspective to kvarter_open;
