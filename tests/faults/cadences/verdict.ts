/** What lies in the database, held against the model, row by row. */
import type { Client } from 'pg';
import { type Day, dayOf, isOpen, type Moment, momentOf, textOf, textOfMoment } from './days.js';
import type { ModelCheck } from './model.js';
import type { Municipality } from './municipality.js';

export interface Verdict {
  /** Each a sentence; empty where all is well. */
  readonly faults: string[];
  readonly followUps: number;
  readonly reminders: number;
  readonly mails: number;
}

interface CheckRow {
  id: string;
  subject: string;
  cadence: string | null;
  place: number;
  planned: string;
  due: string;
  standsFor: number;
  state: string;
  reminders: number;
  remindAt: Date | null;
  escalated: boolean;
}

interface MailRow {
  key: string;
  person: string;
  followUpId: string;
  notBefore: Date;
  state: string;
  kind: string;
}

const most = 30;

export async function verdictOn({ world, tenantId, cadences }: Municipality): Promise<Verdict> {
  const faults: string[] = [];
  const fault = (text: string) => void (faults.length < most && faults.push(text));
  const rows = await checksIn(world.admin, tenantId);
  const reminders = await remindersIn(world.admin, tenantId);
  const { mails, count: mailCount } = await mailsIn(world.admin, tenantId, fault);

  const expected = new Map<string, ModelCheck>(
    cadences.flatMap((cadence) => [...cadence.checks.values()].map((check) => [`${cadence.subjectId}/${check.place}`, check])),
  );
  const seen = new Set<string>();
  const planned = new Set<string>();
  for (const row of rows) {
    const name = `${row.subject}/${row.place}`;
    const check = expected.get(name);
    if (!check) fault(`${name} of ${row.planned} should not be there`);
    if (seen.has(name) || planned.has(`${row.subject}/${row.planned}`)) fault(`${name} of ${row.planned} is there twice`);
    if (!isOpen(dayOf(row.due))) fault(`${name} is due on ${row.due}, no working day`);
    seen.add(name);
    planned.add(`${row.subject}/${row.planned}`);
    if (!check) continue;
    const is = described(row, reminders.get(row.id) ?? [], mails.get(row.id) ?? []);
    const ought = wanted(check);
    if (is !== ought) fault(`${name} (${check.cadence.kind}, ${check.cadence.subjectType}) is\n  ${is}\nand not\n  ${ought}`);
  }
  for (const [name, { planned: on }] of expected) if (!seen.has(name)) fault(`${name} of ${textOf(on)} is missing`);
  return { faults, followUps: rows.length, reminders: [...reminders.values()].reduce((sum, { length }) => sum + length, 0), mails: mailCount };
}

const dayStart = (day: Day): Moment => momentOf(day, 0);

function wanted(check: ModelCheck): string {
  const { planned, due, standsFor, state, remindOn, escalated, told } = check;
  const next = state === 'OPEN' ? textOfMoment(dayStart(remindOn)) : '-';
  return [
    `${textOf(planned)} ${textOf(due)} x${standsFor} ${state} next ${next} ${escalated} ${told.length}`,
    ...told.map(({ at, escalated: up }, index) => `${index + 1} ${textOfMoment(at)} ${up}`),
    ...told.flatMap(({ people, notBefore }, index) => people.map((person) => `${index + 1}/${person} ${textOfMoment(notBefore)}`).sort()),
  ].join(' | ');
}

function described(row: CheckRow, reminders: readonly string[], mails: readonly string[]): string {
  const { planned, due, standsFor, state, remindAt, escalated, reminders: count } = row;
  return [`${planned} ${due} x${standsFor} ${state} next ${remindAt?.toISOString() ?? '-'} ${escalated} ${count}`, ...reminders, ...mails].join(' | ');
}

async function checksIn(admin: Client, tenantId: string): Promise<CheckRow[]> {
  const { rows } = await admin.query<CheckRow>(
    `select follow_up_id as id, subject_id as subject, cadence_id as cadence, place, planned_on::text as planned, due_on::text as due,
       stands_for as "standsFor", state, reminders, remind_at as "remindAt", escalated_at is not null as escalated
     from open_room.follow_up where tenant_id = $1`,
    [tenantId],
  );
  return rows;
}

async function remindersIn(admin: Client, tenantId: string): Promise<Map<string, string[]>> {
  const { rows } = await admin.query<{ id: string; number: number; escalated: boolean; at: Date }>(
    'select follow_up_id as id, number, escalated, at from open_room.reminder where tenant_id = $1 order by follow_up_id, number',
    [tenantId],
  );
  const all = new Map<string, string[]>();
  for (const { id, number, escalated, at } of rows) listOf(all, id).push(`${number} ${at.toISOString()} ${escalated}`);
  return all;
}

async function mailsIn(admin: Client, tenantId: string, fault: (text: string) => void) {
  const { rows } = await admin.query<MailRow>(
    `select key, person_id as person, ids ->> 'followUpId' as "followUpId", not_before as "notBefore", state, kind from open_room.outbox where tenant_id = $1`,
    [tenantId],
  );
  const byCheck = new Map<string, { number: number; text: string }[]>();
  for (const { key, person, followUpId, notBefore, state, kind } of rows) {
    const [, id = '', number = '', to = ''] = /^reminder\/([^/]+)\/(\d+)\/([^/]+)$/.exec(key) ?? [];
    if (id !== followUpId || to !== person || state !== 'WAITING' || kind !== 'follow-ups.reminder') fault(`the mail ${key} is none of ours`);
    listOf(byCheck, id).push({ number: Number(number), text: `${number}/${to} ${notBefore.toISOString()}` });
  }
  const mails = new Map([...byCheck].map(([id, some]) => [id, some.sort((a, b) => a.number - b.number || (a.text < b.text ? -1 : 1)).map(({ text }) => text)]));
  return { mails, count: rows.length };
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}
