import type { Fault, FieldName } from '@kvarter/contract';

/**
 * Text as it is stored: composed letters (Unicode NFC), no control or invisible format characters but
 * line breaks and what joins letters and emoji, no white space at the ends.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200c\u200d]+/g, (joiners, at: number) => (besideDigit(text, at, at + joiners.length) ? '' : joiners))
    .replace(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, (character) => (character === '\t' ? ' ' : ''))
    // Sorting the accents of one letter takes the square of their number; 30 is the limit of Unicode's stream-safe text.
    .replace(/(\p{M}{30})\p{M}+/gu, '$1')
    .normalize('NFC')
    .trim();

/** Joiners belong between letters or emoji; beside a digit they only hide it. */
const besideDigit = (text: string, start: number, end: number): boolean => /\p{Nd}/u.test(text.charAt(start - 1) + text.charAt(end));

/**
 * Where a text holds something that reads like a Danish civil registration number: ddmmyy and four digits,
 * together or apart by a dash or space, with a day and month that exist (60 is added to the day in
 * numbers given for the time being). Null where there is none.
 */
export function findCpr(text: string): { readonly start: number; readonly end: number } | null {
  // Full-width and Arabic digits: all their rows begin at a multiple of 16, as the plain one does.
  const plain = text.replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const written =
    /(?<!\d)(?:(\d{2})(\d{2})(\d{2})\s{0,3}[-\u2010-\u2015\u2212]?\s{0,3}\d{4}|(\d{2})[ ./](\d{2})[ ./](\d{2})\s{0,3}[-\u2010-\u2015\u2212]\s{0,3}\d{4})(?!\d)/g;
  for (const match of plain.matchAll(written)) {
    const [day, month, year] = (match[1] ? match.slice(1, 4) : match.slice(4, 7)).map(Number);
    if (isDay(day ?? 0, month ?? 0, year ?? 0)) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function isDay(written: number, month: number, year: number): boolean {
  const day = written > 60 ? written - 60 : written;
  // The century isn't told by six digits: 29 February counts in every year that can be a leap year.
  const daysIn = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= daysIn;
}

export interface TextRule {
  readonly field: FieldName;
  /** The most characters, as people count them. */
  readonly max: number;
  readonly required?: boolean;
  readonly path?: string;
}

/** A cleaned text (null when empty) or what is wrong with it. Every free text of the open room goes through here. */
export function checkText(text: unknown, { field, max, required = false, path = field }: TextRule): { readonly text: string | null; readonly fault?: Fault } {
  if (text !== null && text !== undefined && typeof text !== 'string') return { text: null, fault: { reason: 'VALUE_INVALID', params: { field }, path } };
  const isName = field === 'name';
  const tooLong: Fault = isName ? { reason: 'NAME_TOO_LONG', params: { max }, path } : { reason: 'TEXT_TOO_LONG', params: { field, max }, path };
  // So far over that no cleaning could make it fit: not worth the work.
  if ((text ?? '').length > 20 * max) return { text: null, fault: tooLong };
  const clean = cleanText(text ?? '');
  if (clean === '') {
    if (!required) return { text: null };
    return { text: null, fault: isName ? { reason: 'NAME_EMPTY', params: {}, path } : { reason: 'FIELD_EMPTY', params: { field }, path } };
  }
  if (isLongerThan(clean, max)) return { text: clean, fault: tooLong };
  if (findCpr(clean)) return { text: clean, fault: { reason: 'CPR_NUMBER', params: { field }, path } };
  return { text: clean };
}

/** Counts code points, as PostgreSQL does. */
function isLongerThan(text: string, max: number): boolean {
  if (text.length <= max) return false;
  return text.length > 2 * max || [...text].length > max;
}
