-- Checks and their cadences are for those who work with an area or lead that work; guests of meetings never see them.
create or replace function open_room.works_here() returns boolean
language sql stable parallel safe as $$ select open_room.has_role('{coordinator,team_member,steering,system}') $$;

-- Whether somebody can be made responsible: a member today who is no mere guest of a meeting. Told to who could make them so. Primary key.
create or replace function open_room.can_be_responsible(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from open_room.my_membership() mine join open_room.membership m on m.tenant_id = mine.tenant_id
    where (select open_room.works_here()) and m.person_id = person and m.ended_at is null and m.roles && '{coordinator,team_member,steering}')
$$;

-- Tenants with something to remind of. One look at index follow_up_to_remind for each.
create or replace function open_room.tenants_to_remind(at timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.tenant_id from open_room.tenant t
  where t.suspended_at is null and t.kind = 'municipality'
    and exists (select from open_room.follow_up f where f.tenant_id = t.tenant_id and f.state = 'OPEN' and f.remind_at <= at)
$$;

-- Who runs the team of the current tenant today, for those who work there. Primary key of membership.
create or replace function open_room.coordinators() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.person_id from open_room.membership m
  where m.tenant_id = (select open_room.current_tenant()) and (select open_room.works_here()) and m.ended_at is null and m.roles && '{coordinator}'
$$;

grant execute on function open_room.works_here(), open_room.can_be_responsible(uuid), open_room.tenants_to_remind(timestamptz), open_room.coordinators() to kvarter_open;

alter table open_room.cadence enable row level security;
alter table open_room.cadence force row level security;
create policy owner on open_room.cadence to kvarter_owner using (true) with check (true);
create policy see on open_room.cadence for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
  and (area_id is null or responsible = (select open_room.current_person())
       or area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
create policy plan on open_room.cadence for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,system}')) and created_by = (select open_room.current_person())
);
create policy change on open_room.cadence for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,system}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,system}')));
grant select on open_room.cadence to kvarter_open;
grant insert (tenant_id, cadence_id, subject_type, subject_id, area_id, title, kind, starts_on, ends_on, responsible, last_place, planned_through, created_by)
  on open_room.cadence to kvarter_open;
grant update (title, ends_on, pauses, responsible, last_place, planned_through, ended_at) on open_room.cadence to kvarter_open;

alter table open_room.follow_up enable row level security;
alter table open_room.follow_up force row level security;
create policy owner on open_room.follow_up to kvarter_owner using (true) with check (true);
create policy see on open_room.follow_up for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
  and (area_id is null or responsible = (select open_room.current_person())
       or area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
create policy plan on open_room.follow_up for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member,system}'))
  and (area_id is null or area_id <> all ((select open_room.hidden_areas())::uuid[]) or area_id = any ((select open_room.named_areas())::uuid[]))
);
-- The one whose it is, and those who run the team.
create policy report on open_room.follow_up for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.works_here())
         and (responsible = (select open_room.current_person()) or (select open_room.has_role('{coordinator,system}'))
              -- Who made an agreement changes and drops it, and its check goes along. Primary key of agreement.
              or (subject_type = 'AGREEMENT' and exists (
                select from open_room.agreement a where a.tenant_id = follow_up.tenant_id and a.agreement_id = follow_up.subject_id
                  and a.created_by = (select open_room.current_person())))
              -- What the team does together: whoever does it ends the check of it, whosever it was.
              or (subject_type in ('FEEDBACK', 'GAP', 'RUN_SHEET_ITEM', 'STAKEHOLDER') and (select open_room.has_role('{team_member}')))))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.works_here()));
-- Plans only: what has come due is reported on.
create policy unplan on open_room.follow_up for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,system}')) and state = 'OPEN' and reminders = 0
);
grant select, delete on open_room.follow_up to kvarter_open;
grant insert (tenant_id, follow_up_id, cadence_id, place, subject_type, subject_id, area_id, title, planned_on, due_on, stands_for, responsible, remind_at)
  on open_room.follow_up to kvarter_open;
grant update (title, due_on, responsible, state, note, closed_by, closed_at, remind_at, reminders, escalated_at) on open_room.follow_up to kvarter_open;

alter table open_room.reminder enable row level security;
alter table open_room.reminder force row level security;
create policy owner on open_room.reminder to kvarter_owner using (true) with check (true);
create policy send on open_room.reminder to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}')));
grant select, insert on open_room.reminder to kvarter_open;

-- The rules are seen by those who go by them, and set by administrators in their own name.
alter table open_room.follow_up_rules enable row level security;
alter table open_room.follow_up_rules force row level security;
create policy owner on open_room.follow_up_rules to kvarter_owner using (true) with check (true);
create policy see on open_room.follow_up_rules for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{coordinator,team_member,steering,tenant_admin,system}'))
);
create policy set_up on open_room.follow_up_rules for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin}')) and changed_by = (select open_room.current_person())
);
create policy change on open_room.follow_up_rules for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin}')))
  with check (tenant_id = (select open_room.current_tenant()) and changed_by = (select open_room.current_person()));
grant select on open_room.follow_up_rules to kvarter_open;
grant insert (tenant_id, run_sheet_days, feedback_days, agreement_ahead_days, reminder_every_days, coordinator_after_days, map_months, changed_by, changed_at),
  update (run_sheet_days, feedback_days, agreement_ahead_days, reminder_every_days, coordinator_after_days, map_months, changed_by, changed_at)
  on open_room.follow_up_rules to kvarter_open;

-- What somebody leaves behind shows whose it was.
create or replace function open_room.member_left() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  heir uuid := open_room.heir_of(new.tenant_id, new.person_id);
begin
  if heir is null then return null; end if;
  update open_room.follow_up f set responsible = heir, taken_over_from = coalesce(f.taken_over_from, new.person_id)
  where f.tenant_id = new.tenant_id and f.responsible = new.person_id and f.state = 'OPEN';
  update open_room.cadence c set responsible = heir
  where c.tenant_id = new.tenant_id and c.responsible = new.person_id and c.ended_at is null;
  return null;
end $$;
drop trigger if exists left_work on open_room.membership;
create trigger left_work after update of ended_at on open_room.membership
  for each row when (old.ended_at is null and new.ended_at is not null) execute function open_room.member_left();

revoke all on all functions in schema open_room from public;
