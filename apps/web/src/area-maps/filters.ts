import { type Corroboration, corroborationOf, type FeatureFamily, type FeatureKind, featureKinds, kindNames, type TimeOfDay } from '@kvarter/geo';
import type { SharedFeature } from './sync/areaMap.types';

/** Which marks are shown. Empty lists let everything through. */
export interface Filters {
  readonly hiddenKinds: ReadonlySet<FeatureKind>;
  readonly times: readonly TimeOfDay[];
  readonly certainty: readonly Corroboration[];
  readonly text: string;
  readonly removed: boolean;
}

export const noFilters: Filters = { hiddenKinds: new Set(), times: [], certainty: [], text: '', removed: false };

export const families: readonly FeatureFamily[] = ['resource', 'challenge', 'other'];
export const kindsOf = (family: FeatureFamily): FeatureKind[] => kindNames.filter((kind) => featureKinds[kind].family === family);

/** The marks that pass, and how many there are of each kind when only the kinds are left out of account. */
export function filtered(
  features: Iterable<SharedFeature>,
  filters: Filters,
): { shown: SharedFeature[]; counts: ReadonlyMap<FeatureKind, number>; all: number } {
  const counts = new Map<FeatureKind, number>();
  const shown: SharedFeature[] = [];
  let all = 0;
  const words = plain(filters.text).split(/\s+/).filter(Boolean);
  for (const feature of features) {
    const { kind, removed } = feature.state;
    if (removed && !filters.removed) continue;
    all += 1;
    if (!passes(feature, filters, words)) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (!filters.hiddenKinds.has(kind)) shown.push(feature);
  }
  return { shown, counts, all };
}

function passes({ state }: SharedFeature, { times, certainty }: Filters, words: readonly string[]): boolean {
  if (certainty.length > 0 && !certainty.includes(corroborationOf(state))) return false;
  // A mark that says no time is of all times; only challenges say one.
  if (times.length > 0 && featureKinds[state.kind].family === 'challenge' && state.details.times && !state.details.times.some((time) => times.includes(time)))
    return false;
  if (words.length === 0) return true;
  const { couldHelp, group, activity, contribution, audience } = state.details;
  const text = plain([state.name, state.note, couldHelp, group, activity, contribution, audience].join(' '));
  return words.every((word) => text.includes(word));
}

/** How many filters are on. */
export const activeFilters = ({ hiddenKinds, times, certainty, text, removed }: Filters): number =>
  (hiddenKinds.size > 0 ? 1 : 0) + (times.length > 0 ? 1 : 0) + (certainty.length > 0 ? 1 : 0) + (text.trim() ? 1 : 0) + (removed ? 1 : 0);

const plain = (text: string): string => text.toLocaleLowerCase('da').normalize('NFC');
