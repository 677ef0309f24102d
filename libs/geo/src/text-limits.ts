import type { DetailKey } from './map-feature.js';

/** The most characters of each free text. */
export const textLimits = { name: 120, note: 2000, description: 2000, title: 120, capacity: 120, reason: 300 } as const;

/** The most characters of each detail that is free text. */
export const detailLimits = { couldHelp: 2000, group: 300, activity: 300, contribution: 300, audience: 300, openingHours: 300 } as const satisfies Partial<
  Record<DetailKey, number>
>;
