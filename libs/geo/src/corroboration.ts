import type { Voice } from './map-feature.js';

export const corroborations = ['ONE_VOICE', 'SEVERAL', 'CONFIRMED', 'REFUTED', 'OUTDATED'] as const;
export type Corroboration = (typeof corroborations)[number];

/**
 * How well borne out a mark is. Outdated says it all; else the latest voice that looked into it decides
 * (of two on one day the one further down the list); else two voices in different capacities are several.
 */
export function corroborationOf({ voices, outdated }: { readonly voices: readonly Voice[]; readonly outdated: boolean }): Corroboration {
  if (outdated) return 'OUTDATED';
  let latest: Voice | undefined;
  for (const voice of voices) {
    if (voice.stance !== 'SAYS' && (!latest || voice.saidOn >= latest.saidOn)) latest = voice;
  }
  if (latest) return latest.stance === 'REFUTES' ? 'REFUTED' : 'CONFIRMED';
  const capacities = new Set(voices.map(({ capacity }) => capacity.trim().toLocaleLowerCase('da')));
  return capacities.size >= 2 ? 'SEVERAL' : 'ONE_VOICE';
}
