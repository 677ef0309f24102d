-- What a meeting is to talk about, in order. What was left open goes on to the next meeting (`carried_from`).
create table open_room.agenda_item (
  tenant_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null default gen_random_uuid(),
  place smallint not null check (place between 1 and 50),
  title text not null check (length(title) between 1 and 120),
  minutes smallint check (minutes between 1 and 480),
  responsible uuid,
  done_at timestamptz,
  outcome text check (length(outcome) between 1 and 1000),
  carried_from uuid,
  primary key (tenant_id, meeting_id, item_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id),
  foreign key (tenant_id, responsible) references open_room.membership (tenant_id, person_id)
);
