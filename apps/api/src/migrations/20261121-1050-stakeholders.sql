-- The people and organisations behind an area's resources (domain section 5): one register that the table, the
-- graph and the map show.
create table open_room.stakeholder (
  tenant_id uuid not null,
  stakeholder_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in (
    'SSP', 'POLICE', 'MUNICIPAL_DEPARTMENT', 'REGIONAL_HEALTH', 'HEALTH_VISITOR', 'HOUSING_SOCIAL', 'HOUSING_ASSOCIATION', 'CARETAKER',
    'STREET_WORKER', 'SCHOOL', 'DAY_CARE', 'CLUB', 'LIBRARY', 'CIVIL_SOCIETY', 'VOLUNTEER', 'OTHER'
  )),
  field_of_work text check (length(field_of_work) <= 300),
  contribution text check (length(contribution) <= 1000),
  role_and_influence text check (length(role_and_influence) <= 1000),
  motivation text check (length(motivation) <= 1000),
  feature_id uuid,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, stakeholder_id),
  -- For what belongs to a stakeholder and to the same area.
  unique (tenant_id, area_id, stakeholder_id),
  foreign key (tenant_id, area_id) references open_room.area (tenant_id, area_id),
  foreign key (tenant_id, area_id, feature_id) references open_room.map_feature (tenant_id, area_id, feature_id)
);
-- A mark on the map is one stakeholder.
create unique index stakeholder_of_feature on open_room.stakeholder (tenant_id, area_id, feature_id) where feature_id is not null;

-- Apart, so that no policy for guests can let a column of it through. A private person's details are kept with
-- their consent alone, which is dated, noted by somebody and given for something.
create table open_room.stakeholder_contact (
  tenant_id uuid not null,
  stakeholder_id uuid not null,
  area_id uuid not null,
  contact_name text check (length(contact_name) between 1 and 120),
  email text check (length(email) between 3 and 254),
  phone text check (length(phone) between 3 and 30),
  private_person boolean not null default false,
  consent_on date,
  consent_for text check (length(consent_for) between 1 and 300),
  consent_noted_by uuid,
  primary key (tenant_id, stakeholder_id),
  foreign key (tenant_id, area_id, stakeholder_id) references open_room.stakeholder (tenant_id, area_id, stakeholder_id) on delete cascade,
  check (num_nulls(consent_on, consent_for, consent_noted_by) in (0, 3)),
  check (not private_person or consent_on is not null or num_nonnulls(contact_name, email, phone) = 0)
);

-- Who works with whom. What goes both ways is kept once, the smaller id first.
create table open_room.stakeholder_relation (
  tenant_id uuid not null,
  area_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('WORKS_WITH', 'DEPENDS_ON', 'SAME_TASK')),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, area_id, from_id, to_id, kind),
  foreign key (tenant_id, area_id, from_id) references open_room.stakeholder (tenant_id, area_id, stakeholder_id) on delete cascade,
  foreign key (tenant_id, area_id, to_id) references open_room.stakeholder (tenant_id, area_id, stakeholder_id) on delete cascade,
  check (from_id <> to_id),
  check (kind = 'DEPENDS_ON' or from_id < to_id)
);
create index stakeholder_relation_to on open_room.stakeholder_relation (tenant_id, area_id, to_id);

-- Talks with key people between the meetings.
create table open_room.stakeholder_talk (
  tenant_id uuid not null,
  talk_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  stakeholder_id uuid not null,
  held_on date not null,
  way text not null check (way in ('VISIT', 'PHONE', 'MAIL', 'MEETING', 'OTHER')),
  person_id uuid not null,
  summary text not null check (length(summary) between 1 and 2000),
  next_step text check (length(next_step) between 1 and 300),
  next_step_on date,
  created_at timestamptz not null default now(),
  primary key (tenant_id, talk_id),
  foreign key (tenant_id, area_id, stakeholder_id) references open_room.stakeholder (tenant_id, area_id, stakeholder_id) on delete cascade,
  foreign key (tenant_id, person_id) references open_room.membership (tenant_id, person_id)
);
create index stakeholder_talk_by_stakeholder on open_room.stakeholder_talk (tenant_id, stakeholder_id, held_on);

-- What a stakeholder told, in what capacity, and the answer they are owed on what came of it.
create table open_room.stakeholder_perspective (
  tenant_id uuid not null,
  perspective_id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  stakeholder_id uuid not null,
  meeting_id uuid,
  said_on date not null,
  capacity text check (length(capacity) between 1 and 120),
  said text not null check (length(said) between 1 and 2000),
  feedback_due_on date not null,
  feedback_on date,
  feedback_by uuid,
  feedback text check (length(feedback) between 1 and 1000),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, perspective_id),
  foreign key (tenant_id, area_id, stakeholder_id) references open_room.stakeholder (tenant_id, area_id, stakeholder_id) on delete cascade,
  foreign key (tenant_id, meeting_id) references open_room.meeting (tenant_id, meeting_id),
  check (num_nulls(feedback_on, feedback_by) in (0, 2))
);
create index stakeholder_perspective_by_stakeholder on open_room.stakeholder_perspective (tenant_id, stakeholder_id, said_on);
create index stakeholder_feedback_owed on open_room.stakeholder_perspective (tenant_id, feedback_due_on) where feedback_on is null;
