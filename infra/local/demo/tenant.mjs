/**
 * What a demonstration tenant is told of (told.ts) becomes facts. The api's build turns those into rows (apps/api/src/demo).
 *
 * @import { DemoAgreement, DemoCadence, DemoGap, DemoKnowledge, DemoMeeting, DemoPlan, DemoTenant } from '../../../apps/api/src/demo/demo-facts.ts'
 * @import { Agreement, Area, Cadence, Gap, Knowledge, Meeting, Plan, Tenant } from './told.ts'
 */
import { addDays, dayOf, instantOf, weekdayFrom, weekdayNear } from './calendar.mjs';
import { identifier } from './identifier.mjs';
import { roundsOf } from './rounds.mjs';
import { registerOf } from './stakeholders.mjs';
import { tell } from './story.mjs';

const monthsBefore = (/** @type {Date} */ now, /** @type {number} */ months) =>
  months === 0 ? addDays(now, -1) : instantOf(weekdayNear(now, -months, 1), '09:00');

/** @type {(slug: string, key: string) => string} */
export const meetingId = (slug, key) => identifier(slug, 'meeting', key);

/** @type {(tenant: Tenant, now: Date) => DemoTenant} */
export const factsOf = ({ slug, name, kind, people, areas, meetings = [], rankings = [] }, now) => {
  const personId = (/** @type {string} */ key) => {
    if (!people.some((person) => person.key === key)) throw new Error(`nobody is called ${key} in ${slug}`);
    return identifier(slug, 'person', key);
  };
  const areaId = (/** @type {string} */ key) => identifier(slug, 'area', key);
  const levelOf = (/** @type {Area} */ area) => {
    let level = 1;
    for (let up = areas.find(({ key }) => key === area.parent); up; up = areas.find(({ key }) => key === up?.parent)) level += 1;
    return level;
  };

  /** @type {(plan: Plan, area: string | null) => DemoPlan} */
  const planFacts = (plan, area) => ({
    kind: plan.kind ?? 'AREA',
    durationMinutes: plan.long ?? 120,
    place: plan.place ?? null,
    purpose: plan.purpose ?? null,
    audience: plan.audience ?? null,
    process: plan.process ?? null,
    focus: plan.focus ?? null,
    series: plan.series ?? null,
    seriesId: plan.seriesKey ? identifier(slug, 'series', plan.seriesKey) : null,
    cancelReason: plan.cancelReason ?? null,
    agenda: (plan.agenda ?? []).map(({ title, minutes = null, by, done = false, outcome = null, carried = false }) => {
      return { title, minutes, responsible: by ? personId(by) : null, done, outcome, carried };
    }),
    participants: (plan.people ?? []).map(
      ({ who, name: other = null, organisation = null, email = null, invited, answer = null, calendar = false, came = null }) => {
        return {
          personId: who ? personId(who) : null,
          name: other,
          organisation,
          email,
          invited: invited ?? answer !== null,
          answer,
          fromCalendar: calendar,
          attended: came,
        };
      },
    ),
    minutes: plan.minutes ?? null,
    said: (plan.said ?? []).map(({ by, mark, agreement, ...told }) => ({
      ...told,
      by: personId(by),
      mark: mark && area ? { areaId: areaId(area), featureId: identifier(`${slug}/${area}`, mark) } : null,
      agreementId: agreement ? identifier(slug, 'agreement', agreement) : null,
    })),
    at: plan.at ?? null,
    undone: plan.undone ?? [],
  });

  /** @type {(meeting: Meeting, area?: string | null) => DemoMeeting} */
  const meetingFacts = ({ key, title, startsAt, state, openedAt, closedAt, readAfter = true, host, guests = [], ...plan }, area = null) => ({
    id: meetingId(slug, key),
    title,
    startsAt,
    state,
    openedAt: openedAt ?? null,
    closedAt: closedAt ?? null,
    readAfter,
    createdBy: personId(host),
    createdAt: addDays(startsAt < now ? startsAt : now, -21),
    guests: guests.map((guest, i) => ({ personId: personId(guest), joinedAt: new Date((openedAt ?? now).getTime() + i * 40_000) })),
    plan: planFacts(plan, area),
  });

  /** @type {(agreement: Agreement) => DemoAgreement} */
  const agreementFacts = ({ key, title, detail, by, responsible, takenOverFrom, meeting, made, due, became, report, reported }) => ({
    id: identifier(slug, 'agreement', key),
    checkId: identifier(slug, 'agreement', key, 'check'),
    meetingId: meeting ? meetingId(slug, meeting) : null,
    title,
    detail: detail ?? null,
    responsible: personId(responsible),
    takenOverFrom: takenOverFrom ? personId(takenOverFrom) : null,
    dueOn: weekdayFrom(now, due),
    state: became ?? 'OPEN',
    report: report ?? null,
    reportedAt: reported === undefined ? null : instantOf(weekdayFrom(now, reported), '14:20'),
    createdBy: personId(by),
    createdAt: instantOf(weekdayFrom(now, made), '10:10'),
  });

  /** @type {(cadence: Cadence) => DemoCadence} */
  const cadenceFacts = ({ key, title, kind, by, responsible, starts, done }) => ({
    id: identifier(slug, 'cadence', key),
    subjectId: identifier(slug, 'cadence', key, 'subject'),
    title,
    kind,
    startsOn: dayOf(addDays(now, starts)),
    responsible: personId(responsible),
    createdBy: personId(by),
    createdAt: instantOf(dayOf(addDays(now, starts)), '09:30'),
    done,
  });

  const at = (/** @type {number} */ day, /** @type {string} */ time) => instantOf(weekdayFrom(now, day), time);

  /** @type {(gap: Gap) => DemoGap} */
  const gapFacts = ({ key, question, by, made, place, assigned, due, answer, ended }) => ({
    id: identifier(slug, 'gap', key),
    checkId: identifier(slug, 'gap', key, 'check'),
    question,
    place: place ?? null,
    assignedTo: assigned ? personId(assigned) : null,
    dueOn: due === undefined ? null : weekdayFrom(now, due),
    answer: answer ?? null,
    endedAt: ended === undefined ? null : at(ended, '13:30'),
    createdBy: personId(by),
    createdAt: at(made, '09:20'),
  });

  /** @type {(item: Knowledge) => DemoKnowledge} */
  const knowledgeFacts = ({ key, title, text, by, made, due, watchedBy, seen, passedTo = [], closed }) => ({
    id: identifier(slug, 'knowledge', key),
    checkId: identifier(slug, 'knowledge', key, 'check'),
    title,
    text,
    seen: seen ? { by: personId(seen.by), at: at(seen.on, '08:40') } : null,
    passedTo: passedTo.map(personId),
    closed: closed ? { by: personId(closed.by), at: at(closed.on, '11:15'), reason: closed.reason } : null,
    watch: watchedBy && due !== undefined ? { by: personId(watchedBy), dueOn: weekdayFrom(now, due) } : null,
    createdBy: personId(by),
    createdAt: at(made, '10:30'),
  });

  return {
    id: identifier(slug, 'tenant'),
    slug,
    name,
    kind,
    createdAt: monthsBefore(now, 27),
    members: people.map((person) => ({
      id: personId(person.key),
      persona: person.persona ?? null,
      name: person.name,
      roles: person.roles,
      organisation: person.organisation ?? null,
      function: person.function ?? null,
      competence: person.competence ?? null,
      legalFramework: person.legalFramework ?? null,
      functionDescription: person.functionDescription ?? null,
      email: person.email ?? null,
      phone: person.phone ?? null,
      since: monthsBefore(now, person.since),
      endedAt: person.until === undefined ? null : monthsBefore(now, person.until),
    })),
    meetings: meetings.map((meeting) => meetingFacts(meeting)),
    areas: areas.map((area) => ({
      id: areaId(area.key),
      parentId: area.parent ? areaId(area.parent) : null,
      level: levelOf(area),
      name: area.name,
      description: area.description,
      restricted: area.restrictedTo !== undefined,
      namedMembers: (area.restrictedTo ?? []).map(personId),
      team: people.filter((person) => person.areas?.includes(area.key)).map(({ key }) => personId(key)),
      boundary: area.boundary,
      backdrop: area.backdrop ?? null,
      createdBy: personId(area.by),
      createdAt: monthsBefore(now, area.since),
      meetings: (area.meetings ?? []).map((meeting) => meetingFacts(meeting, area.key)),
      agreements: (area.agreements ?? []).map(agreementFacts),
      cadences: (area.cadences ?? []).map(cadenceFacts),
      gaps: (area.gaps ?? []).map(gapFacts),
      knowledge: (area.knowledge ?? []).map(knowledgeFacts),
      rounds: roundsOf(`${slug}/${area.key}`, area.rounds ?? [], { personId, meetingId: (key) => meetingId(slug, key), now }),
      edits: tell(`${slug}/${area.key}`, area.occasions ?? {}, area.marks ?? []).map(({ at, by, meetingId: meeting, edit }) => ({
        at,
        actorId: personId(by),
        meetingId: meeting,
        edit,
      })),
      ...registerOf(`${slug}/${area.key}`, area.stakeholders ?? [], area.relations ?? [], personId(area.by), personId, now),
    })),
    rankings: rankings.map(({ key, by, made, places }) => ({
      id: identifier(slug, 'ranking', key),
      createdBy: personId(by),
      createdAt: instantOf(weekdayFrom(now, made), '10:30'),
      places: places.map(([area, reason]) => ({ areaId: areaId(area), reason })),
    })),
  };
};
