/** When in ten years Kvarter looks, and what happens to it there. */
import { type Day, dayOf, monthsLater } from './days.js';
import type { Chance } from './random.js';
import type { Size } from './size.js';

export interface Look {
  readonly day: Day;
  /** Since midnight. */
  readonly minutes: number;
  /** The worker was off since the look before, for months. */
  readonly wasOff: boolean;
  readonly kills: number;
  readonly flushes: boolean;
  /** How many cadences begin. */
  readonly begins: number;
}

export const firstDay = dayOf('2026-11-20');
const lastDay = monthsLater(firstDay, 120);
/** Off office hours, across midnight, and in between. */
const times = [0, 1, 6 * 60, 7 * 60 + 30, 10 * 60, 12 * 60, 16 * 60 + 59, 17 * 60, 21 * 60, 23 * 60 + 59];
/** Of the ten years. */
const offAfter = [0.3, 0.7];

/** By day. Half of the cadences begin at once, the others over eight years; kills come in bursts, as many as there is patience for. */
export function schedule({ cadences, kills, bursts, flushes, longestGap }: Size, chance: Chance): Look[] {
  const days = daysOf(longestGap, chance);
  const last = days.length - 1;
  const begunBy = (index: number) => (index < 0 ? 0 : Math.floor(cadences * Math.min(1, 0.5 + (0.5 * index) / (last * 0.8))));
  const killedBy = (index: number) => Math.round((kills * Math.floor((index * bursts) / last)) / bursts);
  const flushedBy = (index: number) => Math.floor((flushes * (index + 1)) / days.length + 1 / 3);
  return days.map(({ day, wasOff }, index) => ({
    day,
    wasOff,
    minutes: chance.of(times),
    kills: killedBy(index) - (index === 0 ? 0 : killedBy(index - 1)),
    flushes: flushedBy(index) > flushedBy(index - 1),
    begins: begunBy(index) - begunBy(index - 1),
  }));
}

function daysOf(longestGap: number, chance: Chance): { day: Day; wasOff: boolean }[] {
  const days = [{ day: firstDay, wasOff: false }];
  const offs = offAfter.map((share) => firstDay + share * (lastDay - firstDay));
  for (let day = firstDay; day < lastDay; ) {
    const wasOff = offs[0] !== undefined && day >= offs[0];
    if (wasOff) offs.shift();
    day = Math.min(lastDay, day + (wasOff ? chance.between(150, 250) : Math.ceil(chance.next() ** 2 * longestGap)));
    days.push({ day, wasOff });
  }
  return days;
}
