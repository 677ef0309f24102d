/** Text that a person wrote, made clean and held against its limits before it is kept. */
import type { FieldName } from '@kvarter/contract';
import { cleanText, findCpr } from '@kvarter/geo';
import { refuse } from '../graphql/errors.js';

export const longestName = 120;
export const longestNote = 2_000;

/** A name or title: not empty, at most 120 characters, no CPR number (domain section 12.2). */
export function checkedName(given: unknown, field: FieldName = 'name'): string {
  const text = checkedText(given, field, longestName);
  if (text === null) throw field === 'name' ? refuse('NAME_EMPTY', {}, { field }) : refuse('FIELD_EMPTY', { field }, { field });
  return text;
}

/** Text that may be left out: cleaned, null where empty. Throws INVALID_INPUT naming the field. */
export function checkedText(given: unknown, field: FieldName, max: number): string | null {
  const text = typeof given === 'string' ? cleanText(given) : '';
  if (text.length > max) throw field === 'name' ? refuse('NAME_TOO_LONG', { max }, { field }) : refuse('TEXT_TOO_LONG', { field, max }, { field });
  if (findCpr(text)) throw refuse('CPR_NUMBER', { field }, { field });
  return text === '' ? null : text;
}
