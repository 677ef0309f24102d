-- A check on somebody's desk knows its item, and not the meeting.
create unique index run_sheet_item_by_id on open_room.run_sheet_item (tenant_id, item_id);
