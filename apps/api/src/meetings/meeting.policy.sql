alter table open_room.meeting enable row level security;
alter table open_room.meeting force row level security;
create policy owner on open_room.meeting to kvarter_owner using (true) with check (true);
-- Those who work here see the meetings of the areas they see, and those about no single area. A guest sees the one
-- they came to, while it shows them its area: not the others there, nor what the team or a network talks about.
create policy see on open_room.meeting for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and (area_id is null or area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
  and ((select open_room.has_role('{coordinator,team_member,steering,system}'))
       or (kind in ('AREA', 'WALK') and exists (
         select from open_room.meeting_guest g where g.tenant_id = meeting.tenant_id and g.meeting_id = meeting.meeting_id
           and g.person_id = (select open_room.current_person()) and g.removed_at is null)))
);
create policy plan on open_room.meeting for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')) and created_by = (select open_room.current_person())
);
create policy host on open_room.meeting for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')));
grant select on open_room.meeting to kvarter_open;
grant insert (tenant_id, meeting_id, area_id, kind, title, starts_at, duration_minutes, place, purpose, audience, process, focus, series, series_id, created_by)
  on open_room.meeting to kvarter_open;
grant update (title, starts_at, duration_minutes, place, purpose, audience, process, focus, sequence, state, frozen, read_after, opened_at, closed_at,
  cancelled_at, cancel_reason, phase, question, item_id, item_since) on open_room.meeting to kvarter_open;

alter table open_room.meeting_guest enable row level security;
alter table open_room.meeting_guest force row level security;
create policy owner on open_room.meeting_guest to kvarter_owner using (true) with check (true);
create policy see on open_room.meeting_guest for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator}')))
);
create policy remove on open_room.meeting_guest for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')));
grant select on open_room.meeting_guest to kvarter_open;
grant update (removed_at) on open_room.meeting_guest to kvarter_open;

alter table open_room.invitation enable row level security;
alter table open_room.invitation force row level security;
create policy owner on open_room.invitation to kvarter_owner using (true) with check (true);
create policy see on open_room.invitation for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
);
-- In one's own name; and to a map, where guests belong: a link to the team's own meeting would let them into its area.
create policy invite on open_room.invitation for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')) and created_by = (select open_room.current_person())
  and exists (select from open_room.meeting m
    where m.tenant_id = invitation.tenant_id and m.meeting_id = invitation.meeting_id and m.kind in ('AREA', 'WALK'))
);
create policy revoke on open_room.invitation for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')));
grant select (tenant_id, invitation_id, meeting_id, expires_at, created_by, created_at, used_at, revoked_at) on open_room.invitation to kvarter_open;
grant insert (tenant_id, invitation_id, meeting_id, code_hash, expires_at, created_by) on open_room.invitation to kvarter_open;
grant update (revoked_at) on open_room.invitation to kvarter_open;

-- Freeze, opening and closing reach whoever has the area open; what takes rights away also raises the epoch.
create or replace function open_room.meeting_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- A meeting about no single area has no map that anybody has open.
  if new.area_id is null then return null; end if;
  -- Edits under way come to their end first: none is refused halfway, and none comes after.
  perform from open_room.area_seq s where s.tenant_id = new.tenant_id and s.area_id = new.area_id for no key update;
  if (old.state = 'OPEN' and new.state <> 'OPEN') or (old.read_after and not new.read_after) or (new.frozen and not old.frozen) then
    perform open_room.raise_epoch(new.tenant_id, null);
  end if;
  perform pg_notify('kvarter_area', new.tenant_id || '|' || new.area_id);
  return null;
end $$;
drop trigger if exists changed on open_room.meeting;
create trigger changed after update on open_room.meeting for each row execute function open_room.meeting_changed();

create or replace function open_room.guest_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from open_room.area_seq s join open_room.meeting m on m.tenant_id = s.tenant_id and m.area_id = s.area_id
  where m.tenant_id = new.tenant_id and m.meeting_id = new.meeting_id for no key update of s;
  perform open_room.raise_epoch(new.tenant_id, new.person_id);
  perform pg_notify('kvarter_area', m.tenant_id || '|' || m.area_id) from open_room.meeting m
  where m.tenant_id = new.tenant_id and m.meeting_id = new.meeting_id;
  return null;
end $$;
drop trigger if exists changed on open_room.meeting_guest;
create trigger changed after update of removed_at on open_room.meeting_guest for each row execute function open_room.guest_changed();

-- Turns an invitation's code into a guest with a sign-in, once. `problem` says why not: UNKNOWN, USED,
-- EXPIRED, REVOKED, CLOSED or CANCELLED. The row lock lets one of two simultaneous tries through. Index invitation_by_code.
create or replace function open_room.accept_invitation(code bytea, guest_name text, token bytea, lifetime interval)
returns table (problem text, tenant_slug text, area_id uuid, meeting_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  i record;
  guest uuid;
begin
  select inv.*, m.area_id as area, m.state, t.slug into i
  from open_room.invitation inv
  join open_room.meeting m on m.tenant_id = inv.tenant_id and m.meeting_id = inv.meeting_id
  join open_room.tenant t on t.tenant_id = inv.tenant_id and t.suspended_at is null
  where inv.code_hash = code
  for update of inv;
  if not found then return query select 'UNKNOWN', null::text, null::uuid, null::uuid; return; end if;
  if i.used_at is not null then return query select 'USED', null::text, null::uuid, null::uuid; return; end if;
  if i.revoked_at is not null then return query select 'REVOKED', null::text, null::uuid, null::uuid; return; end if;
  if i.expires_at <= now() then return query select 'EXPIRED', null::text, null::uuid, null::uuid; return; end if;
  if i.state in ('CLOSED', 'CANCELLED') then return query select i.state, null::text, null::uuid, null::uuid; return; end if;
  insert into identity.person default values returning id into guest;
  insert into open_room.membership (tenant_id, person_id, name, roles) values (i.tenant_id, guest, guest_name, '{participant}');
  insert into open_room.meeting_guest (tenant_id, meeting_id, person_id) values (i.tenant_id, i.meeting_id, guest);
  insert into identity.session (person_id, token_hash, kind, expires_at) values (guest, token, 'guest', now() + lifetime);
  update open_room.invitation inv set used_at = now(), used_by = guest
  where inv.tenant_id = i.tenant_id and inv.invitation_id = i.invitation_id;
  perform pg_notify('kvarter_area', i.tenant_id || '|' || i.area);
  return query select null::text, i.slug, i.area, i.meeting_id;
end $$;

-- Invitations whose time ran out over a month ago.
create or replace function open_room.clean_up_invitations() returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from open_room.invitation where expires_at < now() - interval '30 days' returning 1)
  select count(*)::integer from gone
$$;

grant execute on function open_room.accept_invitation(bytea, text, bytea, interval), open_room.clean_up_invitations() to kvarter_open;
