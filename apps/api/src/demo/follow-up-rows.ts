/** The rows of what a demonstration tenant agreed and follows up, as the engine would have left them by today. */
import { createHash } from 'node:crypto';
import {
  addDays,
  addMonths,
  agreementReminders,
  type Check,
  instantOf,
  laterOf,
  type LocalDate,
  localDate,
  localDateOf,
  monthsAhead,
  nextWorkingDay,
  plan,
} from '@kvarter/cadence';
import { startOf } from '../follow-ups/reminder-days.js';
import type { DemoAgreement, DemoArea, DemoCadence, DemoTenant } from './demo-facts.js';
import type { Row, Rows } from './demo-rows.js';

/** Days that hold at least one weekly reminder, closed days and all. */
const overAWeek = 21;

/** A check, and the days before today on which somebody was reminded of it. */
interface Told {
  readonly check: Row & { readonly follow_up_id: string };
  readonly remindedOn: readonly LocalDate[];
}

export function followUpRows({ id: tenant_id, areas }: DemoTenant, today: LocalDate): Rows[] {
  const agreed = areas.flatMap((area) => area.agreements.map((agreement) => ({ area, agreement })));
  const followed = areas.flatMap((area) => area.cadences.map((cadence) => ({ area, cadence, checks: checksOf(cadence, today) })));
  const told = [
    ...agreed.map(({ area, agreement }) => checkOfAgreement(area, agreement, today)),
    ...followed.flatMap(({ area, cadence, checks }) => checks.map((check, index) => checkOfCadence(area, cadence, check, cadence.done[index] ?? null, today))),
  ];
  return [
    ['open_room.agreement', agreed.map(({ area, agreement }) => ({ tenant_id, ...agreementRow(area, agreement) }))],
    ['open_room.cadence', followed.map(({ area, cadence, checks }) => ({ tenant_id, ...cadenceRow(area, cadence, checks, today) }))],
    ['open_room.follow_up', told.map(({ check }) => ({ tenant_id, ...check }))],
    [
      'open_room.reminder',
      told.flatMap(({ check: { follow_up_id }, remindedOn }) =>
        remindedOn.map((day, index) => ({ tenant_id, follow_up_id, number: index + 1, escalated: false, at: startOf(day) })),
      ),
    ],
  ];
}

function agreementRow(area: DemoArea, agreement: DemoAgreement): Row {
  const { id, meetingId, title, detail, responsible, takenOverFrom, dueOn, state, report, reportedAt, createdBy, createdAt } = agreement;
  const made = { agreement_id: id, area_id: area.id, meeting_id: meetingId, title, detail, responsible, taken_over_from: takenOverFrom };
  return { ...made, due_on: dueOn, state, report, reported_at: reportedAt, created_by: createdBy, created_at: createdAt };
}

function cadenceRow(
  area: DemoArea,
  { id, subjectId, title, kind, startsOn, responsible, ...made }: DemoCadence,
  checks: readonly Check[],
  today: LocalDate,
): Row {
  const subject = { cadence_id: id, subject_type: 'INTERVENTION', subject_id: subjectId, area_id: area.id, title, kind, starts_on: startsOn, responsible };
  return {
    ...subject,
    last_place: checks.at(-1)?.index ?? 0,
    planned_through: addMonths(today, monthsAhead),
    created_by: made.createdBy,
    created_at: made.createdAt,
  };
}

/** All checks: those reported on one by one, one for all that were missed since, and those ahead. */
function checksOf({ kind, startsOn, done }: DemoCadence, today: LocalDate): Check[] {
  const start = localDate(startsOn);
  const through = addMonths(laterOf(start, today), monthsAhead);
  const reported = plan({ kind, startsOn: start, today: start, through }).slice(0, done.length);
  return [...reported, ...plan({ kind, startsOn: start, today, through, after: done.length })];
}

function checkOfAgreement(area: DemoArea, agreement: DemoAgreement, today: LocalDate): Told {
  const { id, checkId, title, responsible, takenOverFrom, state, report, reportedAt, createdAt } = agreement;
  const planned = localDate(agreement.dueOn);
  const subject = { cadence_id: null, place: null, subject_type: 'AGREEMENT', subject_id: id, area_id: area.id, title };
  const days = { planned_on: planned, due_on: nextWorkingDay(planned), stands_for: 1 };
  const closed = state === 'OPEN' ? null : { state: state === 'DONE' ? 'DONE' : 'SKIPPED', note: report, by: responsible, at: reportedAt };
  const remind = reminding(days.due_on, { since: localDateOf(reportedAt ?? createdAt), ahead: true, today });
  return told({ follow_up_id: checkId, ...subject, ...days, responsible, taken_over_from: takenOverFrom }, closed, remind);
}

function checkOfCadence(area: DemoArea, cadence: DemoCadence, check: Check, note: string | null, today: LocalDate): Told {
  const { id, subjectId, title, responsible } = cadence;
  const subject = { cadence_id: id, place: check.index, subject_type: 'INTERVENTION', subject_id: subjectId, area_id: area.id, title };
  const days = { planned_on: check.plannedOn, due_on: check.dueOn, stands_for: check.standsFor ?? 1 };
  const closed = note === null ? null : { state: 'DONE', note, by: responsible, at: instantOf(check.dueOn, '10:40') };
  const remind = reminding(check.dueOn, { since: check.dueOn, ahead: false, today });
  return told({ follow_up_id: derived(id, check.index), ...subject, ...days, responsible, taken_over_from: null }, closed, remind);
}

function told(
  check: Row & { readonly follow_up_id: string },
  closed: { state: string; note: string | null; by: string; at: Date | null } | null,
  { sent, next }: { sent: readonly LocalDate[]; next: LocalDate | null },
): Told {
  const open = closed === null;
  const ended = { state: closed?.state ?? 'OPEN', note: closed?.note ?? null, closed_by: closed?.by ?? null, closed_at: closed?.at ?? null };
  const remindedOn = open ? sent : [];
  return { check: { ...check, ...ended, remind_at: open && next ? startOf(next) : null, reminders: remindedOn.length }, remindedOn };
}

/** Which reminders have gone out, and when the next one does. */
function reminding(dueOn: LocalDate, { since, ahead, today }: { since: LocalDate; ahead: boolean; today: LocalDate }) {
  const days = agreementReminders(dueOn, addDays(laterOf(dueOn, today), overAWeek))
    .filter(({ to, kind, on }) => to === 'RESPONSIBLE' && (ahead || kind !== 'AHEAD') && on >= since)
    .map(({ on }) => on);
  return { sent: days.filter((day) => day < today), next: days.find((day) => day >= today) ?? null };
}

/** A check of a cadence has the same id at every seeding. */
function derived(cadenceId: string, place: number): string {
  const hex = createHash('sha256').update(`${cadenceId}/${place}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
