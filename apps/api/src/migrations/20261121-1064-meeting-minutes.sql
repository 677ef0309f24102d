-- How far an open meeting has come, the same on every screen; and what was written while it was open.
alter table open_room.meeting
  add column phase text check (phase in ('WELCOME', 'STATUS', 'SITUATION', 'IDEAS', 'ACTIONS')),
  add column question smallint not null default 0 check (question between 0 and 50),
  add column item_id uuid,
  add column item_since timestamptz;

create table open_room.meeting_minutes (
  tenant_id uuid not null,
  meeting_id uuid not null,
  text text not null check (length(text) <= 20000),
  version integer not null default 1,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (tenant_id, meeting_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id)
);
