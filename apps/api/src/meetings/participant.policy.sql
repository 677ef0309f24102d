-- Seen by the team and by who is on it, never by guests who came by a link. Coordinators invite; anyone answers for
-- themselves; Kvarter notes answers that come by mail; while the meeting is open the team ticks off who is there. The
-- list of a meeting that is over stays as it was.
alter table open_room.meeting_participant enable row level security;
alter table open_room.meeting_participant force row level security;
create policy owner on open_room.meeting_participant to kvarter_owner using (true) with check (true);
create policy see on open_room.meeting_participant for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator,team_member,steering,system}')))
  and exists (select from open_room.meeting m where m.tenant_id = meeting_participant.tenant_id and m.meeting_id = meeting_participant.meeting_id)
);
-- In one's own name.
create policy invite on open_room.meeting_participant for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}')) and added_by = (select open_room.current_person())
  and exists (select from open_room.meeting m
    where m.tenant_id = meeting_participant.tenant_id and m.meeting_id = meeting_participant.meeting_id and m.state in ('PLANNED', 'OPEN'))
);
create policy answer on open_room.meeting_participant for update to kvarter_open
  using (
    tenant_id = (select open_room.current_tenant())
    and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator,team_member,system}')))
    and exists (select from open_room.meeting m
      where m.tenant_id = meeting_participant.tenant_id and m.meeting_id = meeting_participant.meeting_id and m.state in ('PLANNED', 'OPEN'))
  )
  with check (tenant_id = (select open_room.current_tenant()));
create policy take_off on open_room.meeting_participant for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator}'))
  and exists (select from open_room.meeting m
    where m.tenant_id = meeting_participant.tenant_id and m.meeting_id = meeting_participant.meeting_id and m.state in ('PLANNED', 'OPEN'))
);
-- Addresses are read by those who invite and by Kvarter, through the function below.
revoke select on open_room.meeting_participant from kvarter_open;
grant select (tenant_id, participant_id, meeting_id, person_id, name, organisation, added_by, added_at, invited_at, answer, answered_at, calendar_stamp,
    asked_sequence, attended)
  on open_room.meeting_participant to kvarter_open;
grant delete on open_room.meeting_participant to kvarter_open;
grant insert (tenant_id, meeting_id, person_id, name, email, organisation, added_by) on open_room.meeting_participant to kvarter_open;
grant update (invited_at, answer, answered_at, calendar_stamp, asked_sequence, attended) on open_room.meeting_participant to kvarter_open;

-- Where people who are no members are reached, at meetings of the current tenant. Index meeting_participant_by_email.
create or replace function open_room.participant_addresses(meetings uuid[]) returns table (participant_id uuid, email text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.participant_id, p.email from open_room.meeting_participant p
  where p.tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,system}'))
    and p.meeting_id = any (meetings) and p.email is not null
$$;
grant execute on function open_room.participant_addresses(uuid[]) to kvarter_open;

-- Policies tell rows apart, not columns: who is invited coordinators say, what somebody answers they themselves, those
-- who host or Kvarter, and who came the team, while the meeting is open: nobody says of themselves that they were there.
create or replace function open_room.meeting_participant_guarded() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if pg_has_role(current_user, 'kvarter_owner', 'member') then return new; end if;
  if (new.invited_at, new.asked_sequence) is distinct from (old.invited_at, old.asked_sequence) and not open_room.has_role('{coordinator}') then
    raise insufficient_privilege;
  end if;
  if (new.answer, new.answered_at, new.calendar_stamp) is distinct from (old.answer, old.answered_at, old.calendar_stamp)
     and not coalesce(old.person_id = open_room.current_person(), false) and not open_room.has_role('{coordinator,system}') then
    raise insufficient_privilege;
  end if;
  if new.attended is distinct from old.attended and not (open_room.has_role('{coordinator,team_member}') and exists (
    select from open_room.meeting m where m.tenant_id = old.tenant_id and m.meeting_id = old.meeting_id and m.state = 'OPEN')) then
    raise insufficient_privilege;
  end if;
  return new;
end $$;
drop trigger if exists guarded on open_room.meeting_participant;
create trigger guarded before update on open_room.meeting_participant for each row execute function open_room.meeting_participant_guarded();

revoke all on all functions in schema open_room from public;
