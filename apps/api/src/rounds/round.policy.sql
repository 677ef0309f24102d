-- Rounds are for those who work with an area or lead that work; guests of its meetings see what is placed on the map.
do $$
declare
  one text;
  area_in_sight constant text := '(area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))';
begin
  foreach one in array array['mapping_round', 'round_step', 'round_milestone', 'round_meeting', 'round_preparation', 'preparation_item',
                             'preparation_placement', 'ranked_area', 'area_ranking'] loop
    execute format('alter table open_room.%I enable row level security', one);
    execute format('alter table open_room.%I force row level security', one);
    execute format('create policy owner on open_room.%I to kvarter_owner using (true) with check (true)', one);
    execute format('grant select on open_room.%I to kvarter_open', one);
  end loop;
  -- A place in a ranking is seen with its area: why one that is kept to some needs mapping is theirs to know.
  foreach one in array array['mapping_round', 'round_step', 'round_milestone', 'round_meeting', 'round_preparation', 'preparation_item',
                             'preparation_placement', 'ranked_area'] loop
    execute format('create policy see on open_room.%I for select to kvarter_open using (
      tenant_id = (select open_room.current_tenant()) and (select open_room.works_here()) and %s)', one, area_in_sight);
  end loop;
  -- The round is the coordinators' to lead, in all areas.
  foreach one in array array['mapping_round', 'round_step', 'round_milestone', 'round_meeting'] loop
    execute format('create policy lead on open_room.%I to kvarter_open
      using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role(''{coordinator}'')))
      with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role(''{coordinator}'')))', one);
  end loop;
  -- In one's own name.
  create policy signed on open_room.mapping_round as restrictive for insert to kvarter_open with check (created_by = (select open_room.current_person()));
  create policy signed on open_room.round_step as restrictive for insert to kvarter_open
    with check (changed_by is null or changed_by = (select open_room.current_person()));
  create policy signed_change on open_room.round_step as restrictive for update to kvarter_open
    using (true) with check (changed_by is null or changed_by = (select open_room.current_person()));
end $$;

grant insert (tenant_id, round_id, area_id, name, target_groups, local_groups, missing_knowledge, delimitation, delimitation_json, starts_on, ends_on, responsible, created_by),
  update (name, target_groups, local_groups, missing_knowledge, delimitation, delimitation_json, starts_on, ends_on, responsible, state, closed_at, closed_by, version)
  on open_room.mapping_round to kvarter_open;
grant insert (tenant_id, area_id, round_id, step, state, changed_by, changed_at), update (state, changed_by, changed_at) on open_room.round_step to kvarter_open;
grant insert (tenant_id, milestone_id, area_id, round_id, name, due_on), update (name, due_on, done_at, done_by), delete on open_room.round_milestone to kvarter_open;
grant insert (tenant_id, meeting_id, area_id, round_id, step), delete on open_room.round_meeting to kvarter_open;

-- Asking somebody to prepare gives nobody a right; Kvarter's own jobs ask those who came to the team later.
create policy ask on open_room.round_preparation for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member,system}'))
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
create policy answer on open_room.round_preparation for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
         and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator,system}'))))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.works_here()));
grant insert (tenant_id, preparation_id, area_id, round_id, step, person_id), update (asked_for, due_on, ready_at) on open_room.round_preparation to kvarter_open;

-- One's own list, until an item of it stands on the map. What one changes one has to see first, so the area is asked there.
create policy list on open_room.preparation_item for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
  and created_by = (select open_room.current_person())
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
create policy change on open_room.preparation_item for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and created_by = (select open_room.current_person())
         and not exists (select from open_room.preparation_placement p where p.tenant_id = preparation_item.tenant_id and p.item_id = preparation_item.item_id))
  with check (tenant_id = (select open_room.current_tenant()));
create policy drop_one on open_room.preparation_item for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and created_by = (select open_room.current_person())
  and not exists (select from open_room.preparation_placement p where p.tenant_id = preparation_item.tenant_id and p.item_id = preparation_item.item_id)
);
grant insert (tenant_id, item_id, area_id, preparation_id, kind, title, note, place, created_by), update (kind, title, note, place, version), delete
  on open_room.preparation_item to kvarter_open;

create policy place on open_room.preparation_placement for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member}'))
  and created_by = (select open_room.current_person())
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
grant insert (tenant_id, item_id, area_id, feature_id, meeting_id, created_by) on open_room.preparation_placement to kvarter_open;

create policy see on open_room.area_ranking for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
);
create policy rank on open_room.area_ranking for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')) and created_by = (select open_room.current_person())
);
create policy rank on open_room.ranked_area for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
grant insert (tenant_id, ranking_id, created_by) on open_room.area_ranking to kvarter_open;
grant insert (tenant_id, ranking_id, area_id, place, reason) on open_room.ranked_area to kvarter_open;

-- Who is asked to prepare an area's meetings: its team of today, of those who may list anything. For those who see the area.
-- Primary keys of area_team and membership.
create or replace function open_room.preparers(area uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.person_id from open_room.area_team t
  join open_room.membership m on m.tenant_id = t.tenant_id and m.person_id = t.person_id
  where t.tenant_id = (select open_room.current_tenant()) and t.area_id = area and (select open_room.works_here())
    and (area <> all ((select open_room.hidden_areas())::uuid[]) or area = any ((select open_room.named_areas())::uuid[]))
    and m.ended_at is null and m.roles && '{coordinator,team_member}'
$$;

-- As follow-ups: a round that somebody leaves behind falls to the coordinator who has been one longest.
create or replace function open_room.member_left_rounds() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  heir uuid;
begin
  select m.person_id into heir from open_room.membership m
  where m.tenant_id = new.tenant_id and m.ended_at is null and m.roles && '{coordinator}' and m.person_id <> new.person_id
  order by m.since, m.person_id limit 1;
  if heir is null then return null; end if;
  update open_room.mapping_round r set responsible = heir, version = r.version + 1
  where r.tenant_id = new.tenant_id and r.responsible = new.person_id and r.state = 'UNDER_WAY';
  return null;
end $$;
drop trigger if exists left_rounds on open_room.membership;
create trigger left_rounds after update of ended_at on open_room.membership
  for each row when (old.ended_at is null and new.ended_at is not null) execute function open_room.member_left_rounds();

revoke all on all functions in schema open_room from public;
grant execute on function open_room.preparers(uuid) to kvarter_open;
