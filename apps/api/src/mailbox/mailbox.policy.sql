-- Administrators set it up and see how it fares; Kvarter reads it, and notes how far. Its sealed password is read by
-- Kvarter alone, through the function below.
alter table open_room.mailbox enable row level security;
alter table open_room.mailbox force row level security;
create policy owner on open_room.mailbox to kvarter_owner using (true) with check (true);
create policy see on open_room.mailbox for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin,system}'))
);
create policy set_up on open_room.mailbox for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin}'))
);
create policy change on open_room.mailbox for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin}')));
create policy take_away on open_room.mailbox for delete to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin}'))
);
grant select (tenant_id, mailbox_id, host, port, tls, sign_in, address, created_at, changed_at) on open_room.mailbox to kvarter_open;
grant insert (tenant_id, mailbox_id, host, port, tls, sign_in, sealed_password, address) on open_room.mailbox to kvarter_open;
grant update (port, tls, sealed_password, address, changed_at) on open_room.mailbox to kvarter_open;
grant delete on open_room.mailbox to kvarter_open;

alter table open_room.mailbox_reading enable row level security;
alter table open_room.mailbox_reading force row level security;
create policy owner on open_room.mailbox_reading to kvarter_owner using (true) with check (true);
create policy see on open_room.mailbox_reading for select to kvarter_open using (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{tenant_admin,system}'))
);
create policy begin on open_room.mailbox_reading for insert to kvarter_open with check (
  tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}'))
);
create policy note on open_room.mailbox_reading for update to kvarter_open
  using (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}')))
  with check (tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}')));
grant select on open_room.mailbox_reading to kvarter_open;
grant insert (tenant_id, mailbox_id, next_at, begun_at) on open_room.mailbox_reading to kvarter_open;
grant update (uid_validity, last_uid, next_at, begun_at, read_at, fault, fault_at, faults) on open_room.mailbox_reading to kvarter_open;

-- The sealed password of the current tenant's mailbox, for Kvarter alone. Unique key on tenant_id.
create or replace function open_room.mailbox_password() returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.sealed_password from open_room.mailbox b
  where b.tenant_id = (select open_room.current_tenant()) and (select open_room.has_role('{system}'))
$$;

-- Tenants with a mailbox that is to be read now: its time has come, or it was set up anew. Ids only.
create or replace function open_room.mailbox_tenants() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.tenant_id from open_room.mailbox b
  join open_room.tenant t on t.tenant_id = b.tenant_id and t.suspended_at is null
  left join open_room.mailbox_reading r on r.tenant_id = b.tenant_id and r.mailbox_id = b.mailbox_id
  where r.tenant_id is null or r.next_at <= now() or r.begun_at < b.changed_at
  order by b.tenant_id
$$;

revoke all on all functions in schema open_room from public;
grant execute on function open_room.mailbox_password(), open_room.mailbox_tenants() to kvarter_open;
