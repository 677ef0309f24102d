/**
 * Turns what is told of an area's mapping rounds into facts with ids and days.
 *
 * @import { Geometry } from './drawing/frame.mjs'
 * @import { Kind } from './story.mjs'
 * @typedef {'PURPOSE' | 'PREPARATION' | 'RESOURCES' | 'KEY_PEOPLE' | 'CHALLENGES' | 'FOLLOW_UP'} StepName
 * @typedef {'NOT_BEGUN' | 'UNDER_WAY' | 'DONE'} StepState
 * @typedef {'RESOURCES' | 'CHALLENGES'} MappingStep
 * @typedef {'YOUNGER_SIBLINGS' | 'FAMILIES' | 'STREET_ORIENTED_YOUNG' | 'FROM_CRIME_TO_EXTREMISM'} Group
 * @typedef {{ key: string, kind: Kind, title: string, note?: string, place?: Geometry, listed: number, placed?: { mark: string, meeting: string } }} Item `mark` is the key of what it became, in days `listed` from the seeding
 * @typedef {{ by: string, step: MappingStep, asked?: { meeting: string, due: number }, ready?: number, items: Item[] }} Preparation
 * @typedef {{ key: string, name: string, due: number, done?: number, doneBy?: string }} Milestone
 * @typedef {{ key: string, name: string, groups: Group[], local?: string[], missing?: string, starts: number, ends: number, closed?: number, by: string,
 *   steps: Partial<Record<StepName, [state: StepState, by: string, at: number]>>, milestones: Milestone[], meetings: Record<string, MappingStep>, prepared: Preparation[] }} Round
 *
 * @typedef {{ id: string, kind: Kind, title: string, note: string | null, place: Geometry | null, listedAt: Date, placed: { featureId: string, meetingId: string, by: string, at: Date } | null }} ItemFacts
 * @typedef {{ id: string, personId: string, step: MappingStep, askedFor: string | null, dueOn: string | null, readyAt: Date | null, items: ItemFacts[] }} PreparationFacts
 * @typedef {{ id: string, endingId: string, endingCheckId: string, name: string, targetGroups: Group[], localGroups: string[], missingKnowledge: string | null, startsOn: string, endsOn: string, closedAt: Date | null, responsible: string, createdAt: Date,
 *   steps: { step: StepName, state: StepState, by: string | null, at: Date | null }[],
 *   milestones: { id: string, checkId: string, name: string, dueOn: string, doneAt: Date | null, doneBy: string | null }[],
 *   meetings: { meetingId: string, step: MappingStep }[], preparations: PreparationFacts[] }} RoundFacts
 */
import { addDays, dayOf, instantOf, weekdayFrom } from './calendar.mjs';
import { identifier } from './identifier.mjs';

/** @type {StepName[]} */
const steps = ['PURPOSE', 'PREPARATION', 'RESOURCES', 'KEY_PEOPLE', 'CHALLENGES', 'FOLLOW_UP'];

/**
 * @param {string} area its key, with the tenant's
 * @param {Round[]} rounds
 * @param {{ personId: (key: string) => string, meetingId: (key: string) => string, now: Date }} known
 * @returns {RoundFacts[]}
 */
export const roundsOf = (area, rounds, { personId, meetingId, now }) => {
  const at = (/** @type {number} */ days, clock = '11:20') => instantOf(weekdayFrom(now, days), clock);
  return rounds.map(({ key, name, groups, local = [], missing, starts, ends, closed, by, milestones, meetings, prepared, ...told }) => {
    const id = (/** @type {string[]} */ ...path) => identifier(area, 'round', key, ...path);
    return {
      id: id(),
      endingId: id('ending'),
      endingCheckId: id('ending', 'check'),
      name,
      targetGroups: groups,
      localGroups: local,
      missingKnowledge: missing ?? null,
      startsOn: dayOf(addDays(now, starts)),
      endsOn: weekdayFrom(now, ends),
      closedAt: closed === undefined ? null : at(closed),
      responsible: personId(by),
      createdAt: at(starts, '09:40'),
      steps: steps.map((step) => {
        const [state, who, day] = told.steps[step] ?? ['NOT_BEGUN', null, null];
        return { step, state, by: who && personId(who), at: day === null ? null : at(day) };
      }),
      milestones: milestones.map(({ key: one, name: reached, due, done, doneBy }) => ({
        id: id('milestone', one),
        checkId: id('milestone', one, 'check'),
        name: reached,
        dueOn: weekdayFrom(now, due),
        doneAt: done === undefined ? null : at(done),
        doneBy: doneBy === undefined ? null : personId(doneBy),
      })),
      meetings: Object.entries(meetings).map(([meeting, step]) => ({ meetingId: meetingId(meeting), step })),
      preparations: prepared.map(({ by: who, step, asked, ready, items }) => ({
        id: id('preparation', who, step),
        personId: personId(who),
        step,
        askedFor: asked ? meetingId(asked.meeting) : null,
        dueOn: asked ? dayOf(addDays(now, asked.due)) : null,
        readyAt: ready === undefined ? null : at(ready, '15:10'),
        items: items.map(({ key: one, kind, title, note, place, listed, placed }) => ({
          id: id('item', who, one),
          kind,
          title,
          note: note ?? null,
          place: place ?? null,
          listedAt: at(listed, '13:30'),
          placed: placed
            ? { featureId: identifier(area, placed.mark), meetingId: meetingId(placed.meeting), by: personId(who), at: at(listed + 8, '17:05') }
            : null,
        })),
      })),
    };
  });
};
