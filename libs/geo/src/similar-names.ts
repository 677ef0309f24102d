/**
 * A name as it is compared: without case, accents, punctuation and white space, and with Danish letters as they
 * are written where they are missing (æ ae, ø oe, å aa).
 */
export const nameKey = (name: string): string => wordsOf(name).join('');

function wordsOf(name: string): string[] {
  const plain = name
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll('&', ' og ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** From so many letters on one may be wrong, from so many two. */
const oneSlip = 6;
const twoSlips = 14;

/**
 * Whether two names probably mean the same: alike but for writing, in another order of words, or with a slip or two
 * of the fingers. Numbers and single letters are never slips: blok 3 is not blok 4, opgang A is not opgang B.
 */
export function areSimilarNames(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  if (a === '' || b === '') return false;
  if (a === b || wordsOf(one).sort().join(' ') === wordsOf(other).sort().join(' ')) return true;
  if (labelsOf(one) !== labelsOf(other)) return false;
  const shorter = Math.min(a.length, b.length);
  const allowed = shorter >= twoSlips ? 2 : shorter >= oneSlip ? 1 : 0;
  return Math.abs(a.length - b.length) <= allowed && slips(a, b) <= allowed;
}

/** What tells one of many apart. */
const labelsOf = (name: string): string =>
  wordsOf(name)
    .filter((word) => word.length === 1 || /\p{N}/u.test(word))
    .join(' ');

/** The fewest letters to add, leave out or exchange (Levenshtein), row by row. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
