import { CadenceInputError } from './cadence-input-error.js';

export const cadenceKinds = ['TAPERING', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'ONCE'] as const;
export type CadenceKind = (typeof cadenceKinds)[number];

/** The stretches of a tapering cadence (M: 6 monthly, then quarterly, then half-yearly until ended; K: 4 quarterly). */
const tapering = [
  { checks: 6, months: 1 },
  { checks: 4, months: 3 },
  { checks: Number.POSITIVE_INFINITY, months: 6 },
] as const;

const period = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 } as const;

/**
 * How many months after the start the check with a number falls; null where the kind has no such check. The
 * first of a recurring kind comes one period after the start, the only one of ONCE at the start.
 *
 * @param number of the check, 1 for the first; 0 is the start of a recurring kind
 * @throws CadenceInputError KIND_UNKNOWN
 */
export function monthsFromStart(kind: CadenceKind, number: number): number | null {
  if (!cadenceKinds.includes(kind)) throw new CadenceInputError('KIND_UNKNOWN');
  if (kind === 'ONCE') return number === 1 ? 0 : null;
  if (kind !== 'TAPERING') return period[kind] * number;
  let months = 0;
  let left = number;
  for (const stretch of tapering) {
    const taken = Math.min(left, stretch.checks);
    months += taken * stretch.months;
    left -= taken;
  }
  return months;
}
