-- Mails to be sent: whom, what about, when. What a mail says is written when it is sent, so nothing of it is
-- kept; `ids` holds ids, numbers, dates and words of ours, never text by people.
create table open_room.outbox (
  tenant_id uuid not null references open_room.tenant,
  mail_id uuid not null default gen_random_uuid(),
  key text not null check (key ~ '^[A-Za-z0-9][A-Za-z0-9./:_-]{0,199}$'),
  kind text not null check (kind ~ '^[a-z][a-z0-9.-]{0,59}$'),
  -- A member, or somebody outside by their address.
  person_id uuid,
  address text check (length(address) between 3 and 254 and address ~ '^[^[:cntrl:][:space:]<>]+$'),
  address_name text check (length(address_name) <= 120 and address_name !~ '[[:cntrl:]]'),
  ids jsonb not null default '{}' check (
    jsonb_typeof(ids) = 'object'
    and not jsonb_path_exists(ids, '$.* ? (@.type() != "string"
      || !(@ like_regex "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9]{1,6}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[A-Z][A-Z_]{0,39})$"))')
  ),
  -- Not sent before this; moved ahead by every try, so that a mail whose worker died comes again.
  not_before timestamptz not null default now(),
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED', 'DROPPED')),
  attempts integer not null default 0,
  -- Handed to the mail server without its answer being known: more than none is rare, more than one nearly never.
  handovers integer not null default 0,
  -- Of the message it goes in, together with others perhaps; kept for another try, so that a server knows it again.
  message_id uuid,
  error text check (error ~ '^[A-Z0-9_. ]{1,60}$'),
  created_by uuid default nullif(current_setting('kvarter.person', true), '')::uuid,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (tenant_id, mail_id),
  unique (tenant_id, key),
  foreign key (tenant_id, person_id) references open_room.membership (tenant_id, person_id),
  check (num_nonnulls(person_id, address) = 1 or (state <> 'WAITING' and num_nonnulls(person_id, address) = 0))
);
create index outbox_due on open_room.outbox (tenant_id, not_before) where state = 'WAITING';
create index outbox_by_person on open_room.outbox (tenant_id, person_id, created_at);
create index outbox_failed on open_room.outbox (tenant_id, created_at) where state = 'FAILED';

-- What a member wants of mails. No row: each mail by itself, in Danish, all of them.
create table open_room.mail_preference (
  tenant_id uuid not null,
  person_id uuid not null,
  digest text not null default 'EACH' check (digest in ('EACH', 'DAILY', 'WEEKLY')),
  muted text[] not null default '{}' check (cardinality(muted) <= 200),
  locale text not null default 'da' check (locale in ('da', 'en')),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references open_room.membership (tenant_id, person_id)
);

-- Somebody outside who wants no more mails of a kind; known by a keyed hash of the address alone.
create table open_room.mail_stop (
  tenant_id uuid not null references open_room.tenant,
  address_hash bytea not null,
  kind text not null,
  stopped_at timestamptz not null default now(),
  primary key (tenant_id, address_hash, kind)
);
