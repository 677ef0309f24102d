-- Who is to come: members by their membership, others by name. On the list, invited, answered, there. Guests who
-- come by a link stand in meeting_guest; these are the people somebody thought of.
create table open_room.meeting_participant (
  tenant_id uuid not null,
  participant_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  person_id uuid,
  name text check (length(name) between 1 and 120),
  email text check (length(email) between 3 and 254),
  organisation text check (length(organisation) between 1 and 120),
  added_by uuid not null,
  added_at timestamptz not null default now(),
  invited_at timestamptz,
  answer text check (answer in ('YES', 'NO', 'MAYBE')),
  answered_at timestamptz,
  attended boolean,
  primary key (tenant_id, participant_id),
  unique (tenant_id, meeting_id, person_id),
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id),
  foreign key (tenant_id, person_id) references open_room.membership (tenant_id, person_id),
  -- A member's name and address stand on the membership alone.
  check ((person_id is null) = (name is not null)),
  check (person_id is null or (email is null and organisation is null))
);
create unique index meeting_participant_by_email on open_room.meeting_participant (tenant_id, meeting_id, lower(email)) where email is not null;
