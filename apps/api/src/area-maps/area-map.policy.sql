-- Who may see and change the shared map. Seeing follows the area. Editing: coordinators and Kvarter's own
-- jobs always; the team on areas they see, unless an open meeting is frozen; guests while their meeting is
-- open and not frozen. No login writes the log, heads or numbers itself: begin_edits and write_edits do.

-- Areas whose map the host has frozen. Index meeting_open.
create or replace function open_room.frozen_areas() returns uuid[]
language plpgsql stable security definer parallel safe as $$
declare
  frozen pg_catalog.uuid[];
begin
  select coalesce(array_agg(m.area_id), '{}') into frozen
  from open_room.my_membership() mine join open_room.meeting m on m.tenant_id = mine.tenant_id and m.state = 'OPEN' and m.frozen and m.kind in ('AREA', 'WALK');
  return frozen;
end $$;

-- Whether the caller may edit an area's map now: OK, or the reason why not; and the meeting open there.
-- Primary keys, indexes meeting_guest_by_person and meeting_open.
create or replace function open_room.edit_right(area uuid, out verdict text, out meeting_id uuid)
language plpgsql stable security definer as $$
declare
  mine pg_catalog.record;
  visible boolean;
begin
  select m.tenant_id, m.roles, open.meeting_id, open.frozen into mine
  from open_room.my_membership() m join open_room.area a on a.tenant_id = m.tenant_id and a.area_id = area
  left join open_room.meeting open on open.tenant_id = m.tenant_id and open.area_id = area and open.state = 'OPEN' and open.kind in ('AREA', 'WALK');
  if not found then
    verdict := 'AREA_NOT_FOUND';
    return;
  end if;
  meeting_id := mine.meeting_id;
  if mine.roles && '{coordinator,system}' then
    verdict := 'OK';
    return;
  end if;
  visible := coalesce(area <> all (open_room.hidden_areas()), false) or area = any (open_room.named_areas());
  if visible and mine.roles && '{team_member}' then
    verdict := case when mine.frozen then 'MAP_FROZEN' else 'OK' end;
    return;
  end if;
  select case when g.removed_at is not null then 'GUEST_REMOVED' when m.state = 'PLANNED' then 'MEETING_NOT_OPEN'
              when m.state = 'CLOSED' then 'MEETING_CLOSED' when m.state = 'CANCELLED' then 'MEETING_CANCELLED' when m.frozen then 'MAP_FROZEN' else 'OK' end into verdict
  from open_room.meeting_guest g
  join open_room.meeting m on m.tenant_id = g.tenant_id and m.meeting_id = g.meeting_id
  where g.tenant_id = mine.tenant_id and g.person_id = (select open_room.setting('person')) and m.area_id = area
  order by g.removed_at is null desc, m.state = 'OPEN' desc, m.starts_at desc limit 1;
  verdict := coalesce(verdict, case when visible then 'NOT_ALLOWED' else 'AREA_NOT_FOUND' end);
end $$;

-- Opens an area's map for edits: where the verdict is OK, its sequence is locked until the transaction ends, and
-- what is read afterwards is all that was committed before. Whoever may not edit locks nothing. Primary key.
create or replace function open_room.begin_edits(area uuid, out verdict text, out meeting_id uuid, out seq integer, out at timestamptz)
language plpgsql volatile security definer as $$
begin
  select r.verdict into begin_edits.verdict from open_room.edit_right(area) r;
  if begin_edits.verdict <> 'OK' then return; end if;
  select s.seq into strict begin_edits.seq from open_room.my_membership() mine
  join open_room.area_seq s on s.tenant_id = mine.tenant_id and s.area_id = area for no key update of s;
  -- Asked again: the host may have frozen or closed it while this waited for the lock.
  select r.verdict, r.meeting_id into begin_edits.verdict, begin_edits.meeting_id from open_room.edit_right(area) r;
  begin_edits.at := pg_catalog.date_trunc('milliseconds', pg_catalog.clock_timestamp());
end $$;

-- Writes lines of the log, the heads they lead to, the new last number and the word to other processes. One
-- array a column; `finals` marks the last line of each feature, which carries its head. For write_edits below
-- and the demonstration's history; no login may ask it.
create or replace function open_room.append_edits(
  tenant uuid, area uuid, last_seq integer, actor uuid, meeting uuid, at timestamptz,
  seqs integer[], edit_ids uuid[], feature_ids uuid[], versions integer[], ops text[], statuses text[], states jsonb[], outsides boolean[],
  finals boolean[], geometries text[], jsons text[], touched timestamptz[]
) returns void
language plpgsql volatile as $$
begin
  insert into open_room.map_edit (tenant_id, area_id, seq, edit_id, feature_id, version, op, status, after, outside_boundary, actor, meeting_id, at)
  select tenant, area, l.seq, l.edit_id, l.feature_id, l.version, l.op, l.status, l.state, l.outside, append_edits.actor, meeting, append_edits.at
  from unnest(seqs, edit_ids, feature_ids, versions, ops, statuses, states, outsides)
    as l (seq, edit_id, feature_id, version, op, status, state, outside);
  insert into open_room.map_feature as h (tenant_id, area_id, feature_id, version, seq, kind, state, geom, outside_boundary, removed, outdated,
                                          touched_at, created_at, updated_at, json)
  select tenant, area, l.feature_id, l.version, l.seq, l.state ->> 'kind', l.state, public.st_setsrid(public.st_geomfromgeojson(l.geometry), 4326), l.outside,
         (l.state ->> 'removed')::boolean, (l.state ->> 'outdated')::boolean, l.touched_at, append_edits.at, append_edits.at, l.json
  from unnest(seqs, feature_ids, versions, states, outsides, finals, geometries, jsons, touched)
    as l (seq, feature_id, version, state, outside, final, geometry, json, touched_at)
  where l.final
  on conflict (tenant_id, area_id, feature_id) do update set
    version = excluded.version, seq = excluded.seq, kind = excluded.kind, state = excluded.state, geom = excluded.geom,
    outside_boundary = excluded.outside_boundary, removed = excluded.removed, outdated = excluded.outdated,
    touched_at = excluded.touched_at, updated_at = excluded.updated_at, json = excluded.json;
  update open_room.area_seq s set seq = last_seq
  where s.tenant_id = tenant and s.area_id = area and s.seq = last_seq - pg_catalog.cardinality(seqs);
  if not found then raise exception 'the numbers of these edits do not follow'; end if;
  perform pg_catalog.pg_notify('kvarter_map', tenant || '|' || area || '|' || last_seq);
end $$;

-- What begin_edits opened is written, in the caller's own name and for the meeting that is open.
create or replace function open_room.write_edits(
  area uuid, last_seq integer, at timestamptz,
  seqs integer[], edit_ids uuid[], feature_ids uuid[], versions integer[], ops text[], statuses text[], states jsonb[], outsides boolean[],
  finals boolean[], geometries text[], jsons text[], touched timestamptz[]
) returns void
language plpgsql volatile security definer as $$
declare
  right_now pg_catalog.record;
begin
  select r.verdict, r.meeting_id into right_now from open_room.edit_right(area) r;
  if right_now.verdict <> 'OK' then raise insufficient_privilege; end if;
  perform open_room.append_edits(open_room.current_tenant(), area, last_seq, open_room.current_person(), right_now.meeting_id, at, seqs, edit_ids,
                                 feature_ids, versions, ops, statuses, states, outsides, finals, geometries, jsons, touched);
end $$;

revoke all on all functions in schema open_room from public;
grant execute on function open_room.frozen_areas(), open_room.edit_right(uuid), open_room.begin_edits(uuid),
  open_room.write_edits(uuid, integer, timestamptz, integer[], uuid[], uuid[], integer[], text[], text[], jsonb[], boolean[], boolean[], text[], text[], timestamptz[]),
  open_room.tile_row(double precision), open_room.tile_column(double precision)
  to kvarter_open;

do $$
declare
  one text;
begin
  foreach one in array array['area_seq', 'map_feature', 'map_edit', 'map_snapshot', 'map_redaction'] loop
    execute format('alter table open_room.%I enable row level security', one);
    execute format('alter table open_room.%I force row level security', one);
    execute format('create policy owner on open_room.%I to kvarter_owner using (true) with check (true)', one);
  end loop;
  foreach one in array array['area_seq', 'map_feature', 'map_edit', 'map_snapshot'] loop
    execute format('create policy see on open_room.%I for select to kvarter_open using (
      tenant_id = (select open_room.current_tenant())
      and (area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[])))', one);
    execute format('grant select on open_room.%I to kvarter_open', one);
  end loop;
end $$;

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
language sql immutable set search_path = pg_catalog, pg_temp as $$
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
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
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
