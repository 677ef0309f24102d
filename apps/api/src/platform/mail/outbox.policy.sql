alter table open_room.outbox enable row level security;
alter table open_room.outbox force row level security;
create policy owner on open_room.outbox to kvarter_owner using (true) with check (true);
-- Read as everywhere else: a setting that is no id is nobody's, and refused by the policy below instead of failing here.
alter table open_room.outbox alter column created_by set default open_room.current_person();
-- Whoever does something that others are told of puts the mail in, in the same transaction. Guests of meetings,
-- politicians and the centre do nothing of the kind: they shall not make Kvarter write to anybody but themselves.
create policy put on open_room.outbox for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant())
  and (person_id = (select open_room.current_person()) or (select open_room.has_role('{coordinator,team_member,steering,tenant_admin,system}')))
);
-- One's own, those one caused, and all for who answers for the tenant's mails; what a mail says stands in none of them.
create policy see on open_room.outbox for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant())
  and (person_id = (select open_room.current_person()) or created_by = (select open_room.current_person())
       or (select open_room.has_role('{coordinator,system}')))
);
create policy carry on open_room.outbox for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}')));
grant select on open_room.outbox to kvarter_open;
grant insert (tenant_id, mail_id, key, kind, person_id, address, address_name, ids, not_before) on open_room.outbox to kvarter_open;
grant update (not_before, state, attempts, handovers, message_id, error, sent_at) on open_room.outbox to kvarter_open;

alter table open_room.mail_preference enable row level security;
alter table open_room.mail_preference force row level security;
create policy owner on open_room.mail_preference to kvarter_owner using (true) with check (true);
-- One's own; Kvarter's for who follows the link in a mail without signing in.
create policy own on open_room.mail_preference to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (person_id = (select open_room.current_person()) or (select open_room.has_role('{system}'))))
  with check (tenant_id = (select open_room.current_tenant()) and (person_id = (select open_room.current_person()) or (select open_room.has_role('{system}'))));
grant select on open_room.mail_preference to kvarter_open;
grant insert (tenant_id, person_id, digest, muted, locale) on open_room.mail_preference to kvarter_open;
grant update (digest, muted, locale, updated_at) on open_room.mail_preference to kvarter_open;

alter table open_room.mail_stop enable row level security;
alter table open_room.mail_stop force row level security;
create policy owner on open_room.mail_stop to kvarter_owner using (true) with check (true);
create policy carry on open_room.mail_stop to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}')));
grant select on open_room.mail_stop to kvarter_open;
grant insert (tenant_id, address_hash, kind) on open_room.mail_stop to kvarter_open;

-- Tenants with mails to be sent now. Ids only. Index outbox_due.
create or replace function open_room.mail_tenants() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.tenant_id from open_room.tenant t
  where t.suspended_at is null
    and exists (select from open_room.outbox o where o.tenant_id = t.tenant_id and o.state = 'WAITING' and o.not_before <= now())
  order by t.tenant_id
$$;

-- How members of the current tenant are reached and what they want of mails, for Kvarter alone. Who has left is not
-- among them. Primary keys.
create or replace function open_room.mail_recipients(people uuid[])
returns table (person_id uuid, name text, email text, digest text, muted text[], locale text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.person_id, m.name, m.email, coalesce(p.digest, 'EACH'), coalesce(p.muted, '{}'), coalesce(p.locale, 'da')
  from open_room.membership m
  left join open_room.mail_preference p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
  where m.tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}'))
    and m.person_id = any (people) and m.ended_at is null
$$;

-- Addresses of people outside are forgotten a month after the mail was settled; the row stays, for its key.
create or replace function open_room.forget_mail_addresses() returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    update open_room.outbox set address = null, address_name = null
    where state <> 'WAITING' and address is not null and greatest(created_at, not_before, sent_at) < now() - interval '30 days' returning 1
  )
  select count(*)::integer from gone
$$;

-- A mail to be sent now needn't wait for the next round: workers hear of its tenant when it is committed.
create or replace function open_room.mails_put() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('kvarter_mail', due.tenant_id::text)
  from (select distinct f.tenant_id from fresh f where f.not_before <= now()) due;
  return null;
end $$;
drop trigger if exists put on open_room.outbox;
create trigger put after insert on open_room.outbox referencing new table as fresh
  for each statement execute function open_room.mails_put();

revoke all on all functions in schema open_room from public;
grant execute on function open_room.mail_tenants(), open_room.mail_recipients(uuid[]), open_room.forget_mail_addresses() to kvarter_open;
