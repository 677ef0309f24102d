/** How much of it: enough to find in every run what breaks often, all of it with KVARTER_TEST_PROOF=1. */
export interface Size {
  readonly cadences: number;
  readonly kills: number;
  readonly bursts: number;
  readonly flushes: number;
  readonly tenants: number;
  /** Days between two looks, at most. */
  readonly longestGap: number;
  /** Milliseconds of work a kill comes after, at most: as long as a batch takes, more or less. */
  readonly longestWork: number;
}

export const size: Size =
  process.env['KVARTER_TEST_PROOF'] === '1'
    ? { cadences: 10_000, kills: 50, bursts: 40, flushes: 4, tenants: 5, longestGap: 90, longestWork: 150 }
    : { cadences: 300, kills: 8, bursts: 2, flushes: 1, tenants: 4, longestGap: 240, longestWork: 25 };
