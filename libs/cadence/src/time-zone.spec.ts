/** The answers are the same wherever the process thinks it is. */
import { afterEach, describe, expect, it } from 'vitest';
import { agreementReminders } from './agreement-reminders.js';
import { cadenceKinds } from './cadence-kinds.js';
import { instantOf, localDateOf } from './copenhagen.js';
import { holidaysOf } from './holidays.js';
import { addDays, type LocalDate, localDate } from './local-date.js';
import { seriesDates } from './meeting-series.js';
import { plan } from './plan.js';

/** Zones on both sides of the date line; one with a half-hour clock change, one that once left out a day. */
const zones = ['UTC', 'Europe/Copenhagen', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Australia/Lord_Howe', 'Pacific/Apia'];
const own = process.env['TZ'];

afterEach(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

const first = localDate('2026-01-31');
const year: readonly LocalDate[] = Array.from({ length: 366 }, (_, days) => addDays(first, days));

const answers = (): unknown => [
  cadenceKinds.map((kind) => plan({ kind, startsOn: first, today: localDate('2026-09-30'), through: localDate('2036-01-31') })),
  year.map((date) => [instantOf(date, '00:00').toISOString(), instantOf(date, '02:30').toISOString(), localDateOf(instantOf(date, '23:59'))]),
  holidaysOf(2036),
  agreementReminders(first, localDate('2026-12-31')),
  seriesDates({ kind: 'MONTHLY', first, count: 120 }),
];

describe('the zone of the process', () => {
  it('changes nothing', () => {
    const offsets = new Set<number>();
    const seen = zones.map((zone) => {
      process.env['TZ'] = zone;
      offsets.add(new Date(2026, 0, 31).getTimezoneOffset());
      return answers();
    });
    // Else the process did not take the zones, and nothing was tried.
    expect(offsets.size).toBe(zones.length);
    for (const answer of seen) expect(answer).toEqual(seen[0]);
  });
});
