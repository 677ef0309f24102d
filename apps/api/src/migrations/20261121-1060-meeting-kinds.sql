-- Beside the meeting round an area's map: the team's own, a network's, and a walk through the area. The first
-- two may concern no single area. What everybody has two weeks ahead (purpose, process, for whom, where) stands
-- on the meeting. `sequence` rises with each change that a calendar should show (RFC 5545, 3.8.7.4).
alter table open_room.meeting
  drop constraint meeting_kind_check,
  add constraint meeting_kind_check check (kind in ('AREA', 'TEAM', 'NETWORK', 'WALK')),
  alter column area_id drop not null,
  add constraint meeting_area_check check (area_id is not null or kind in ('TEAM', 'NETWORK')),
  drop constraint meeting_state_check,
  add constraint meeting_state_check check (state in ('PLANNED', 'OPEN', 'CLOSED', 'CANCELLED')),
  add column duration_minutes smallint not null default 120 check (duration_minutes between 15 and 720),
  add column place text check (length(place) between 1 and 200),
  add column purpose text check (length(purpose) between 1 and 2000),
  add column audience text check (length(audience) between 1 and 500),
  add column process text check (length(process) between 1 and 2000),
  add column focus text check (focus is null or (focus in ('RESOURCES', 'CHALLENGES') and kind in ('AREA', 'WALK'))),
  add column series text check (series in ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
  add column series_id uuid,
  add column sequence integer not null default 0,
  add column cancelled_at timestamptz,
  add column cancel_reason text check (length(cancel_reason) between 1 and 300),
  add constraint meeting_series_id_check check ((series is null) = (series_id is null));

create index meeting_by_series on open_room.meeting (tenant_id, series_id, starts_at) where series_id is not null;
create index meeting_by_start on open_room.meeting (tenant_id, starts_at);

-- One open meeting on an area's map: what is edited meanwhile belongs to it. The team's talk goes on beside it.
drop index open_room.meeting_open;
create unique index meeting_open on open_room.meeting (tenant_id, area_id) where state = 'OPEN' and kind in ('AREA', 'WALK');
