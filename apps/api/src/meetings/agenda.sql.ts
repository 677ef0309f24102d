import type { AgendaItem } from './agenda.type.js';

export type AgendaRow = AgendaItem & { meetingId: string } & Record<string, unknown>;

const item = `meeting_id as "meetingId", item_id as id, title, minutes, responsible, done_at is not null as done, outcome, carried_from is not null as carried, agreement_id as "agreementId"`;

/** $1 tenant, $2 meetings: their items in order. Primary key. */
export const itemsOf = `select ${item} from open_room.agenda_item where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by meeting_id, place, item_id`;

/** $1 tenant, $2 meeting, $3 the items to keep: all others go. Primary key. */
export const dropOthers = `delete from open_room.agenda_item where tenant_id = $1 and meeting_id = $2 and item_id <> all ($3::uuid[])`;

/** $1 tenant, $2 meeting, $3 ids, $4 titles, $5 minutes, $6 responsible: written in this order, new ones and old ones. Primary key. */
export const writeItems = `
  insert into open_room.agenda_item as a (tenant_id, meeting_id, item_id, place, title, minutes, responsible)
  select $1, $2, i.id, i.place, i.title, i.minutes, i.responsible
  from unnest($3::uuid[], $4::text[], $5::smallint[], $6::uuid[]) with ordinality as i (id, title, minutes, responsible, place)
  on conflict (tenant_id, meeting_id, item_id) do update
    set place = excluded.place, title = excluded.title, minutes = excluded.minutes, responsible = excluded.responsible`;

/** $1 tenant, $2 meeting, $3 item, $4 done, $5 outcome: what came of it. Primary key. */
export const finishItem = `
  update open_room.agenda_item set done_at = case when $4 then coalesce(done_at, now()) end, outcome = $5
  where tenant_id = $1 and meeting_id = $2 and item_id = $3 returning item_id`;

/**
 * $1 tenant, $2 from a meeting, $3 to a later one: what was left open goes on, after what stands there, once, up to
 * the fifty items an agenda holds. Primary key.
 */
export const carryOver = `
  insert into open_room.agenda_item (tenant_id, meeting_id, item_id, place, title, minutes, responsible, carried_from)
  select $1, $3, gen_random_uuid(), there.last + row_number() over (order by o.place, o.item_id), o.title, o.minutes, o.responsible, o.item_id
  from open_room.agenda_item o,
       (select coalesce(max(place), 0) as last, coalesce(array_agg(carried_from), '{}') as carried
        from open_room.agenda_item where tenant_id = $1 and meeting_id = $3) there
  where o.tenant_id = $1 and o.meeting_id = $2 and o.done_at is null and (o.item_id = any (there.carried)) is not true
  order by o.place limit (select greatest(0, 50 - coalesce(max(place), 0)) from open_room.agenda_item where tenant_id = $1 and meeting_id = $3)`;
