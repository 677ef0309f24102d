/** What demonstration data says of a tenant: plain facts, from which rows follow. The data itself lies in infra/local/demo. */
import type { EditInput, Geometry } from '@kvarter/geo';

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

export interface DemoMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly state: 'PLANNED' | 'OPEN' | 'CLOSED';
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly readAfter: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly guests: readonly { readonly personId: string; readonly joinedAt: Date }[];
}

/** An edit as somebody made it, on the newest version of its feature. */
export interface DemoEdit {
  readonly at: Date;
  readonly actorId: string;
  readonly meetingId: string | null;
  readonly edit: Omit<EditInput, 'baseVersion'>;
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
  /** In the order they were made. */
  readonly edits: readonly DemoEdit[];
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
}
