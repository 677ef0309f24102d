/** What demonstration data says of a tenant: plain facts, from which rows follow. The data itself lies in infra/local/demo. */
import type { CadenceKind } from '@kvarter/cadence';
import type { EditInput, Geometry } from '@kvarter/geo';
import type { MappingStep, RoundStepKind, RoundStepState, TargetGroup } from '../rounds/round.type.js';
import type { RelationKind } from '../stakeholders/stakeholder.type.js';
import type { MeetingKind } from '../meetings/meeting.entity.js';

export interface DemoMember {
  readonly id: string;
  /** The name one signs in by, where one can. */
  readonly persona: string | null;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation: string | null;
  readonly function: string | null;
  readonly competence: string | null;
  readonly legalFramework: string | null;
  readonly functionDescription: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly since: Date;
  readonly endedAt: Date | null;
}

/** What was planned for a meeting and became of it. */
export interface DemoPlan {
  readonly kind: keyof typeof MeetingKind;
  readonly durationMinutes: number;
  readonly place: string | null;
  readonly purpose: string | null;
  readonly audience: string | null;
  readonly process: string | null;
  readonly focus: 'RESOURCES' | 'CHALLENGES' | null;
  readonly series: 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'YEARLY' | null;
  /** The same for all meetings of a series. */
  readonly seriesId: string | null;
  readonly cancelReason: string | null;
  readonly agenda: readonly {
    readonly title: string;
    readonly minutes: number | null;
    readonly responsible: string | null;
    readonly done: boolean;
    readonly outcome: string | null;
    readonly carried: boolean;
  }[];
  /** A member by id, or somebody from elsewhere by name. */
  readonly participants: readonly {
    readonly personId: string | null;
    readonly name: string | null;
    readonly organisation: string | null;
    readonly email: string | null;
    readonly invited: boolean;
    readonly answer: 'YES' | 'NO' | 'MAYBE' | null;
    /** Whether they answered in their calendar. */
    readonly fromCalendar: boolean;
    readonly attended: boolean | null;
  }[];
  readonly minutes: string | null;
  /** What was said, under the question of its phase; of a mark, the area and its id. */
  readonly said: readonly {
    readonly by: string;
    readonly phase: 'WELCOME' | 'STATUS' | 'SITUATION' | 'IDEAS' | 'ACTIONS';
    readonly question: number;
    readonly text: string;
    /** Minutes after the meeting began. */
    readonly after: number;
    readonly mark: { readonly areaId: string; readonly featureId: string } | null;
    readonly agreementId: string | null;
  }[];
  /** How far an open one has come. */
  readonly at: { readonly phase: 'WELCOME' | 'STATUS' | 'SITUATION' | 'IDEAS' | 'ACTIONS'; readonly question: number } | null;
  /** Keys of the run sheet that somebody has let slip. */
  readonly undone: readonly string[];
}

export interface DemoMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly state: 'PLANNED' | 'OPEN' | 'CLOSED' | 'CANCELLED';
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly readAfter: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly guests: readonly { readonly personId: string; readonly joinedAt: Date }[];
  readonly plan: DemoPlan;
}

/** An edit as somebody made it, on the newest version of its feature. */
export interface DemoEdit {
  readonly at: Date;
  readonly actorId: string;
  readonly meetingId: string | null;
  readonly edit: Omit<EditInput, 'baseVersion'>;
}

export interface DemoStakeholder {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly fieldOfWork: string | null;
  readonly contribution: string | null;
  readonly roleAndInfluence: string | null;
  readonly motivation: string | null;
  /** Their mark on the map. */
  readonly featureId: string | null;
  readonly createdBy: string;
  /** With a consent somebody private. Days as YYYY-MM-DD. */
  readonly contact: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly consent: { readonly on: string; readonly for: string; readonly notedBy: string } | null;
  } | null;
  readonly talks: readonly {
    readonly id: string;
    readonly on: string;
    readonly way: string;
    readonly by: string;
    readonly summary: string;
    readonly nextStep: string | null;
    readonly nextStepOn: string | null;
  }[];
  readonly told: readonly {
    readonly id: string;
    readonly on: string;
    readonly by: string;
    readonly capacity: string;
    readonly said: string;
    readonly feedback: { readonly on: string; readonly by: string; readonly text: string } | null;
  }[];
}

export interface DemoRelation {
  readonly fromId: string;
  readonly kind: `${RelationKind}`;
  readonly toId: string;
  readonly createdBy: string;
}

export interface DemoAgreement {
  readonly id: string;
  /** Of the check that chases it. */
  readonly checkId: string;
  readonly meetingId: string | null;
  readonly title: string;
  readonly detail: string | null;
  readonly responsible: string;
  readonly takenOverFrom: string | null;
  readonly dueOn: string;
  readonly state: 'OPEN' | 'DONE' | 'CANT';
  readonly report: string | null;
  readonly reportedAt: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export interface DemoCadence {
  readonly id: string;
  readonly subjectId: string;
  readonly title: string;
  readonly kind: CadenceKind;
  readonly startsOn: string;
  readonly responsible: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** What was reported on its first checks, each on its day. Later ones that have passed nobody reported on. */
  readonly done: readonly string[];
}

/** A question of the team's, by hand. */
export interface DemoGap {
  readonly id: string;
  readonly checkId: string;
  readonly question: string;
  readonly place: Geometry | null;
  readonly assignedTo: string | null;
  readonly dueOn: string | null;
  readonly answer: string | null;
  readonly endedAt: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** What was handed in to the coordinators. */
export interface DemoKnowledge {
  readonly id: string;
  readonly checkId: string;
  readonly title: string;
  readonly text: string;
  readonly seen: { readonly by: string; readonly at: Date } | null;
  readonly passedTo: readonly string[];
  readonly closed: { readonly by: string; readonly at: Date; readonly reason: string } | null;
  /** Whose it is to see it by which day, while nobody has. */
  readonly watch: { readonly by: string; readonly dueOn: string } | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** Days as YYYY-MM-DD. */
export interface DemoRound {
  readonly id: string;
  /** What the check of its end is about, and that check. */
  readonly endingId: string;
  readonly endingCheckId: string;
  readonly name: string;
  readonly targetGroups: readonly `${TargetGroup}`[];
  readonly localGroups: readonly string[];
  readonly missingKnowledge: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Null while it goes on. */
  readonly closedAt: Date | null;
  readonly responsible: string;
  readonly createdAt: Date;
  readonly steps: readonly { readonly step: `${RoundStepKind}`; readonly state: `${RoundStepState}`; readonly by: string | null; readonly at: Date | null }[];
  readonly milestones: readonly {
    readonly id: string;
    /** Of the check that reminds of it. */
    readonly checkId: string;
    readonly name: string;
    readonly dueOn: string;
    readonly doneAt: Date | null;
    readonly doneBy: string | null;
  }[];
  readonly meetings: readonly { readonly meetingId: string; readonly step: `${MappingStep}` }[];
  readonly preparations: readonly {
    readonly id: string;
    readonly personId: string;
    readonly step: `${MappingStep}`;
    /** The meeting they were asked to prepare. */
    readonly askedFor: string | null;
    readonly dueOn: string | null;
    readonly readyAt: Date | null;
    readonly items: readonly {
      readonly id: string;
      readonly kind: string;
      readonly title: string;
      readonly note: string | null;
      readonly place: Geometry | null;
      readonly listedAt: Date;
      readonly placed: { readonly featureId: string; readonly meetingId: string; readonly by: string; readonly at: Date } | null;
    }[];
  }[];
}

export interface DemoRanking {
  readonly id: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** The one that needs it most first. */
  readonly places: readonly { readonly areaId: string; readonly reason: string }[];
}

export interface DemoArea {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: number;
  readonly name: string;
  readonly description: string;
  readonly restricted: boolean;
  /** Who may see it where it is restricted. */
  readonly namedMembers: readonly string[];
  /** Who works on it. */
  readonly team: readonly string[];
  readonly boundary: Geometry;
  /** GeoJSON FeatureCollection; null where the area has no background map of its own. */
  readonly backdrop: object | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly meetings: readonly DemoMeeting[];
  readonly agreements: readonly DemoAgreement[];
  readonly cadences: readonly DemoCadence[];
  readonly gaps: readonly DemoGap[];
  readonly knowledge: readonly DemoKnowledge[];
  /** In the order they were made. */
  readonly edits: readonly DemoEdit[];
  readonly stakeholders: readonly DemoStakeholder[];
  readonly relations: readonly DemoRelation[];
  readonly rounds: readonly DemoRound[];
}

/** Parents come before their children. */
export interface DemoTenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: 'municipality' | 'centre';
  readonly createdAt: Date;
  readonly members: readonly DemoMember[];
  readonly areas: readonly DemoArea[];
  /** Those about no single area. */
  readonly meetings: readonly DemoMeeting[];
  readonly rankings: readonly DemoRanking[];
}
