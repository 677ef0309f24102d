-- The rule that produces checks. What it is about is named by kind and id: subjects belong to many capabilities.
create table open_room.cadence (
  tenant_id uuid not null,
  cadence_id uuid not null default gen_random_uuid(),
  subject_type text not null check (subject_type ~ '^[A-Z_]{2,30}$'),
  subject_id uuid not null,
  area_id uuid,
  title text check (length(title) between 1 and 120),
  kind text not null check (kind in ('TAPERING', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'ONCE')),
  starts_on date not null,
  ends_on date,
  pauses jsonb not null default '[]',
  responsible uuid not null,
  -- The last check planned, and the day its plan reaches to.
  last_place integer not null default 0,
  planned_through date not null,
  ended_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, cadence_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, responsible) references open_room.membership (tenant_id, person_id)
);
create index cadence_by_subject on open_room.cadence (tenant_id, subject_type, subject_id);
create index cadence_to_extend on open_room.cadence (tenant_id, planned_through) where ended_at is null;

-- One due check. SCHEDULED and DUE are the same row on different days, so no row has to change for a day to pass.
create table open_room.follow_up (
  tenant_id uuid not null,
  follow_up_id uuid not null default gen_random_uuid(),
  cadence_id uuid,
  place integer,
  subject_type text not null check (subject_type ~ '^[A-Z_]{2,30}$'),
  subject_id uuid not null,
  area_id uuid,
  title text check (length(title) between 1 and 120),
  planned_on date not null,
  due_on date not null,
  stands_for integer not null default 1 check (stands_for >= 1),
  responsible uuid not null,
  -- Whose it was when they left.
  taken_over_from uuid,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'SKIPPED')),
  note text check (length(note) <= 2000),
  closed_by uuid,
  closed_at timestamptz,
  -- When the next reminder goes out.
  remind_at timestamptz,
  reminders integer not null default 0,
  escalated_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, follow_up_id),
  -- A check is planned once, whoever plans and how often.
  unique (tenant_id, cadence_id, place),
  foreign key (tenant_id, cadence_id) references open_room.cadence (tenant_id, cadence_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, responsible) references open_room.membership (tenant_id, person_id),
  check (state = 'OPEN' or (closed_at is not null and closed_by is not null))
);
create index follow_up_to_remind on open_room.follow_up (tenant_id, remind_at) where state = 'OPEN';
create index follow_up_by_day on open_room.follow_up (tenant_id, due_on, follow_up_id);
create index follow_up_by_subject on open_room.follow_up (tenant_id, subject_type, subject_id);
create index follow_up_by_responsible on open_room.follow_up (tenant_id, responsible, due_on) where state = 'OPEN';

-- That a reminder went out, once: the key is what makes a job that runs twice act once.
create table open_room.reminder (
  tenant_id uuid not null,
  follow_up_id uuid not null,
  number integer not null,
  escalated boolean not null,
  at timestamptz not null,
  primary key (tenant_id, follow_up_id, number),
  foreign key (tenant_id, follow_up_id) references open_room.follow_up (tenant_id, follow_up_id) on delete cascade
);
