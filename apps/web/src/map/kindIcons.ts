import type { FeatureKind } from '@kvarter/geo';
import {
  HeartHandshake,
  type LucideIcon,
  MessageCircleWarning,
  School,
  ShieldAlert,
  ShieldCheck,
  StickyNote,
  Target,
  Trees,
  TriangleAlert,
  Users,
  UsersRound,
} from 'lucide-react';

/** The picture of each kind, the same on the map, in the legend and in panels. */
export const kindIcons: Record<FeatureKind, LucideIcon> = {
  ASSOCIATION: UsersRound,
  INSTITUTION: School,
  ENTHUSIAST: HeartHandshake,
  PHYSICAL_PLACE: Trees,
  SAFE_ZONE: ShieldCheck,
  UNSAFE_ZONE: TriangleAlert,
  GATHERING_SPOT: Users,
  CRIME_SPOT: ShieldAlert,
  CONCERNING_MILIEU: MessageCircleWarning,
  INTERVENTION: Target,
  NOTE: StickyNote,
};
