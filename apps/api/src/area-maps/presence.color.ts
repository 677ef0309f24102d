/**
 * Colours that stay apart for colour-blind eyes and bear white text at 3:1: the muted and the vibrant scheme of
 * Paul Tol (personal.sron.nl/~pault), those too pale left out or deepened.
 */
const palette = ['#332288', '#0077BB', '#117733', '#882255', '#CC3311', '#AA4499', '#00796B', '#8A6D00', '#5D6D7E', '#B34700'];

/** A person's colour, the same wherever and whenever they come. */
export function colorOf(personId: string): string {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  return palette[sum % palette.length] as string;
}
