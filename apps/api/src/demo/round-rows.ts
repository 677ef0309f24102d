/** The rows of a demonstration tenant's mapping rounds and rankings, and the checks that go along with a round under way. */
import { localDate, nextWorkingDay } from '@kvarter/cadence';
import { startOf } from '../follow-ups/reminder-days.js';
import type { DemoArea, DemoRound, DemoTenant } from './demo-facts.js';
import type { Row, Rows } from './demo-rows.js';

/** Meetings and members have to be there before. */
export function roundRows({ id: tenant_id, areas, rankings }: DemoTenant): Rows[] {
  const rankingRow = ({ id, createdBy, createdAt }: DemoTenant['rankings'][number]): Row => ({
    tenant_id,
    ranking_id: id,
    created_by: createdBy,
    created_at: createdAt,
  });
  return [
    ...areas.flatMap((area) => rowsOf(tenant_id, area)),
    ['open_room.area_ranking', rankings.map(rankingRow)],
    [
      'open_room.ranked_area',
      rankings.flatMap(({ id, places }) =>
        places.map(({ areaId, reason }, index): Row => ({ tenant_id, ranking_id: id, area_id: areaId, place: index + 1, reason })),
      ),
    ],
  ];
}

function rowsOf(tenant_id: string, { id: area_id, rounds }: DemoArea): Rows[] {
  const of = ({ id }: DemoRound) => ({ tenant_id, area_id, round_id: id });
  const prepared = rounds.flatMap((round) => round.preparations.map((preparation) => ({ round, preparation })));
  const listed = prepared.flatMap(({ preparation }) => preparation.items.map((item) => ({ preparation, item })));
  return [
    ['open_room.mapping_round', rounds.map((round): Row => ({ ...of(round), ...described(round) }))],
    [
      'open_room.round_step',
      rounds.flatMap((round) => round.steps.map(({ step, state, by, at }): Row => ({ ...of(round), step, state, changed_by: by, changed_at: at }))),
    ],
    [
      'open_room.round_milestone',
      rounds.flatMap((round) =>
        round.milestones.map(
          ({ id, name, dueOn, doneAt, doneBy }): Row => ({ ...of(round), milestone_id: id, name, due_on: dueOn, done_at: doneAt, done_by: doneBy }),
        ),
      ),
    ],
    ['open_room.round_meeting', rounds.flatMap((round) => round.meetings.map(({ meetingId, step }): Row => ({ ...of(round), meeting_id: meetingId, step })))],
    [
      'open_room.round_preparation',
      prepared.map(({ round, preparation: { id, step, personId, askedFor, dueOn, readyAt } }): Row => {
        const asked = { asked_for: askedFor, due_on: dueOn, ready_at: readyAt };
        return { ...of(round), preparation_id: id, step, person_id: personId, ...asked };
      }),
    ],
    [
      'open_room.preparation_item',
      listed.map(({ preparation, item: { id, kind, title, note, place, listedAt } }): Row => {
        const made = { created_by: preparation.personId, created_at: listedAt, version: 1 };
        return { tenant_id, area_id, item_id: id, preparation_id: preparation.id, kind, title, note, place, ...made };
      }),
    ],
    [
      'open_room.preparation_placement',
      listed.flatMap(({ item: { id, placed } }): Row[] =>
        placed
          ? [{ tenant_id, area_id, item_id: id, feature_id: placed.featureId, meeting_id: placed.meetingId, created_by: placed.by, created_at: placed.at }]
          : [],
      ),
    ],
    ['open_room.follow_up', rounds.flatMap((round) => checksOf(round).map((check): Row => ({ tenant_id, area_id, ...check })))],
  ];
}

function described({ name, targetGroups, localGroups, missingKnowledge, startsOn, endsOn, responsible, endingId, closedAt, createdAt }: DemoRound): Row {
  const told = { name, target_groups: targetGroups, local_groups: localGroups, missing_knowledge: missingKnowledge };
  const ended = { state: closedAt ? 'CLOSED' : 'UNDER_WAY', closed_at: closedAt, closed_by: closedAt && responsible };
  return { ...told, starts_on: startsOn, ends_on: endsOn, responsible, ending_id: endingId, ...ended, created_by: responsible, created_at: createdAt };
}

/** What is still to come of a round under way: its milestones and its end. */
function checksOf({ closedAt, milestones, name, endsOn, endingId, endingCheckId, responsible }: DemoRound): Row[] {
  if (closedAt) return [];
  const ahead = milestones.filter(({ doneAt }) => doneAt === null).map(({ id, checkId, name: title, dueOn }) => ({ id, checkId, title, dueOn }));
  return [...ahead, { id: endingId, checkId: endingCheckId, title: name, dueOn: endsOn }].map(({ id, checkId, title, dueOn }): Row => {
    const due = nextWorkingDay(localDate(dueOn));
    const subject = { follow_up_id: checkId, cadence_id: null, place: null, subject_type: 'ROUND', subject_id: id, title };
    return { ...subject, planned_on: dueOn, due_on: due, stands_for: 1, responsible, state: 'OPEN', remind_at: startOf(due), reminders: 0 };
  });
}
