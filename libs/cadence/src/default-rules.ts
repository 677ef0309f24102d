import type { CadenceKind } from './cadence-kinds.js';
import type { Offset } from './offsets.js';

/** The follow-up rules for areas (domain, section 9): what happens when, unless a municipality says otherwise. */
export const defaultRules = {
  /** An intervention in an area is followed up ever more rarely. */
  intervention: 'TAPERING',
  /** The area map is reopened, and the area meeting held. */
  areaMap: 'HALF_YEARLY',
  teamMeeting: 'QUARTERLY',
  /** By M quarterly to half-yearly. */
  networkMeeting: 'QUARTERLY',
  /** When everybody has purpose, content, participants and process, counted from the meeting. */
  runSheetOut: { days: -14 },
  /** When those who contributed have heard what came of it, counted from the meeting: within 30 days, so rather before. */
  feedback: { days: 30, move: 'BEFORE' },
  /** Reminders of an agreement, counted from the day it is due. */
  agreement: { ahead: { days: -3 }, everyDays: 7, coordinatorAfter: { days: 14 } },
} as const satisfies Readonly<Record<string, CadenceKind | Offset | Readonly<Record<string, Offset | number>>>>;
