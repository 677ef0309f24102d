/** The rows that belong to a demonstration's meetings: agenda, who is to come, the run sheet as far as it would be done by now, minutes. */
import { randomUUID } from 'node:crypto';
import { MeetingKind } from '../meetings/meeting.entity.js';
import { templatesFor } from '../meetings/run-sheet.catalogue.js';
import { dueOn } from '../meetings/run-sheet.rules.js';
import type { DemoMeeting, DemoTenant } from './demo-facts.js';
import type { Row, Rows } from './demo-rows.js';

/** What a meeting's own row has beside what every one has. Keys are column names. */
export const planColumns = ({ plan }: DemoMeeting): Row => ({
  kind: plan.kind,
  duration_minutes: plan.durationMinutes,
  place: plan.place,
  purpose: plan.purpose,
  audience: plan.audience,
  process: plan.process,
  focus: plan.focus,
  series: plan.series,
  series_id: plan.seriesId,
  cancel_reason: plan.cancelReason,
  phase: plan.at?.phase ?? null,
  question: plan.at?.question ?? 0,
});

/** What was said stands on marks and has become agreements, so its rows come after theirs. */
export const saidRows = ({ id: tenant_id, areas, meetings }: DemoTenant): Rows[] => [
  [
    'open_room.meeting_outcome',
    [...areas.flatMap((area) => area.meetings), ...meetings].flatMap(({ id, startsAt, plan }) =>
      plan.said.map(({ by, phase, question, text, after, mark, agreementId }) => {
        const about = { area_id: mark?.areaId ?? null, feature_id: mark?.featureId ?? null, agreement_id: agreementId };
        const when = { created_by: by, created_at: new Date(startsAt.getTime() + after * 60_000) };
        return { tenant_id, outcome_id: randomUUID(), meeting_id: id, phase, question, text, ...about, ...when };
      }),
    ),
  ],
];

export function meetingRows(tenant_id: string, meetings: readonly DemoMeeting[], seededAt: Date): Rows[] {
  const of = (rows: (meeting: DemoMeeting) => readonly Row[]): Row[] =>
    meetings.flatMap((meeting) => rows(meeting).map((row) => ({ tenant_id, meeting_id: meeting.id, ...row })));
  return [
    ['open_room.agenda_item', of((meeting) => agendaRows(meeting))],
    ['open_room.meeting_participant', of((meeting) => participantRows(meeting))],
    ['open_room.run_sheet_item', of((meeting) => runSheetRows(meeting, seededAt))],
    ['open_room.meeting_minutes', of((meeting) => minutesRows(meeting, seededAt))],
  ];
}

const agendaRows = ({ plan }: DemoMeeting): Row[] =>
  plan.agenda.map(({ title, minutes, responsible, done, outcome, carried }, index) => {
    const told = { title, minutes, responsible, outcome, carried_from: carried ? randomUUID() : null };
    return { item_id: randomUUID(), place: index + 1, ...told, done_at: done ? new Date(0) : null };
  });

const participantRows = ({ plan, createdBy, createdAt }: DemoMeeting): Row[] =>
  plan.participants.map(({ personId, name, organisation, email, invited, answer, fromCalendar, attended }) => {
    const who = { person_id: personId, name, organisation, email, added_by: createdBy, added_at: createdAt };
    const answered = { answer, answered_at: answer ? createdAt : null, calendar_stamp: answer && fromCalendar ? createdAt : null };
    return { participant_id: randomUUID(), ...who, invited_at: invited ? createdAt : null, ...answered, attended };
  });

/** What was due is done, but for what the story lets slip; of a meeting that is over, all that belongs before it. */
const runSheetRows = ({ plan, startsAt, state, createdBy }: DemoMeeting, seededAt: Date): Row[] =>
  templatesFor(MeetingKind[plan.kind]).map(({ key, stage, days }) => {
    const due = dueOn(startsAt, { key, offsetDays: days });
    const passed = due < seededAt.toISOString().slice(0, 10) || (stage === 'BEFORE' && state !== 'PLANNED');
    const done = passed && !plan.undone.includes(key);
    const when = { done_at: done ? new Date(`${due}T10:00:00Z`) : null, done_by: done ? createdBy : null };
    return { item_id: randomUUID(), stage, key, offset_days: days, due_on: due, responsible: createdBy, ...when };
  });

const minutesRows = ({ plan, createdBy, closedAt }: DemoMeeting, seededAt: Date): Row[] =>
  plan.minutes === null ? [] : [{ text: plan.minutes, version: 1, written_by: createdBy, written_at: closedAt ?? seededAt }];
