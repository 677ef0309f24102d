/** Text that a person wrote, made clean and held against its limits before it is kept. */
import type { FieldName } from '@kvarter/contract';
import { checkText, textLimits } from '@kvarter/geo';
import { refuse } from '../graphql/errors.js';

/** A name or title: not empty, at most 120 characters, no CPR number (domain section 12.2). Throws INVALID_INPUT naming the field. */
export function checkedName(given: unknown, field: FieldName = 'name'): string {
  return checked(given, field, textLimits.name, true) ?? '';
}

/** Text that may be left out: cleaned, null where empty. Throws INVALID_INPUT naming the field. */
export const checkedText = (given: unknown, field: FieldName, max: number): string | null => checked(given, field, max, false);

function checked(given: unknown, field: FieldName, max: number, required: boolean): string | null {
  const { text, fault } = checkText(given, { field, max, required });
  if (fault) throw refuse(fault.reason, fault.params, { field });
  return text;
}
