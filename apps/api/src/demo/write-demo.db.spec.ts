import { randomUUID } from 'node:crypto';
import type { Geometry } from '@kvarter/geo';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { ProvidedDatabase } from '../../../../tests/support/provided.js';
import { systemPerson } from '../platform/auth/system.js';
import type { DemoEdit, DemoMeeting, DemoPlan, DemoTenant } from './demo-facts.js';
import { DemoEditRefused } from './replay.js';
import { writeDemo } from './write-demo.js';

const now = new Date('2026-05-14T18:00:00Z');
const monthsAgo = (months: number): Date => new Date(now.getTime() - months * 30 * 86_400_000);
const point = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });
const boundary: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [10, 56],
      [10.01, 56],
      [10.01, 56.01],
      [10, 56.01],
      [10, 56],
    ],
  ],
};

const somebody = { personId: null, name: null, organisation: null, email: null, invited: true, answer: null, fromCalendar: false, attended: null };
const item = { minutes: 10, responsible: null, done: false, outcome: null, carried: false };
const noPlan: DemoPlan = {
  kind: 'AREA',
  durationMinutes: 120,
  place: null,
  purpose: null,
  audience: null,
  process: null,
  focus: null,
  series: null,
  seriesId: null,
  cancelReason: null,
  agenda: [],
  participants: [],
  minutes: null,
  said: [],
  at: null,
  undone: [],
};

let client: Client;

beforeAll(async () => {
  const database: ProvidedDatabase = inject('database');
  client = new Client({ connectionString: database.adminUrl });
  await client.connect();
});
afterAll(() => client.end());

/** A tenant of one area with two closed meetings, in the first of which a challenge was drawn that nobody spoke of since. */
function tenantWith(more: readonly DemoEdit['edit'][] = []): DemoTenant {
  const host = randomUUID();
  const guest = randomUUID();
  const meetings = [12, 6].map((months): DemoMeeting => {
    const startsAt = monthsAgo(months);
    const closedAt = new Date(startsAt.getTime() + 7_200_000);
    return {
      id: randomUUID(),
      title: `Møde for ${months} måneder siden`,
      startsAt,
      state: 'CLOSED',
      openedAt: startsAt,
      closedAt,
      readAfter: true,
      createdBy: host,
      createdAt: startsAt,
      guests: [{ personId: guest, joinedAt: startsAt }],
      plan: { ...noPlan, participants: [{ ...somebody, personId: host, answer: 'YES', attended: true }] },
    };
  });
  const [kept, bridge] = [randomUUID(), randomUUID()];
  const made: DemoEdit['edit'][] = [
    { editId: randomUUID(), featureId: kept, op: 'CREATE', kind: 'ASSOCIATION', name: 'Syklubben', geometry: point(10.005, 56.005) },
    { editId: randomUUID(), featureId: bridge, op: 'CREATE', kind: 'UNSAFE_ZONE', name: 'Broen', geometry: point(10.5, 56.5) },
    { editId: randomUUID(), featureId: kept, op: 'UPDATE', note: 'Hver mandag' },
    ...more,
  ];
  const at = new Date(monthsAgo(12).getTime() + 60_000);
  const unknown = { persona: null, organisation: null, function: null, competence: null, legalFramework: null, functionDescription: null };
  const person = { ...unknown, email: null, phone: null, since: monthsAgo(13), endedAt: null };
  return {
    id: randomUUID(),
    slug: `demo-${randomUUID().slice(0, 8)}`,
    name: 'Prøve Kommune',
    kind: 'municipality',
    createdAt: monthsAgo(13),
    members: [
      { ...person, id: host, name: 'Vært', roles: ['coordinator'] },
      { ...person, id: guest, name: 'Gæst', roles: ['participant'] },
    ],
    meetings: [
      {
        id: randomUUID(),
        title: 'Teammøde',
        startsAt: new Date(now.getTime() + 5 * 86_400_000),
        state: 'PLANNED',
        openedAt: null,
        closedAt: null,
        readAfter: false,
        createdBy: host,
        createdAt: monthsAgo(1),
        guests: [],
        plan: {
          ...noPlan,
          kind: 'TEAM',
          agenda: [{ ...item, title: 'Status' }],
          participants: [{ ...somebody, name: 'Udefra' }],
          undone: ['prepare'],
        },
      },
    ],
    rankings: [],
    areas: [
      {
        id: randomUUID(),
        parentId: null,
        level: 1,
        name: 'Kvarteret',
        description: 'Et sted',
        restricted: true,
        namedMembers: [host],
        team: [host],
        boundary,
        backdrop: { type: 'FeatureCollection', features: [] },
        createdBy: host,
        createdAt: monthsAgo(13),
        meetings,
        agreements: [],
        cadences: [],
        gaps: [],
        knowledge: [],
        edits: made.map((edit) => ({ at, actorId: guest, meetingId: meetings[0]?.id ?? null, edit })),
        stakeholders: [],
        relations: [],
        rounds: [],
      },
    ],
  };
}

it('writes log, heads, sequence and snapshots that agree, and fades what nobody spoke of', async () => {
  const tenant = tenantWith();
  expect(await writeDemo(client, [tenant], now)).toBe(true);
  const heads = await client.query(
    `select f.state ->> 'name' as name, f.version, f.outdated, f.outside_boundary, f.json::jsonb -> 'properties' ->> 'corroboration' as corroboration,
            f.touched_at < f.updated_at as faded, e.after = f.state and e.seq = f.seq and e.at = f.updated_at as agrees, st_astext(f.geom) as place
     from open_room.map_feature f join open_room.map_edit e using (tenant_id, area_id, feature_id, version) where f.tenant_id = $1 order by name`,
    [tenant.id],
  );
  expect(heads.rows).toEqual([
    { name: 'Broen', version: 2, outdated: true, outside_boundary: true, corroboration: 'OUTDATED', faded: true, agrees: true, place: 'POINT(10.5 56.5)' },
    {
      name: 'Syklubben',
      version: 2,
      outdated: false,
      outside_boundary: false,
      corroboration: 'ONE_VOICE',
      faded: false,
      agrees: true,
      place: 'POINT(10.005 56.005)',
    },
  ]);
  const log = await client.query(
    'select e.seq, m.name from open_room.map_edit e join open_room.membership m on m.person_id = e.actor and m.tenant_id = e.tenant_id where e.tenant_id = $1 order by seq',
    [tenant.id],
  );
  expect(log.rows.map(({ seq, name }) => `${seq} ${name}`)).toEqual(['1 Gæst', '2 Gæst', '3 Gæst', '4 Kvarter']);
  const snapshots = await client.query('select name, seq from open_room.map_snapshot where tenant_id = $1 order by taken_at', [tenant.id]);
  expect(snapshots.rows).toEqual([
    { name: 'Møde for 12 måneder siden', seq: 3 },
    { name: 'Møde for 6 måneder siden', seq: 3 },
  ]);
  expect((await client.query('select seq from open_room.area_seq where tenant_id = $1', [tenant.id])).rows).toEqual([{ seq: 4 }]);
  expect((await client.query('select roles from open_room.membership where tenant_id = $1 and person_id = $2', [tenant.id, systemPerson])).rows).toEqual([
    { roles: ['system'] },
  ]);
});

it('does nothing the second time', async () => {
  const tenant = tenantWith();
  await writeDemo(client, [tenant], now);
  expect(await writeDemo(client, [tenant], now)).toBe(false);
  expect((await client.query('select count(*)::integer as n from open_room.map_edit where tenant_id = $1', [tenant.id])).rows).toEqual([{ n: 4 }]);
});

it('writes nothing at all where an edit breaks a rule of the map', async () => {
  const tenant = tenantWith([{ editId: randomUUID(), featureId: randomUUID(), op: 'CREATE', kind: 'NOTE', name: 'Ring 010190-1234' }]);
  await expect(writeDemo(client, [tenant], now)).rejects.toThrow(DemoEditRefused);
  expect((await client.query('select 1 from open_room.tenant where tenant_id = $1', [tenant.id])).rows).toEqual([]);
  expect((await client.query('select current_user = session_user as back')).rows).toEqual([{ back: true }]);
});

it('prepares each meeting as far as it would be by now, but for what was let slip', async () => {
  const tenant = tenantWith();
  await writeDemo(client, [tenant], now);
  const { rows } = await client.query(
    `select m.title, m.kind, m.area_id is null as nowhere, (select count(*)::integer from open_room.agenda_item a where a.meeting_id = m.meeting_id) as items,
       array(select i.key from open_room.run_sheet_item i where i.meeting_id = m.meeting_id and i.stage = 'BEFORE' and i.done_at is null order by i.due_on) as open
     from open_room.meeting m where m.tenant_id = $1 order by m.starts_at`,
    [tenant.id],
  );
  expect(rows.at(-1)).toEqual({ title: 'Teammøde', kind: 'TEAM', nowhere: true, items: 1, open: ['prepare', 'replies'] });
  expect(rows[0]).toMatchObject({ kind: 'AREA', nowhere: false, open: [] });
});
