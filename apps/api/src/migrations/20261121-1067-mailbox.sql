-- A municipality's own mailbox, one at most: invitations name it, so that what people answer in their calendars
-- comes to Kvarter. Its password is sealed under the master key for this tenant; nothing here opens it.
create table open_room.mailbox (
  tenant_id uuid not null references open_room.tenant,
  mailbox_id uuid not null default gen_random_uuid(),
  host text not null check (host ~ '^[a-z0-9.:-]{1,253}$'),
  port integer not null check (port between 1 and 65535),
  tls text not null check (tls in ('IMPLICIT', 'STARTTLS')),
  sign_in text not null check (length(sign_in) between 1 and 254 and sign_in !~ '[[:cntrl:]]'),
  sealed_password bytea not null check (octet_length(sealed_password) between 28 and 1100),
  address text not null check (length(address) between 3 and 254 and address ~ '^[^[:cntrl:][:space:]<>]+$'),
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant_id, mailbox_id),
  unique (tenant_id)
);

-- How far Kvarter has read it, and what last went wrong. UIDs mean something under one UIDVALIDITY alone (RFC 3501, 2.3.1.1).
create table open_room.mailbox_reading (
  tenant_id uuid not null,
  mailbox_id uuid not null,
  uid_validity bigint,
  last_uid bigint,
  -- Not read before this; moved ahead while a worker reads, so that one does at a time.
  next_at timestamptz not null default now(),
  begun_at timestamptz not null default now(),
  read_at timestamptz,
  fault text check (fault ~ '^[A-Z_]{1,40}$'),
  fault_at timestamptz,
  faults integer not null default 0,
  primary key (tenant_id, mailbox_id),
  foreign key (tenant_id, mailbox_id) references open_room.mailbox (tenant_id, mailbox_id) on delete cascade
);

-- An answer from a calendar is known by when the calendar wrote it (DTSTAMP): the same once more is none, an older one
-- neither. `asked_sequence`: what calendars answer to an earlier SEQUENCE of the meeting is an answer to another time.
alter table open_room.meeting_participant
  add column calendar_stamp timestamptz,
  add column asked_sequence integer not null default 0;
