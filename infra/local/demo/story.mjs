/**
 * How marks come to be told: each has a first step, which creates it, and later ones, which change it.
 * The steps of an occasion happen one after the other in the time it lasted.
 *
 * @import { Geometry } from './drawing/frame.mjs'
 * @typedef {'ASSOCIATION' | 'INSTITUTION' | 'ENTHUSIAST' | 'PHYSICAL_PLACE' | 'SAFE_ZONE' | 'UNSAFE_ZONE' | 'GATHERING_SPOT' | 'CRIME_SPOT' | 'CONCERNING_MILIEU' | 'INTERVENTION' | 'NOTE'} Kind
 * @typedef {{ times?: ('DAY' | 'EVENING' | 'NIGHT' | 'WEEKEND')[], couldHelp?: string, group?: string, activity?: string, contribution?: string, audience?: string, openingHours?: string, consent?: boolean }} Details
 * @typedef {object} Step
 * @property {string} on the occasion
 * @property {string} by the member's key
 * @property {Kind} [kind]
 * @property {string} [name]
 * @property {string} [note]
 * @property {Geometry} [geometry]
 * @property {Details} [details]
 * @property {string | string[]} [says] in what capacity someone says so
 * @property {string} [confirms]
 * @property {string} [refutes]
 * @property {true} [removed] the mark is taken off
 * @property {true} [restored] the mark is put back
 * @typedef {{ key: string, steps: Step[] }} Mark
 * @typedef {{ start: Date, minutes: number, meetingId: string | null }} Occasion
 * @typedef {{ id: string, capacity: string, stance: 'SAYS' | 'CONFIRMS' | 'REFUTES', saidOn: string }} Voice
 * @typedef {{ editId: string, featureId: string, op: 'CREATE' | 'UPDATE' | 'REMOVE' | 'RESTORE', kind?: Kind, name?: string, note?: string, geometry?: Geometry, details?: Details, addVoices?: Voice[] }} ToldEdit
 * @typedef {{ at: Date, by: string, meetingId: string | null, edit: ToldEdit }} Told an edit, when, by whom (member's key), in which meeting
 */
import { addMinutes, dayOf } from './calendar.mjs';
import { identifier } from './identifier.mjs';

/** @type {(kind: Kind, key: string, name: string, geometry: Geometry | undefined, first: Step, ...later: Step[]) => Mark} */
export const mark = (kind, key, name, geometry, first, ...later) => ({ key, steps: [{ kind, name, geometry, ...first }, ...later] });

/** @type {(area: string, mark: Mark, step: Step, index: number, at: Date) => ToldEdit} */
const editOf = (area, { key }, step, index, at) => {
  const named = /** @type {const} */ ([
    ['SAYS', step.says],
    ['CONFIRMS', step.confirms],
    ['REFUTES', step.refutes],
  ]);
  const voices = named.flatMap(([stance, who]) => (who ? [who].flat().map((capacity) => ({ capacity, stance })) : []));
  const { kind, name, note, geometry, details } = step;
  return {
    editId: identifier(area, key, 'edit', String(index)),
    featureId: identifier(area, key),
    op: index === 0 ? 'CREATE' : step.removed ? 'REMOVE' : step.restored ? 'RESTORE' : 'UPDATE',
    ...(kind && { kind }),
    ...(name && { name }),
    ...(note && { note }),
    ...(geometry && { geometry }),
    ...(details && { details }),
    ...(voices.length > 0 && { addVoices: voices.map((voice, i) => ({ id: identifier(area, key, 'voice', `${index}.${i}`), saidOn: dayOf(at), ...voice })) }),
  };
};

/**
 * The edits of an area in the order they happened.
 * @param {string} area its key
 * @param {Record<string, Occasion>} occasions
 * @param {Mark[]} marks
 * @returns {Told[]}
 */
export const tell = (area, occasions, marks) => {
  const steps = marks.flatMap((its) => its.steps.map((step, index) => ({ its, step, index })));
  return Object.entries(occasions)
    .sort(([, a], [, b]) => a.start.getTime() - b.start.getTime())
    .flatMap(([name, { start, minutes, meetingId }]) => {
      const here = steps.filter(({ step }) => step.on === name);
      return here.map(({ its, step, index }, i) => {
        const at = addMinutes(start, (minutes * (i + 1)) / (here.length + 1));
        return { at, by: step.by, meetingId, edit: editOf(area, its, step, index, at) };
      });
    });
};
