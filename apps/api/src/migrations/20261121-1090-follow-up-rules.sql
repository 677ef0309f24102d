-- What a municipality says for itself of when it is reminded; without a row it goes by Kvarter's own rules.
create table open_room.follow_up_rules (
  tenant_id uuid primary key references open_room.tenant (tenant_id),
  run_sheet_days smallint not null check (run_sheet_days between 1 and 60),
  feedback_days smallint not null check (feedback_days between 1 and 60),
  agreement_ahead_days smallint not null check (agreement_ahead_days between 1 and 30),
  reminder_every_days smallint not null check (reminder_every_days between 1 and 30),
  coordinator_after_days smallint not null check (coordinator_after_days between 1 and 60),
  map_months smallint not null check (map_months between 1 and 24),
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  foreign key (tenant_id, changed_by) references open_room.membership (tenant_id, person_id)
);
