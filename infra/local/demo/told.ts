/** What is told of a demonstration tenant: keys instead of identifiers, times counted from the seeding. Types only. */
import type { Geometry } from './drawing/frame.mjs';
import type { Backdrop } from './drawing/sheet.mjs';
import type { Round } from './rounds.mjs';
import type { Relation, Stakeholder } from './stakeholders.mjs';
import type { Mark, Occasion } from './story.mjs';

export interface Person {
  key: string;
  /** The name one signs in by, where one can. */
  persona?: string;
  name: string;
  roles: string[];
  organisation?: string;
  function?: string;
  competence?: string;
  legalFramework?: string;
  functionDescription?: string;
  email?: string;
  phone?: string;
  /** Those they work on. */
  areas?: string[];
  /** Months before the seeding. */
  since: number;
  until?: number;
}

export interface AgendaItem {
  title: string;
  minutes?: number;
  by?: string;
  done?: boolean;
  outcome?: string;
  carried?: boolean;
}

/** A member by key, or somebody from elsewhere by name. */
export interface Expected {
  who?: string;
  name?: string;
  organisation?: string;
  email?: string;
  invited?: boolean;
  answer?: 'YES' | 'NO' | 'MAYBE';
  /** Answered in their calendar. */
  calendar?: boolean;
  came?: boolean;
}

/** Something said in a meeting, `after` minutes of it. */
export interface Said {
  by: string;
  phase: 'WELCOME' | 'STATUS' | 'SITUATION' | 'IDEAS' | 'ACTIONS';
  question: number;
  text: string;
  after: number;
  /** The mark it is about, in the area of the meeting. */
  mark?: string;
  agreement?: string;
}

export interface Plan {
  kind?: 'AREA' | 'TEAM' | 'NETWORK' | 'WALK';
  /** Minutes. */
  long?: number;
  place?: string;
  purpose?: string;
  audience?: string;
  process?: string;
  focus?: 'RESOURCES' | 'CHALLENGES';
  series?: 'QUARTERLY' | 'HALF_YEARLY';
  seriesKey?: string;
  cancelReason?: string;
  agenda?: AgendaItem[];
  people?: Expected[];
  minutes?: string;
  said?: Said[];
  /** How far an open one has come. */
  at?: { phase: Said['phase']; question: number };
  /** Keys of the run sheet that somebody has let slip. */
  undone?: string[];
}

export interface Meeting extends Plan {
  key: string;
  title: string;
  startsAt: Date;
  state: 'PLANNED' | 'OPEN' | 'CLOSED' | 'CANCELLED';
  openedAt?: Date;
  closedAt?: Date;
  readAfter?: boolean;
  host: string;
  guests?: string[];
}

/** `made`, `due` and `reported` in days from the seeding. */
export interface Agreement {
  key: string;
  title: string;
  detail?: string;
  by: string;
  responsible: string;
  takenOverFrom?: string;
  meeting?: string;
  made: number;
  due: number;
  became?: 'DONE' | 'CANT';
  report?: string;
  reported?: number;
}

export interface Cadence {
  key: string;
  title: string;
  kind: 'TAPERING' | 'QUARTERLY';
  by: string;
  responsible: string;
  /** Days from the seeding. */
  starts: number;
  /** What was reported on its first checks. */
  done: string[];
}

/** What the team wants to find out. Days from the seeding. */
export interface Gap {
  key: string;
  question: string;
  by: string;
  made: number;
  place?: Geometry;
  assigned?: string;
  due?: number;
  answer?: string;
  ended?: number;
}

/** News handed in to the coordinators. Days from the seeding. */
export interface Knowledge {
  key: string;
  title: string;
  text: string;
  by: string;
  made: number;
  due?: number;
  watchedBy?: string;
  seen?: { by: string; on: number };
  passedTo?: string[];
  closed?: { by: string; on: number; reason: string };
}

/** Which areas need a round most. */
export interface Ranking {
  key: string;
  by: string;
  /** Days from the seeding. */
  made: number;
  places: [area: string, reason: string][];
}

export interface Area {
  key: string;
  parent?: string;
  name: string;
  description: string;
  restrictedTo?: string[];
  boundary: Geometry;
  backdrop?: Backdrop;
  by: string;
  since: number;
  meetings?: Meeting[];
  occasions?: Record<string, Occasion>;
  marks?: Mark[];
  stakeholders?: Stakeholder[];
  relations?: Relation[];
  agreements?: Agreement[];
  cadences?: Cadence[];
  rounds?: Round[];
  gaps?: Gap[];
  knowledge?: Knowledge[];
}

export interface Tenant {
  slug: string;
  name: string;
  kind: 'municipality' | 'centre';
  people: Person[];
  areas: Area[];
  /** Those about no single area. */
  meetings?: Meeting[];
  rankings?: Ranking[];
}
