/** The rows of a demonstration tenant before its first edit, table by table, in the order foreign keys ask for. Keys are column names. */
import { systemPerson } from '../platform/auth/system.js';
import type { DemoTenant } from './demo-facts.js';
import { meetingRows, planColumns } from './demo-meeting-rows.js';

export type Row = Readonly<Record<string, unknown>>;
export type Rows = readonly [table: string, rows: readonly Row[]];

/** The tenant, its people (Kvarter itself among them), areas with empty maps, and meetings. */
export function groundRows({ id: tenant_id, slug, name, kind, createdAt, members, areas, meetings: ofTheTenant }: DemoTenant, seededAt: Date): Rows[] {
  const ofAreas = areas.flatMap((area) => area.meetings.map((meeting) => ({ ...meeting, areaId: area.id as string | null })));
  const meetings = [...ofAreas, ...ofTheTenant.map((meeting) => ({ ...meeting, areaId: null }))];
  return [
    ['open_room.tenant', [{ tenant_id, slug, name, kind, created_at: createdAt }]],
    [
      'open_room.membership',
      [
        ...members.map((member) => {
          const described = { name: member.name, roles: member.roles, organisation: member.organisation, function: member.function };
          const known = { competence: member.competence, legal_framework: member.legalFramework, function_description: member.functionDescription };
          const reached = { email: member.email, phone: member.phone };
          return { tenant_id, person_id: member.id, ...described, ...known, ...reached, since: member.since, ended_at: member.endedAt };
        }),
        { tenant_id, person_id: systemPerson, name: 'Kvarter', roles: ['system'], since: createdAt },
      ],
    ],
    [
      'open_room.area',
      areas.map((area) => {
        const described = { parent_id: area.parentId, level: area.level, name: area.name, description: area.description, restricted: area.restricted };
        const drawn = { boundary: area.boundary, boundary_json: JSON.stringify(area.boundary), backdrop_json: area.backdrop && JSON.stringify(area.backdrop) };
        return { tenant_id, area_id: area.id, ...described, ...drawn, created_by: area.createdBy, created_at: area.createdAt };
      }),
    ],
    ['open_room.area_seq', areas.map(({ id }) => ({ tenant_id, area_id: id, seq: 0 }))],
    [
      'open_room.area_member',
      areas.flatMap((area) => area.namedMembers.map((person_id) => ({ tenant_id, area_id: area.id, person_id, since: area.createdAt }))),
    ],
    ['open_room.area_team', areas.flatMap((area) => area.team.map((person_id) => ({ tenant_id, area_id: area.id, person_id, since: area.createdAt })))],
    [
      'open_room.meeting',
      meetings.map((meeting) => {
        const described = {
          area_id: meeting.areaId,
          title: meeting.title,
          ...planColumns(meeting),
          state: meeting.state,
          frozen: false,
          read_after: meeting.readAfter,
        };
        const times = {
          starts_at: meeting.startsAt,
          opened_at: meeting.openedAt,
          closed_at: meeting.closedAt,
          cancelled_at: meeting.state === 'CANCELLED' ? meeting.createdAt : null,
        };
        return { tenant_id, meeting_id: meeting.id, ...described, ...times, created_by: meeting.createdBy, created_at: meeting.createdAt };
      }),
    ],
    [
      'open_room.meeting_guest',
      meetings.flatMap(({ id, guests }) => guests.map(({ personId, joinedAt }) => ({ tenant_id, meeting_id: id, person_id: personId, joined_at: joinedAt }))),
    ],
    ...meetingRows(tenant_id, meetings, seededAt),
  ];
}

/** Personas are listed by when they were made, so they are made in the order told. */
export const personRows = (tenants: readonly DemoTenant[], seededAt: Date): Rows => [
  'identity.person',
  tenants.flatMap(({ members }) => members).map(({ id, persona }, index) => ({ id, persona, created_at: new Date(seededAt.getTime() + index) })),
];
