/** When something is a gap (K, on the ground of domain section 5: thin kinds, blank parts, clumps). Lengths in metres, areas in square metres. */

/** The kinds of resource of which an area wants some of each. Safe zones are what people feel, not somebody to work with. */
export const resourceKinds = ['ASSOCIATION', 'INSTITUTION', 'ENTHUSIAST', 'PHYSICAL_PLACE'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** What a stakeholder without a mark counts as: known of, though not on the map. Kinds not named here are departments and trades, no resource of the place. */
export const kindOfStakeholder: Readonly<Record<string, ResourceKind>> = {
  CIVIL_SOCIETY: 'ASSOCIATION',
  CLUB: 'INSTITUTION',
  DAY_CARE: 'INSTITUTION',
  LIBRARY: 'INSTITUTION',
  SCHOOL: 'INSTITUTION',
  VOLUNTEER: 'ENTHUSIAST',
};

/** How near a resource has to be to reach a place: a minute's walk and a half. */
export const reach = 100;
/** The side of a cell: so small in a housing area, larger where there would be more cells than `mostCells`. */
export const smallestCell = 20;
export const mostCells = 2_500;
/** A blank part is at least so large, and at least so much of the area: what is less is a car park. */
export const leastBlank = { size: 2_500, share: 0.01 };
/** Marks so near each other, directly or by way of others, lie together. */
export const together = 50;
/** So many resources, at least half of them all, on at most so much of the area: a clump. */
export const clump = { least: 5, ofAll: 0.5, share: 0.15 };
/** So many challenges together, none of them within reach of a resource. */
export const leastUnmet = 3;
/** Less than so much of what the other kinds have on average is far fewer. */
const thinShare = 0.25;
/** Until the next round, when the map is opened again: what was answered, or wasn't a gap, is not found again before. */
export const monthsOfRest = 6;

export type KindCounts = Readonly<Record<ResourceKind, number>>;

export interface ThinKind {
  readonly kind: ResourceKind;
  readonly count: number;
  /** How many resources of the other three kinds there are together. */
  readonly others: number;
}

/**
 * The kinds of resource an area has none of, or less than a quarter of what the three others have on average. A map
 * without any resource has no thin kind: all of it is blank.
 */
export function thinKinds(counts: KindCounts): ThinKind[] {
  const all = resourceKinds.reduce((sum, kind) => sum + counts[kind], 0);
  if (all === 0) return [];
  return resourceKinds
    .map((kind) => ({ kind, count: counts[kind], others: all - counts[kind] }))
    .filter(({ count, others }) => count === 0 || count < (others / (resourceKinds.length - 1)) * thinShare);
}
