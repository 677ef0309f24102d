import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Areal,
  changedFields,
  checkBoundary,
  checkGeometry,
  corroborationOf,
  type FeatureState,
  findCpr,
  hasFaded,
  isInside,
  kindNames,
  namesSomebody,
  polygonsOf,
  positionsOf,
} from '@kvarter/geo';
import { addDays, isWorkingDay, type LocalDate, localDate, localDateOf } from '@kvarter/cadence';
import type { DemoArea, DemoTenant } from '../../../apps/api/src/demo/demo-facts.js';
import { followUpRows } from '../../../apps/api/src/demo/follow-up-rows.js';
import { systemPerson } from '../../../apps/api/src/platform/auth/system.js';
import { replay } from '../../../apps/api/src/demo/replay.js';
import { demo } from './demo.mjs';

// Days around the change to summer time, a leap day, the end of a long month, and night in Denmark.
const days = ['2026-11-21T10:20:00Z', '2027-03-28T01:30:00Z', '2028-02-29T12:00:00Z', '2027-08-31T22:50:00Z', '2027-01-01T00:05:00Z'];
const now = new Date('2026-11-21T10:20:00Z');

/** PostGIS's word on geometries is asked for when they are written, not here. */
const nowhere = new Map();

let tenants: readonly DemoTenant[];
let birkelunden: DemoArea;
let story: ReturnType<typeof replay>;
let standing: readonly FeatureState[];

beforeAll(() => {
  tenants = demo(now);
  birkelunden = areaNamed('Birkelunden');
  story = replay(birkelunden, nowhere);
  standing = [...story.heads.values()].map(({ state }) => state).filter(({ removed }) => !removed);
});

const allAreas = (): DemoArea[] => tenants.flatMap(({ areas }) => areas);

function areaNamed(name: string): DemoArea {
  const area = allAreas().find((each) => each.name === name);
  if (!area) throw new Error(`no area is called ${name}`);
  return area;
}

const rowsOf = (tenant: DemoTenant, today: LocalDate, table: string) => followUpRows(tenant, today).find(([name]) => name === table)?.[1] ?? [];

const mapAt = (seq: number): Map<string, FeatureState> =>
  new Map(story.log.filter(({ line }) => line.seq <= seq).map(({ line }) => [line.after.id, line.after.state]));

describe('the people', () => {
  it('are every persona the outside contract names, in its tenant', () => {
    const personas = tenants.flatMap(({ slug, members }) => members.flatMap(({ persona, roles }) => (persona ? [`${persona} ${slug} ${roles.join()}`] : [])));
    expect(personas.toSorted()).toEqual([
      'admin aakoebing tenant_admin',
      'case-lead aakoebing case_lead',
      'case-worker aakoebing case_worker',
      'centre centre centre_admin',
      'coordinator aakoebing coordinator',
      'neighbour nordstrand coordinator',
      'participant aakoebing participant',
      'steering aakoebing steering',
      'team aakoebing team_member',
    ]);
  });

  it('include the participant among the guests of the open meeting', () => {
    const participant = tenants.flatMap(({ members }) => members).find(({ persona }) => persona === 'participant');
    const open = birkelunden.meetings.filter(({ state }) => state === 'OPEN');
    expect(open).toHaveLength(1);
    expect(open[0]?.guests.map(({ personId }) => personId)).toContain(participant?.id);
  });

  it('act only while they are members, and as guests only in their own open meeting', () => {
    for (const { members, areas } of tenants) {
      for (const area of areas) {
        for (const { at, actorId, meetingId } of area.edits) {
          const member = members.find(({ id }) => id === actorId);
          expect(member, 'an actor is a member').toBeDefined();
          if (!member) continue;
          expect(member.since.getTime()).toBeLessThan(at.getTime());
          if (member.endedAt) expect(at.getTime()).toBeLessThan(member.endedAt.getTime());
          if (member.roles.includes('coordinator') || member.roles.includes('team_member')) continue;
          const meeting = area.meetings.find(({ id }) => id === meetingId);
          expect(meeting?.guests.map(({ personId }) => personId)).toContain(actorId);
        }
      }
    }
  });
});

describe('the story', () => {
  it.each(days)('keeps every rule of the map and the order of time, seeded on %s', (day) => {
    const seeded = new Date(day);
    for (const area of demo(seeded).flatMap(({ areas }) => areas)) {
      const { log } = replay(area, nowhere);
      expect(log).toHaveLength(new Set(log.map(({ line }) => line.editId)).size);
      for (const [index, { line, head }] of log.entries()) {
        expect(line.seq).toBe(index + 1);
        expect(head.updatedAt.getTime()).toBeGreaterThanOrEqual(log[index - 1]?.head.updatedAt.getTime() ?? 0);
        expect(head.updatedAt.getTime()).toBeLessThanOrEqual(seeded.getTime());
      }
      for (const meeting of area.meetings) {
        const its = log.filter(({ meetingId }) => meetingId === meeting.id);
        for (const { head } of its) {
          expect(head.updatedAt.getTime()).toBeGreaterThan(meeting.openedAt?.getTime() ?? Number.POSITIVE_INFINITY);
          expect(head.updatedAt.getTime()).toBeLessThan(meeting.closedAt?.getTime() ?? Number.POSITIVE_INFINITY);
        }
      }
    }
  });

  it('holds three closed area meetings half a year apart, one open today, one planned, and a walk to come', () => {
    expect(birkelunden.meetings.map(({ state }) => state)).toEqual(['CLOSED', 'CLOSED', 'CLOSED', 'OPEN', 'PLANNED', 'PLANNED']);
    const [first, second, third] = story.snapshots.map(({ takenAt }) => (now.getTime() - takenAt.getTime()) / (86_400_000 * 30.44));
    expect([first, second, third].map((months) => Math.round(months ?? 0))).toEqual([18, 12, 6]);
    for (const { startsAt } of birkelunden.meetings.filter(({ state }) => state === 'CLOSED')) {
      expect(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(startsAt)).toBe(
        'Thu 16:30',
      );
    }
  });

  it('gives comparison something to show: marks that came, went, moved, and were reworded', () => {
    const [, second, third] = story.snapshots.map(({ seq }) => mapAt(seq));
    const today = mapAt(story.log.length);
    for (const [before, after] of [
      [second, third],
      [third, today],
    ]) {
      const pairs = [...(after ?? [])].map(([id, state]) => ({ state, was: before?.get(id) }));
      const stays = pairs.flatMap(({ state, was }) => (was && !was.removed && !state.removed ? [changedFields(was, state)] : []));
      expect(pairs.filter(({ was }) => !was).length).toBeGreaterThanOrEqual(8);
      expect(pairs.filter(({ state, was }) => state.removed && was && !was.removed).length).toBeGreaterThanOrEqual(1);
      expect(stays.filter((fields) => fields.includes('geometry')).length).toBeGreaterThanOrEqual(1);
      expect(stays.filter((fields) => fields.includes('note')).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('leaves nothing for the fading job to do, and shows that it has been at work', () => {
    const closings = birkelunden.meetings.flatMap(({ closedAt }) => closedAt ?? []);
    const due = [...story.heads.values()].filter(({ state, touchedAt }) => !state.removed && !state.outdated && hasFaded(state.kind, touchedAt, closings));
    expect(due).toEqual([]);
    expect(story.log.filter(({ actorId }) => actorId === systemPerson).length).toBeGreaterThanOrEqual(3);
  });
});

describe('the marks of Birkelunden', () => {
  it('are of all eleven kinds', () => {
    const counts = Object.fromEntries(kindNames.map((kind) => [kind, standing.filter((state) => state.kind === kind).length]));
    expect(counts).toEqual({
      ASSOCIATION: 12,
      INSTITUTION: 9,
      ENTHUSIAST: 6,
      PHYSICAL_PLACE: 11,
      SAFE_ZONE: 4,
      UNSAFE_ZONE: 8,
      GATHERING_SPOT: 6,
      CRIME_SPOT: 4,
      CONCERNING_MILIEU: 2,
      INTERVENTION: 3,
      NOTE: 4,
    });
  });

  it('show every corroboration, points, lines and zones, and one milieu without a place', () => {
    expect(new Set(standing.map(corroborationOf))).toEqual(new Set(['ONE_VOICE', 'SEVERAL', 'CONFIRMED', 'REFUTED', 'OUTDATED']));
    expect(new Set(standing.map(({ geometry }) => geometry?.type))).toEqual(new Set(['Point', 'LineString', 'Polygon', undefined]));
    expect(standing.filter(({ geometry }) => geometry === null).map(({ kind }) => kind)).toEqual(['CONCERNING_MILIEU']);
  });

  it('lie inside the boundary, but for the tunnel', () => {
    const outside = standing.filter(
      ({ geometry }) => geometry && !positionsOf(geometry).every((position) => isInside(position, polygonsOf(birkelunden.boundary as Areal))),
    );
    expect(outside.map(({ name }) => name)).toEqual(['Tunnelen under Fjordvejen']);
  });
});

describe('what is agreed and followed up', () => {
  it.each(days)('gives the desks of coordinator, team and steering something late or due, and something ahead, seeded on %s', (day) => {
    const seeded = new Date(day);
    const today = localDateOf(seeded);
    const [tenant] = demo(seeded);
    if (!tenant) throw new Error('no tenant');
    const checks = rowsOf(tenant, today, 'open_room.follow_up').filter(({ state }) => state === 'OPEN');
    for (const persona of ['coordinator', 'team', 'steering']) {
      const id = tenant.members.find((member) => member.persona === persona)?.id;
      const own = checks.filter(({ responsible }) => responsible === id).map(({ due_on: dueOn }) => String(dueOn));
      expect(own.filter((due) => due <= today).length, persona).toBeGreaterThanOrEqual(1);
      expect(own.filter((due) => due > today && due <= addDays(today, 30)).length, persona).toBeGreaterThanOrEqual(1);
    }
    expect(checks.every(({ due_on: dueOn }) => isWorkingDay(localDate(dueOn)))).toBe(true);
    expect(rowsOf(tenant, today, 'open_room.agreement').filter(({ state }) => state !== 'OPEN').length).toBeGreaterThanOrEqual(4);
    expect(checks.filter(({ taken_over_from: left }) => left !== null)).toHaveLength(1);
    expect(rowsOf(tenant, today, 'open_room.reminder')).toHaveLength(checks.reduce((sum, { reminders }) => sum + Number(reminders), 0));
  });

  it('is the work of members, and holds no civil registration number', () => {
    for (const { members, areas } of tenants) {
      for (const { responsible, createdBy, createdAt, title, detail, report } of areas.flatMap(({ agreements }) => agreements)) {
        expect(members.find(({ id }) => id === responsible)?.endedAt, title).toBeNull();
        expect(members.find(({ id }) => id === createdBy)?.since.getTime(), title).toBeLessThan(createdAt.getTime());
        expect([title, detail ?? '', report ?? ''].filter((text) => findCpr(text))).toEqual([]);
      }
    }
  });
});

describe('every area', () => {
  it('has a boundary and a background map that are sound, and lies in Denmark', () => {
    for (const { name, boundary, backdrop } of allAreas()) {
      expect(checkBoundary(boundary), name).toMatchObject({ ok: true });
      const drawing: { features?: { geometry: unknown; properties: { layer: string } }[] } = backdrop ?? {};
      for (const { geometry, properties } of drawing.features ?? []) {
        expect(['building', 'path', 'road', 'green', 'water', 'label']).toContain(properties.layer);
        const check = checkGeometry(geometry);
        expect(check, `${name}, ${properties.layer}`).toMatchObject({ ok: true });
        if (!check.ok) continue;
        const [west, south, east, north] = check.bbox;
        expect(west > 7.5 && east < 15.6 && south > 54.3 && north < 58).toBe(true);
      }
    }
  });

  it('holds no civil registration number, and no name of a person without consent', () => {
    for (const after of allAreas().flatMap((area) => replay(area, nowhere).log.map(({ head }) => head.state))) {
      const texts = [
        after.name,
        after.note ?? '',
        ...Object.values(after.details).filter((value) => typeof value === 'string'),
        ...after.voices.map(({ capacity }) => capacity),
      ];
      expect(texts.filter((text) => findCpr(text))).toEqual([]);
      expect(namesSomebody(after), after.name).toBe(false);
    }
  });
});
