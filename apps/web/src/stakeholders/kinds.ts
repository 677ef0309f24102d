import type { FeatureKind } from '@kvarter/geo';
import {
  Baby,
  BookOpen,
  Building2,
  Footprints,
  HandHeart,
  Handshake,
  HeartHandshake,
  Hospital,
  Landmark,
  type LucideIcon,
  School,
  Shield,
  Stethoscope,
  Store,
  Users,
  Volleyball,
  Wrench,
} from 'lucide-react';
import type { StakeholderKind } from '../generated/graphql';

/** What belongs together at a glance; told apart by form as well as colour. */
export type Family = 'authority' | 'housing' | 'children' | 'civil' | 'other';

/** The kinds as menus list them, with their family and icon. */
export const kinds: Readonly<Record<StakeholderKind, { family: Family; icon: LucideIcon }>> = {
  SSP: { family: 'authority', icon: Handshake },
  POLICE: { family: 'authority', icon: Shield },
  MUNICIPAL_DEPARTMENT: { family: 'authority', icon: Landmark },
  REGIONAL_HEALTH: { family: 'authority', icon: Hospital },
  HEALTH_VISITOR: { family: 'authority', icon: Stethoscope },
  HOUSING_SOCIAL: { family: 'housing', icon: HeartHandshake },
  HOUSING_ASSOCIATION: { family: 'housing', icon: Building2 },
  CARETAKER: { family: 'housing', icon: Wrench },
  STREET_WORKER: { family: 'children', icon: Footprints },
  SCHOOL: { family: 'children', icon: School },
  DAY_CARE: { family: 'children', icon: Baby },
  CLUB: { family: 'children', icon: Volleyball },
  LIBRARY: { family: 'children', icon: BookOpen },
  CIVIL_SOCIETY: { family: 'civil', icon: Users },
  VOLUNTEER: { family: 'civil', icon: HandHeart },
  OTHER: { family: 'other', icon: Store },
};

export const kindNames = Object.keys(kinds) as readonly StakeholderKind[]; // the keys are the kinds
export const families: readonly Family[] = ['authority', 'housing', 'children', 'civil', 'other'];

/** What a mark's kind suggests its stakeholder to be. */
export const kindOfMark = (kind: FeatureKind): StakeholderKind =>
  kind === 'ASSOCIATION' ? 'CIVIL_SOCIETY' : kind === 'ENTHUSIAST' ? 'VOLUNTEER' : kind === 'INSTITUTION' ? 'CLUB' : 'OTHER';

/** The kind of mark a stakeholder is put on the map as. */
export const markOfKind = (kind: StakeholderKind): FeatureKind =>
  kind === 'CIVIL_SOCIETY' ? 'ASSOCIATION' : kind === 'VOLUNTEER' ? 'ENTHUSIAST' : kind === 'OTHER' ? 'PHYSICAL_PLACE' : 'INSTITUTION';

/** Marks that somebody stands behind. */
export const linkable: readonly FeatureKind[] = ['ASSOCIATION', 'INSTITUTION', 'ENTHUSIAST', 'PHYSICAL_PLACE', 'INTERVENTION'];
