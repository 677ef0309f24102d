-- Who may see and change the shared map. Seeing follows the area. Editing: coordinators and Kvarter's own
-- jobs always; the team on areas they see, unless an open meeting is frozen; guests while their meeting is
-- open and not frozen.

-- Areas whose map the host has frozen. Index meeting_open.
create or replace function open_room.frozen_areas() returns uuid[]
language plpgsql stable security definer parallel safe as $$
begin
  return (select coalesce(array_agg(m.area_id), '{}') from open_room.meeting m
          where m.tenant_id = open_room.current_tenant() and m.state = 'OPEN' and m.frozen);
end $$;

-- Whether the caller may edit an area's map now: OK, or the reason why not; and the meeting open there.
-- Primary keys, indexes meeting_guest_by_person and meeting_open.
create or replace function open_room.edit_right(area uuid, out verdict text, out meeting_id uuid)
language plpgsql stable security definer as $$
declare
  mine record;
  visible boolean;
begin
  select m.tenant_id, m.roles into mine from open_room.my_membership() m;
  if not exists (select from open_room.area a where a.tenant_id = mine.tenant_id and a.area_id = area) then
    verdict := 'AREA_NOT_FOUND';
    return;
  end if;
  meeting_id := (select m.meeting_id from open_room.meeting m where m.tenant_id = mine.tenant_id and m.area_id = area and m.state = 'OPEN');
  if mine.roles && '{coordinator,system}' then verdict := 'OK'; return; end if;
  visible := area <> all (open_room.hidden_areas()) or area = any (open_room.named_areas());
  if visible and mine.roles && '{team_member}' then
    verdict := case when area = any (open_room.frozen_areas()) then 'MAP_FROZEN' else 'OK' end;
    return;
  end if;
  verdict := (
    select case when g.removed_at is not null then 'GUEST_REMOVED' when m.state = 'PLANNED' then 'MEETING_NOT_OPEN'
                when m.state = 'CLOSED' then 'MEETING_CLOSED' when m.frozen then 'MAP_FROZEN' else 'OK' end
    from open_room.meeting_guest g
    join open_room.meeting m on m.tenant_id = g.tenant_id and m.meeting_id = g.meeting_id
    where g.tenant_id = mine.tenant_id and g.person_id = open_room.current_person() and m.area_id = area
    order by g.removed_at is null desc, m.state = 'OPEN' desc, m.starts_at desc limit 1);
  verdict := coalesce(verdict, case when visible then 'NOT_ALLOWED' else 'AREA_NOT_FOUND' end);
end $$;

revoke all on function open_room.frozen_areas(), open_room.edit_right(uuid) from public;
grant execute on function open_room.frozen_areas(), open_room.edit_right(uuid) to kvarter_open;

-- The same three policies hold for the sequence, the heads and the log.
do $$
declare
  one text;
  seen constant text := 'tenant_id = (select open_room.current_tenant())
    and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))';
  edited constant text := 'tenant_id = (select open_room.current_tenant()) and (
    (select open_room.has_role(''{coordinator,system}''))
    or ((select open_room.has_role(''{team_member}''))
        and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
        and area_id <> all ((select open_room.frozen_areas())::uuid[]))
    or area_id = any ((select open_room.guest_edit_areas())::uuid[]))';
begin
  foreach one in array array['area_seq', 'map_feature', 'map_edit', 'map_snapshot', 'map_redaction'] loop
    execute format('alter table open_room.%I enable row level security', one);
    execute format('alter table open_room.%I force row level security', one);
    execute format('create policy owner on open_room.%I to kvarter_owner using (true) with check (true)', one);
  end loop;
  foreach one in array array['area_seq', 'map_feature', 'map_edit', 'map_snapshot'] loop
    execute format('create policy see on open_room.%I for select to kvarter_open using (%s)', one, seen);
    execute format('grant select on open_room.%I to kvarter_open', one);
  end loop;
  foreach one in array array['area_seq', 'map_feature'] loop
    execute format('create policy edit on open_room.%I for update to kvarter_open using (%s) with check (%s)', one, edited, edited);
  end loop;
  execute format('create policy add on open_room.map_feature for insert to kvarter_open with check (%s)', edited);
  -- Nobody writes in another's name.
  execute format('create policy add on open_room.map_edit for insert to kvarter_open
                  with check (%s and actor = (select open_room.current_person()))', edited);
end $$;

grant insert on open_room.map_feature, open_room.map_edit to kvarter_open;
grant execute on function open_room.tile_row(double precision), open_room.tile_column(double precision), open_room.tile_of(public.geometry) to kvarter_open;
grant update (seq) on open_room.area_seq to kvarter_open;
grant update (version, seq, kind, state, geom, outside_boundary, removed, outdated, touched_at, updated_at, json) on open_room.map_feature to kvarter_open;

-- A new area begins with an empty map.
create policy begin on open_room.area_seq for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')) and seq = 0
);
grant insert (tenant_id, area_id) on open_room.area_seq to kvarter_open;

create policy take on open_room.map_snapshot for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant())
  and (select open_room.has_role('{coordinator,team_member}'))
  and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
  and taken_by = (select open_room.current_person())
);
grant insert (tenant_id, snapshot_id, area_id, name, seq, meeting_id, taken_by) on open_room.map_snapshot to kvarter_open;

-- Receipts are the coordinators' to see; only the function below writes them.
create policy see on open_room.map_redaction for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
grant select on open_room.map_redaction to kvarter_open;

-- A state with every text that a person wrote replaced. Kind, place, times, stances and dates stay.
create or replace function open_room.redacted(state jsonb, instead text) returns jsonb
language sql immutable set search_path = '' as $$
  select state || jsonb_build_object(
    'name', instead,
    'note', case when state ->> 'note' is not null then instead end,
    'details', (select coalesce(jsonb_object_agg(d.key, case jsonb_typeof(d.value) when 'string' then to_jsonb(instead) else d.value end), '{}')
                from jsonb_each(state -> 'details') d),
    'voices', (select coalesce(jsonb_agg(v.voice || jsonb_build_object('capacity', instead) order by v.place), '[]')
               from jsonb_array_elements(state -> 'voices') with ordinality v (voice, place)))
$$;

-- The one exception to append-only: takes the texts out of every row of a feature's log and leaves a
-- receipt, which counts the head too: that follows by an edit the caller appends in the same transaction,
-- to the state returned. No row where the caller may not or the feature is not there. Index map_edit_of_feature.
create or replace function open_room.redact_feature(area uuid, feature uuid, instead text, why text)
returns table (redaction_id uuid, redacted_at timestamptz, rows_changed integer, state jsonb)
language plpgsql volatile security definer set search_path = '' as $$
declare
  tenant constant uuid := open_room.current_tenant();
  changed integer;
begin
  if not open_room.has_role('{coordinator}') then return; end if;
  update open_room.map_edit e set after = open_room.redacted(e.after, instead)
  where e.tenant_id = tenant and e.area_id = area and e.feature_id = feature;
  get diagnostics changed = row_count;
  if changed = 0 then return; end if;
  return query
    with receipt as (
      insert into open_room.map_redaction as r (tenant_id, area_id, feature_id, reason, rows_changed, redacted_by)
      values (tenant, area, feature, why, changed + 1, open_room.current_person())
      returning r.redaction_id, r.redacted_at, r.rows_changed
    )
    select receipt.*, e.after from receipt, open_room.map_edit e
    where e.tenant_id = tenant and e.area_id = area and e.feature_id = feature order by e.version desc limit 1;
end $$;
revoke all on function open_room.redacted(jsonb, text), open_room.redact_feature(uuid, uuid, text, text) from public;
grant execute on function open_room.redact_feature(uuid, uuid, text, text) to kvarter_open;
