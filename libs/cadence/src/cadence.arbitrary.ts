/** Generators for the property tests, and days reckoned without Temporal to hold its answers against. */
import * as fc from 'fast-check';
import { cadenceKinds } from './cadence-kinds.js';
import { type LocalDate, localDate } from './local-date.js';
import type { Cadence, Pause } from './plan.js';

/** How often a property is tried: bar, section 2, row 11 asks for ten years of clock changes. */
export const proof = { numRuns: process.env['KVARTER_TEST_PROOF'] === '1' ? 10_000 : 500 };
/** What ten thousand tries may take, in milliseconds. */
export const patience = 300_000;

const millisecondsADay = 86_400_000;

/** Days since 1 January 1970. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / millisecondsADay;
export const dayOf = (number: number): LocalDate => localDate(new Date(number * millisecondsADay).toISOString().slice(0, 10));

const daysFrom = (first: string, last: string): fc.Arbitrary<LocalDate> =>
  fc.integer({ min: dayNumber(localDate(first)), max: dayNumber(localDate(last)) }).map(dayOf);

/** Store bededag's last years and its first ones as a working day are among them. */
export const day = daysFrom('2020-01-01', '2034-12-31');
/** Short of the last year, so that what is counted from it stays within the years known. */
export const anyDay = daysFrom('1991-01-01', '2298-12-31');

/** Month ends, and the days around Easter, Christmas and clock changes, more often than chance has them. */
const delicate = fc
  .tuple(
    fc.integer({ min: 2020, max: 2034 }),
    fc.constantFrom('01-31', '02-28', '03-28', '03-31', '04-10', '05-05', '08-31', '10-26', '11-30', '12-24', '12-31'),
  )
  .map(([year, monthDay]) => localDate(`${year}-${monthDay}`));

export const start = fc.oneof(day, delicate);

const pause: fc.Arbitrary<Pause> = fc
  .tuple(day, fc.option(fc.nat(400)))
  .map(([from, length]) => ({ from, through: length === null ? null : dayOf(dayNumber(from) + length) }));

export const cadence: fc.Arbitrary<Cadence> = fc.record(
  {
    kind: fc.constantFrom(...cadenceKinds),
    startsOn: start,
    endsOn: fc.option(day),
    pauses: fc.array(pause, { maxLength: 2 }),
  },
  { requiredKeys: ['kind', 'startsOn'] },
);
