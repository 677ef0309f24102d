import type { FeatureKind } from './feature-kinds.js';
import type { Geometry } from './geometry.js';

export const timesOfDay = ['DAY', 'EVENING', 'NIGHT', 'WEEKEND'] as const;
export type TimeOfDay = (typeof timesOfDay)[number];

export const voiceStances = ['SAYS', 'CONFIRMS', 'REFUTES'] as const;
export type VoiceStance = (typeof voiceStances)[number];

/** Someone's word about a mark: in what capacity, and on which day (`2026-05-14`). Never who. */
export interface Voice {
  readonly id: string;
  readonly capacity: string;
  readonly stance: VoiceStance;
  readonly saidOn: string;
}

/** What a mark tells beyond its name and description. A key that isn't there is not filled in. */
export interface FeatureDetails {
  readonly times?: readonly TimeOfDay[];
  readonly couldHelp?: string;
  readonly group?: string;
  readonly activity?: string;
  readonly contribution?: string;
  readonly audience?: string;
  readonly openingHours?: string;
  readonly consent?: boolean;
}
export type DetailKey = keyof FeatureDetails;

export const detailKeys: readonly DetailKey[] = ['times', 'couldHelp', 'group', 'activity', 'contribution', 'audience', 'openingHours', 'consent'];

/**
 * A mark as it stands after an edit: the whole of it, and what the log keeps. Without geometry it is
 * listed, not drawn. Voices lie in the order they were said.
 */
export interface FeatureState {
  readonly kind: FeatureKind;
  readonly name: string;
  readonly note: string | null;
  readonly geometry: Geometry | null;
  readonly details: FeatureDetails;
  readonly voices: readonly Voice[];
  readonly outdated: boolean;
  readonly removed: boolean;
}

/** A state and its place in the feature's own count of versions (1 = created). */
export interface FeatureVersion {
  readonly version: number;
  readonly state: FeatureState;
}
