import type { Fault } from '@kvarter/contract';
import { isFeatureKind } from './feature-kinds.js';
import { checkText } from './free-text.js';
import { checkGeometry } from './geometry-check.js';
import { type EditInput, mapEditOps } from './map-edit.js';
import { detailKeys, timesOfDay, type Voice, voiceStances } from './map-feature.js';
import { detailLimits, textLimits } from './text-limits.js';

/** An edit with its texts cleaned and its geometry plain, ready for `decide`, and what is wrong with it (path = field). */
export interface CheckedEdit {
  readonly edit: EditInput;
  readonly faults: readonly Fault[];
}

type Details = NonNullable<EditInput['details']>;

/**
 * Checks an edit by itself: text limits, CPR numbers, geometry, and values of their type. What depends on
 * the feature it meets (details of another kind, versions) is for `decide`. REMOVE and RESTORE carry no fields:
 * such are dropped.
 */
export function checkEdit(input: EditInput): CheckedEdit {
  const { editId, featureId, baseVersion, op } = input;
  const bare = { editId, featureId, baseVersion, op };
  const faults: Fault[] = [];
  if (!Number.isSafeInteger(baseVersion) || baseVersion < 0 || !mapEditOps.includes(op)) {
    return { edit: bare, faults: [{ reason: 'VALUE_INVALID', params: { field: 'version' }, path: 'baseVersion' }] };
  }
  if (op === 'REMOVE' || op === 'RESTORE') return { edit: bare, faults };
  const edit = {
    ...bare,
    ...checkKind(input, faults),
    ...checkName(input, faults),
    ...checkNote(input, faults),
    ...checkPlace(input, faults),
    ...checkDetails(input, faults),
    ...checkVoices(input, faults),
  };
  return { edit, faults };
}

function checkKind({ op, kind }: EditInput, faults: Fault[]): Pick<EditInput, 'kind'> {
  if (kind === undefined && op !== 'CREATE') return {};
  if (isFeatureKind(kind)) return { kind };
  faults.push(
    kind == null ? { reason: 'FIELD_EMPTY', params: { field: 'kind' }, path: 'kind' } : { reason: 'VALUE_INVALID', params: { field: 'kind' }, path: 'kind' },
  );
  return {};
}

function checkName({ op, name }: EditInput, faults: Fault[]): Pick<EditInput, 'name'> {
  if (name === undefined && op !== 'CREATE') return {};
  const { text, fault } = checkText(name, { field: 'name', max: textLimits.name, required: true });
  if (fault) faults.push(fault);
  return { name: text };
}

function checkNote({ note }: EditInput, faults: Fault[]): Pick<EditInput, 'note'> {
  if (note === undefined) return {};
  const { text, fault } = checkText(note, { field: 'note', max: textLimits.note });
  if (fault) faults.push(fault);
  return { note: text };
}

function checkPlace({ geometry }: EditInput, faults: Fault[]): Pick<EditInput, 'geometry'> {
  if (geometry === undefined || geometry === null) return { geometry };
  const check = checkGeometry(geometry);
  if (check.ok) return { geometry: check.geometry };
  faults.push({ ...check.fault, path: check.fault.path ? `geometry.${check.fault.path}` : 'geometry' });
  return {};
}

function checkDetails({ details }: EditInput, faults: Fault[]): Pick<EditInput, 'details'> {
  if (details === undefined || details === null) return { details };
  const clean: { -readonly [Key in keyof Details]: Details[Key] } = {};
  for (const field of detailKeys) {
    const path = `details.${field}`;
    const value = details[field];
    if (value === undefined) continue;
    if (field === 'times') {
      if (value === null || (Array.isArray(value) && value.every((time) => timesOfDay.includes(time)))) {
        const times = timesOfDay.filter((time) => (value as readonly string[] | null)?.includes(time));
        clean.times = times.length > 0 ? times : null;
      } else faults.push({ reason: 'VALUE_INVALID', params: { field }, path });
    } else if (field === 'consent') {
      if (value === null || typeof value === 'boolean') clean.consent = value;
      else faults.push({ reason: 'VALUE_INVALID', params: { field }, path });
    } else {
      const { text, fault } = checkText(value, { field, max: detailLimits[field], path });
      if (fault) faults.push(fault);
      clean[field] = text;
    }
  }
  return { details: clean };
}

function checkVoices({ addVoices, withdrawVoices }: EditInput, faults: Fault[]): Pick<EditInput, 'addVoices' | 'withdrawVoices'> {
  const added = addVoices?.map(({ id, capacity, stance, saidOn }, index): Voice => {
    const path = `addVoices[${index}]`;
    const { text, fault } = checkText(capacity, { field: 'capacity', max: textLimits.capacity, required: true, path: `${path}.capacity` });
    if (fault) faults.push(fault);
    if (!voiceStances.includes(stance)) faults.push({ reason: 'VALUE_INVALID', params: { field: 'stance' }, path: `${path}.stance` });
    if (!isDate(saidOn)) faults.push({ reason: 'VALUE_INVALID', params: { field: 'saidOn' }, path: `${path}.saidOn` });
    return { id, capacity: text ?? '', stance, saidOn };
  });
  return { ...(added && { addVoices: added }), ...(withdrawVoices && { withdrawVoices }) };
}

/** Whether a text is a day that exists, written 2026-05-14. */
function isDate(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
