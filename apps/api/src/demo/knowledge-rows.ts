/** The rows of what a demonstration tenant's team wants to find out, and of what was handed in to its coordinators. */
import { addDays, localDate, localDateOf, nextWorkingDay } from '@kvarter/cadence';
import { startOf } from '../follow-ups/reminder-days.js';
import type { DemoArea, DemoGap, DemoKnowledge, DemoTenant } from './demo-facts.js';
import type { Row, Rows } from './demo-rows.js';

export const knowledgeRows = ({ id: tenant_id, areas }: DemoTenant): Rows[] =>
  areas.flatMap((area): Rows[] => [
    ['open_room.knowledge_gap', area.gaps.map((gap) => ({ tenant_id, area_id: area.id, ...gapRow(gap) }))],
    ['open_room.knowledge_item', area.knowledge.map((item) => ({ tenant_id, area_id: area.id, ...itemRow(item) }))],
    ['open_room.follow_up', checksOf(area).map((check) => ({ tenant_id, area_id: area.id, ...check }))],
  ]);

function gapRow({ id, question, place, assignedTo, dueOn, answer, endedAt, createdBy, createdAt }: DemoGap): Row {
  const ended = { state: answer === null ? 'OPEN' : 'ANSWERED', answer, ended_at: endedAt, ended_by: endedAt && createdBy };
  const asked = { gap_id: id, kind: 'OTHER', found_by: 'HAND', question, ...placeOf(place) };
  return { ...asked, assigned_to: assignedTo, due_on: dueOn, ...ended, created_by: createdBy, created_at: createdAt };
}

function itemRow({ id, title, text, seen, passedTo, closed, createdBy, createdAt }: DemoKnowledge): Row {
  const handedIn = { item_id: id, title, text, remind_on: nextWorkingDay(addDays(localDateOf(createdAt), 2)), created_by: createdBy, created_at: createdAt };
  const looked = { seen_at: seen?.at ?? null, seen_by: seen?.by ?? null, passed_to: passedTo, passed_at: passedTo.length > 0 ? seen?.at : null };
  const ended = { outcome: closed && 'CLOSED', reason: closed?.reason ?? null, settled_at: closed?.at ?? null, settled_by: closed?.by ?? null };
  return { ...handedIn, ...looked, ...ended };
}

/** A question that is somebody's has a check, and so has what no coordinator has seen. */
function checksOf({ gaps, knowledge }: DemoArea): Row[] {
  const check = (id: string, subject: object, day: string, responsible: string): Row => {
    const due = nextWorkingDay(localDate(day));
    return { follow_up_id: id, ...subject, planned_on: day, due_on: due, responsible, remind_at: startOf(due) };
  };
  return [
    ...gaps.flatMap(({ id, checkId, question, assignedTo, dueOn }) =>
      assignedTo && dueOn ? [check(checkId, { subject_type: 'GAP', subject_id: id, title: question }, dueOn, assignedTo)] : [],
    ),
    ...knowledge.flatMap(({ id, checkId, watch }) =>
      watch ? [check(checkId, { subject_type: 'KNOWLEDGE', subject_id: id, title: null }, watch.dueOn, watch.by)] : [],
    ),
  ];
}

const placeOf = (place: unknown): Row => ({ place, place_json: place && JSON.stringify(place) });
