-- The run sheet of a meeting: what is to be done before, during and after it, by whom, by when. An item is one of
-- ours (`key` names its words) or somebody's own (`title`).
create table open_room.run_sheet_item (
  tenant_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null default gen_random_uuid(),
  stage text not null check (stage in ('BEFORE', 'DURING', 'AFTER')),
  key text check (key ~ '^[a-z-]{1,40}$'),
  title text check (length(title) between 1 and 120),
  offset_days smallint not null check (offset_days between -365 and 365),
  due_on date not null,
  responsible uuid,
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, meeting_id, item_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id),
  foreign key (tenant_id, responsible) references open_room.membership (tenant_id, person_id),
  check ((key is null) = (title is not null))
);
create index run_sheet_item_due on open_room.run_sheet_item (tenant_id, due_on) where done_at is null;
