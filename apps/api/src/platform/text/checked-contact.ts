/** How somebody is reached, made clean and checked before it is kept. What was written is never said back. */
import type { FieldName } from '@kvarter/contract';
import { refuse } from '../graphql/errors.js';
import { checkedText } from './checked-text.js';

/** As columns hold them; an address is at most 254 characters long by RFC 5321. */
const limits = { email: 254, phone: 30 } as const;

/** An e-mail address, null where empty. Throws INVALID_INPUT naming the field. */
export function checkedEmail(given: unknown, field: FieldName = 'email'): string | null {
  const email = checkedText(given, field, limits.email);
  // Only sending a mail shows whether an address is one; this finds what was typed wrong.
  if (email !== null && !/^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/.test(email)) throw refuse('EMAIL_INVALID', {}, { field });
  return email;
}

/** A phone number as it was written, null where empty. Throws INVALID_INPUT naming the field. */
export function checkedPhone(given: unknown, field: FieldName = 'phone'): string | null {
  const phone = checkedText(given, field, limits.phone);
  if (phone !== null && !/^\+?(?:[ ()-]*\d){8,15}$/.test(phone)) throw refuse('PHONE_INVALID', {}, { field });
  return phone;
}
