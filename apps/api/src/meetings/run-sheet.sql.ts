import type { MeetingState } from './meeting.entity.js';
import type { RunSheetStage } from './run-sheet.type.js';

export interface RunSheetRow extends Record<string, unknown> {
  meetingId: string;
  id: string;
  stage: RunSheetStage;
  key: string | null;
  title: string | null;
  offsetDays: number;
  dueOn: string;
  responsible: string | null;
  done: boolean;
  doneAt: Date | null;
  state: MeetingState;
}

/** $1 tenant, $2 meetings: their items by when they are due. Primary key. */
export const runSheetsOf = `
  select i.meeting_id as "meetingId", i.item_id as id, i.stage, i.key, i.title, i.offset_days as "offsetDays", i.due_on::text as "dueOn",
         i.responsible, i.done_at is not null as done, i.done_at as "doneAt", m.state
  from open_room.run_sheet_item i join open_room.meeting m on m.tenant_id = i.tenant_id and m.meeting_id = i.meeting_id
  where i.tenant_id = $1 and i.meeting_id = any ($2::uuid[])
  order by i.meeting_id, array_position(array['BEFORE', 'DURING', 'AFTER'], i.stage), i.offset_days, i.item_id`;

/** $1 tenant, $2 meetings, $3 stages, $4 keys, $5 titles, $6 days from the meeting, $7 due days, $8 responsible; a line each. */
export const writeRunSheet = `
  insert into open_room.run_sheet_item (tenant_id, meeting_id, stage, key, title, offset_days, due_on, responsible)
  select $1, i.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::date[], $8::uuid[]) i`;

/** $1 tenant, $2 meeting, $3 items, $4 due days. Primary key. */
export const moveDueDays = `
  update open_room.run_sheet_item i set due_on = n.due_on from unnest($3::uuid[], $4::date[]) n (id, due_on)
  where i.tenant_id = $1 and i.meeting_id = $2 and i.item_id = n.id`;

/** $1 tenant, $2 meeting, $3 item, $4 done, $5 who: checked off, or open again. Primary key. */
export const checkOff = `
  update open_room.run_sheet_item set done_at = case when $4 then coalesce(done_at, now()) end, done_by = case when $4 then coalesce(done_by, $5) end
  where tenant_id = $1 and meeting_id = $2 and item_id = $3 returning item_id`;

/** $1 tenant, $2 meeting, $3 item, $4 who is responsible. Primary key. */
export const assign = 'update open_room.run_sheet_item set responsible = $4 where tenant_id = $1 and meeting_id = $2 and item_id = $3 returning item_id';

/** $1 tenant, $2 items. Index run_sheet_item_by_id. */
export const meetingsOfItems = `
  select item_id as id, meeting_id as "meetingId" from open_room.run_sheet_item where tenant_id = $1 and item_id = any ($2::uuid[])`;

/** $1 tenant, $2 item, $3 who: checked off on somebody's desk. Index run_sheet_item_by_id. */
export const checkOffItem = `
  update open_room.run_sheet_item set done_at = coalesce(done_at, now()), done_by = coalesce(done_by, $3) where tenant_id = $1 and item_id = $2`;

/** $1 tenant, $2 item, $3 due day. Index run_sheet_item_by_id. */
export const moveItem = 'update open_room.run_sheet_item set due_on = $3 where tenant_id = $1 and item_id = $2';

/** $1 tenant, $2 meeting, $3 item. Primary key. */
export const dropRunSheetItem = 'delete from open_room.run_sheet_item where tenant_id = $1 and meeting_id = $2 and item_id = $3 returning item_id';
