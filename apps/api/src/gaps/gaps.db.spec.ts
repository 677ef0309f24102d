/** Gaps on real maps: what is found, what becomes of what is taken up, and that looking stays cheap. */
import { randomUUID } from 'node:crypto';
import { localDate } from '@kvarter/cadence';
import { metresBetween } from '@kvarter/geo';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { square, World } from '../area-maps/map-world.fixture.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { FakeClock } from '../platform/clock/fake-clock.fixture.js';
import { reach } from './gap.rules.js';
import { GapClosing, GapFoundBy, GapKind, type KnowledgeGap } from './gap.type.js';
import { GapsService } from './gaps.service.js';

const today = localDate('2026-11-20'); // a Friday
/** Lower left corner of an area of 500 by 445 m. */
const [west, south] = [10, 56];
const metres = (x: number, y: number): [number, number] => [west + x / 62_300, south + y / 111_350];

let world: World;
let clock: FakeClock;
let followUps: FollowUpsService;
let gaps: GapsService;
let coordinator: Actor;
let member: Actor;

beforeAll(async () => {
  world = await World.make();
  [coordinator, member] = [await world.member('coordinator'), await world.member('team_member')];
});
afterAll(() => world.close());
beforeEach(() => {
  clock = new FakeClock(today);
  followUps = new FollowUpsService(world.db, clock);
  gaps = new GapsService(world.db, clock, followUps);
});

type Mark = readonly [kind: string, geometry: object];
const point = (kind: string, x: number, y: number): Mark => [kind, { type: 'Point', coordinates: metres(x, y) }];
const put = async (areaId: string, marks: readonly Mark[], more = '') => {
  await world.admin.query(
    `insert into open_room.map_feature (tenant_id, area_id, feature_id, version, seq, kind, state, geom, touched_at, created_at, updated_at, json ${more && ', removed'})
     select $1, $2, gen_random_uuid(), 1, 1, m.kind, '{}', st_setsrid(st_geomfromgeojson(m.geometry), 4326), now(), now(), now(), '' ${more && ', true'}
     from unnest($3::text[], $4::text[]) as m (kind, geometry)`,
    [world.tenantId, areaId, marks.map(([kind]) => kind), marks.map(([, geometry]) => JSON.stringify(geometry))],
  );
};
const areaWith = async (...marks: Mark[]): Promise<string> => {
  const areaId = await world.area(coordinator, { boundary: square(west, south) });
  await put(areaId, marks);
  return areaId;
};
const find = (areaId: string, by = coordinator) => world.as(by, () => gaps.find(areaId));
const kindsIn = async (areaId: string, kind: GapKind) => (await find(areaId)).gaps.filter((gap) => gap.kind === kind);
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error & { reason?: string }) => error.reason ?? error.message,
  );
const all = ['ASSOCIATION', 'INSTITUTION', 'ENTHUSIAST', 'PHYSICAL_PLACE'];
/** Resources every 100 m, all kinds. */
const everywhere = Array.from({ length: 30 }, (_, n) => point(all[n % 4] ?? '', 50 + (n % 6) * 85, 40 + Math.floor(n / 6) * 90));

describe('on a map is found', () => {
  it('nothing where there is something of everything everywhere', async () => {
    expect(await find(await areaWith(...everywhere))).toEqual({ resources: 30, reachMetres: reach, gaps: [] });
  });

  it('the whole of an area as blank where nothing is on its map', async () => {
    const { gaps: found, resources } = await find(await areaWith());
    expect(resources).toBe(0);
    expect(found.map(({ kind }) => kind)).toEqual([GapKind.BLANK_PART]);
    expect(Math.abs((found[0]?.squareMetres ?? 0) / (500 * 445) - 1)).toBeLessThan(0.02);
  });

  it('a kind there is none of, counted with stakeholders who have no mark', async () => {
    const area = await areaWith(...everywhere.filter(([kind]) => kind !== 'ENTHUSIAST' && kind !== 'INSTITUTION'));
    const thin = () => kindsIn(area, GapKind.THIN_KIND).then((found) => found.map(({ featureKind, count, others }) => [featureKind, count, others]));
    expect(await thin()).toEqual([
      ['INSTITUTION', 0, 15],
      ['ENTHUSIAST', 0, 15],
    ]);
    for (const kind of ['VOLUNTEER', 'VOLUNTEER', 'POLICE'])
      await world.admin.query('insert into open_room.stakeholder (tenant_id, area_id, name, kind, created_by) values ($1, $2, $3, $3, $4)', [
        world.tenantId,
        area,
        kind,
        coordinator.personId,
      ]);
    expect(await thin()).toEqual([['INSTITUTION', 0, 17]]);
  });

  it('resources that all lie together, and the part they leave blank', async () => {
    const area = await areaWith(...all.flatMap((kind, n) => [point(kind, 60 + n * 12, 60), point(kind, 60 + n * 12, 80)]));
    const [clump] = await kindsIn(area, GapKind.CLUMP);
    expect(clump).toMatchObject({ count: 8, place: { type: 'Polygon' } });
    expect(await kindsIn(area, GapKind.BLANK_PART)).toHaveLength(1);
    expect(await kindsIn(await areaWith(...everywhere), GapKind.CLUMP)).toEqual([]);
  });

  it('challenges together that no resource is near, until one is', async () => {
    const area = await areaWith(point('ASSOCIATION', 30, 30), ...[0, 30, 60].map((x) => point('UNSAFE_ZONE', 400 + x, 400)));
    expect(await kindsIn(area, GapKind.UNMET_CHALLENGES)).toMatchObject([{ count: 3 }]);
    await put(area, [point('SAFE_ZONE', 420, 330)]);
    expect(await kindsIn(area, GapKind.UNMET_CHALLENGES)).toEqual([]);
  });

  it('nothing by what was taken off the map, nor for an area one does not see', async () => {
    const area = await areaWith();
    await put(area, everywhere, 'removed');
    expect((await find(area)).resources).toBe(0);
    const hidden = await world.area(coordinator, { restricted: true });
    expect(await reasonOf(find(hidden, member))).toBe('AREA_NOT_FOUND');
    expect(await reasonOf(find(randomUUID()))).toBe('AREA_NOT_FOUND');
  });

  it('nothing where the world has no metres of ours, and no fault', async () => {
    const far = await world.area(coordinator, { boundary: square(179.9, 10, 0.05) });
    await put(far, [['ASSOCIATION', { type: 'Point', coordinates: [0, 89.9] }]]);
    expect((await find(far)).gaps.every(({ place }) => place === null)).toBe(true);
  });
});

describe('a blank part', () => {
  const inside = fc.record({ x: fc.integer({ min: -150, max: 650 }), y: fc.integer({ min: -150, max: 600 }) });
  const marks = fc.array(fc.tuple(fc.constantFrom(...all, 'SAFE_ZONE'), inside, fc.integer({ min: 0, max: 60 })), { maxLength: 8 });
  const drawn = ([kind, { x, y }, size]: [string, { x: number; y: number }, number]): Mark =>
    size < 20
      ? point(kind, x, y)
      : [kind, { type: 'Polygon', coordinates: [[metres(x, y), metres(x + size, y), metres(x + size, y + size), metres(x, y + size), metres(x, y)]] }];

  it('never lies within reach of a resource, and every cell without one near is in it or too little to speak of', async () => {
    const cell = 20;
    await fc.assert(
      fc.asyncProperty(marks, async (given) => {
        const area = await areaWith(...given.map(drawn));
        const places = (await kindsIn(area, GapKind.BLANK_PART)).map(({ place }) => JSON.stringify(place));
        const { rows } = await world.admin.query<{ near: number | null; missed: number }>(
          `with area as (select st_transform(boundary, 25832) as shape from open_room.area where area_id = $1),
             blank as (select st_transform(st_setsrid(st_geomfromgeojson(p), 4326), 25832) as geom from unnest($2::text[]) p),
             marks as (select st_transform(geom, 25832) as geom from open_room.map_feature where area_id = $1),
             empty as (
               select st_union(c.geom) as geom from area, lateral st_squaregrid($3, shape) c
               where st_intersects(shape, c.geom) and not exists (select from marks m where st_distance(m.geom, c.geom) <= $4)),
             left_out as (
               select (st_dump(st_difference(st_intersection(empty.geom, area.shape), coalesce((select st_buffer(st_union(geom), 0.1) from blank), st_geomfromtext('POLYGON EMPTY', 25832))))).geom
               from empty, area)
           select (select min(st_distance(m.geom, b.geom)) from marks m, blank b) as near,
                  (select count(*)::integer from left_out where st_area(geom) >= 2500) as missed`,
          [area, places, cell, reach],
        );
        expect(rows[0]?.near ?? reach).toBeGreaterThan(reach - 0.1);
        expect(rows[0]?.missed).toBe(0);
      }),
      { numRuns: inject('database').kind === 'native' ? 60 : 15 },
    );
  });

  it('of an area with 2,000 marks is found in a moment, and a huge area has no more cells than a small one', async () => {
    const wide = await world.area(coordinator, { boundary: square(west, south, 0.03) });
    const spots = Array.from({ length: 2_000 }, (_, n) => point([...all, 'UNSAFE_ZONE'][n % 5] ?? '', ((n * 37) % 700) * 1.3, ((n * 91) % 800) * 1.2));
    await put(wide, spots);
    await world.admin.query('analyze open_room.map_feature');
    const took: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const begun = performance.now();
      expect((await find(wide)).gaps.length).toBeGreaterThan(0);
      took.push(performance.now() - begun);
    }
    const huge = await world.area(coordinator, { boundary: square(9, 55, 2) });
    const begun = performance.now();
    expect(await kindsIn(huge, GapKind.BLANK_PART)).toHaveLength(1);
    if (inject('database').kind === 'native') {
      // Three times what it takes here when nobody else works on the machine.
      expect(Math.min(...took)).toBeLessThan(300);
      expect(performance.now() - begun).toBeLessThan(1_500);
    }
  });
});

describe('a gap that was taken up', () => {
  const takeUp = (areaId: string, more: object = {}, by = member): Promise<KnowledgeGap> =>
    world.as(by, () => gaps.takeUp({ areaId, kind: GapKind.OTHER, foundBy: GapFoundBy.HAND, question: 'Hvem kender de unge om aftenen?', ...more }));
  const assign = ({ id, version }: KnowledgeGap, to: Actor, dueOn = '2026-12-03', by = coordinator) =>
    world.as(by, () => gaps.assign({ id, version, responsiblePersonId: to.personId, dueOn }));
  const checkOf = ({ id }: KnowledgeGap) => world.as(coordinator, () => followUps.ofSubject('GAP', id));

  it('is not found again while it is open, nor for half a year after it was no gap', async () => {
    const area = await areaWith();
    const [blank] = (await find(area)).gaps;
    const gap = await takeUp(area, { kind: GapKind.BLANK_PART, foundBy: GapFoundBy.MAP, place: blank?.place });
    expect(gap).toMatchObject({ place: blank?.place, foundBy: 'MAP', state: 'OPEN', assignedToId: null });
    expect((await find(area)).gaps).toEqual([]);
    await world.as(coordinator, () => gaps.close({ id: gap.id, closedAs: GapClosing.NOT_A_GAP, reason: 'Det er en mark.' }));
    expect((await find(area)).gaps).toEqual([]);
    clock.goTo('2027-05-20');
    expect((await find(area)).gaps).toEqual([]);
    clock.goTo('2027-05-21');
    expect((await find(area)).gaps).toHaveLength(1);
  });

  it('of a kind rests with its kind, and what was given up is found again', async () => {
    const area = await areaWith(...everywhere.filter(([kind]) => kind !== 'ENTHUSIAST'));
    const gap = await takeUp(area, { kind: GapKind.THIN_KIND, foundBy: GapFoundBy.MAP, featureKind: 'ENTHUSIAST' });
    expect(await kindsIn(area, GapKind.THIN_KIND)).toEqual([]);
    await world.as(coordinator, () => gaps.close({ id: gap.id, closedAs: GapClosing.GIVEN_UP, reason: 'Ingen ved det.' }));
    expect(await kindsIn(area, GapKind.THIN_KIND)).toHaveLength(1);
  });

  it('and given to somebody is a check of theirs, which goes along and ends with the answer', async () => {
    const area = await areaWith(...everywhere);
    const gap = await assign(await takeUp(area), member);
    expect(gap).toMatchObject({ assignedToId: member.personId, dueOn: '2026-12-03', late: false });
    expect(await checkOf(gap)).toMatchObject({ responsibleId: member.personId, dueOn: '2026-12-03', title: gap.question });
    const moved = await assign(gap, coordinator, '2026-12-05', member);
    expect(await checkOf(gap)).toMatchObject({ responsibleId: coordinator.personId, dueOn: '2026-12-07' });
    expect(await reasonOf(assign(gap, member))).toBe('GAP_CHANGED');
    const { rows } = await world.admin.query<{ id: string }>('select feature_id as id from open_room.map_feature where area_id = $1 limit 2', [area]);
    const led = rows.map(({ id }) => id);
    const answered = await world.as(member, () => gaps.answer({ id: gap.id, answer: 'Klubben gør.', ledToFeatureIds: led }));
    expect(answered).toMatchObject({ state: 'ANSWERED', answer: 'Klubben gør.', ledToFeatureIds: led, endedById: member.personId });
    expect(await checkOf(gap)).toBeNull();
    expect(await reasonOf(assign(moved, member))).toBe('GAP_ENDED');
  });

  it('and its check are one: answered, given up or moved there is so here', async () => {
    const area = await areaWith();
    const given = async () => assign(await takeUp(area), member);
    const check = async (gap: KnowledgeGap) => (await followUps.ofSubject('GAP', gap.id))?.id ?? '';
    const now = ({ id }: KnowledgeGap) => world.as(member, () => gaps.one(id));
    const [answered, skipped, moved, ticked] = [await given(), await given(), await given(), await given()];
    await world.as(member, async () => followUps.complete(await check(answered), 'Caféen har åbent til 22.'));
    expect(await now(answered)).toMatchObject({ state: 'ANSWERED', answer: 'Caféen har åbent til 22.' });
    await world.as(member, async () => followUps.skip(await check(skipped), 'Ingen ved det.'));
    expect(await now(skipped)).toMatchObject({ state: 'CLOSED', closedAs: 'GIVEN_UP', reason: 'Ingen ved det.' });
    await world.as(coordinator, async () => followUps.move(await check(moved), '2026-12-14'));
    expect(await now(moved)).toMatchObject({ dueOn: '2026-12-14' });
    // Done without a word answers nothing.
    await world.as(member, async () => followUps.complete(await check(ticked)));
    expect(await now(ticked)).toMatchObject({ state: 'OPEN', assignedToId: null, dueOn: null });
  });

  it('is refused with the reason where it does not fit', async () => {
    const area = await areaWith();
    expect(await reasonOf(takeUp(area, { question: 'Hvem er 010190-1234?' }))).toBe('CPR_NUMBER');
    expect(await reasonOf(takeUp(area, { question: ' ' }))).toBe('FIELD_EMPTY');
    expect(await reasonOf(takeUp(area, { kind: GapKind.THIN_KIND }))).toBe('GAP_KIND_UNFIT');
    expect(await reasonOf(takeUp(area, { featureKind: 'ENTHUSIAST' }))).toBe('GAP_KIND_UNFIT');
    expect(await reasonOf(takeUp(area, { place: { type: 'Point', coordinates: [10] } }))).toMatch(/^GEOMETRY/);
    expect(await reasonOf(takeUp(randomUUID()))).toBe('AREA_NOT_FOUND');
    const gap = await takeUp(area);
    expect(await reasonOf(assign(gap, member, '2026-11-01'))).toBe('DAY_HAS_PASSED');
    expect(await reasonOf(world.as(member, () => gaps.close({ id: gap.id, closedAs: GapClosing.NO_LONGER, reason: '' })))).toBe('FIELD_EMPTY');
    expect(await reasonOf(world.as(member, () => gaps.answer({ id: gap.id, answer: 'Ja', ledToFeatureIds: [randomUUID()] })))).toBe('FEATURE_NOT_HERE');
    expect(await reasonOf(world.as(member, () => gaps.answer({ id: gap.id, answer: 'Ja', ledToStakeholderId: randomUUID() })))).toBe('STAKEHOLDER_NOT_FOUND');
  });

  it('is the team’s: guests see nothing of it, and leaders read', async () => {
    const area = await areaWith();
    const gap = await takeUp(area);
    const guest = await world.guest(await world.meeting(area, coordinator));
    expect(await world.as(guest, () => gaps.list(area))).toEqual([]);
    expect(await reasonOf(world.as(guest, () => gaps.one(gap.id)))).toBe('GAP_NOT_FOUND');
    const leader = await world.member('steering');
    expect(await world.as(leader, () => gaps.list(area))).toMatchObject([{ id: gap.id }]);
    const toLeader = await assign(gap, leader);
    await world.as(leader, async () => followUps.complete((await followUps.ofSubject('GAP', toLeader.id))?.id ?? '', 'Det gør SSP.'));
    expect(await world.as(coordinator, () => gaps.one(gap.id))).toMatchObject({ state: 'ANSWERED', endedById: leader.personId });
  });

  it('falls to the coordinator when the one whose it is leaves', async () => {
    const leaver = await world.member('team_member');
    const gap = await assign(await takeUp(await areaWith()), leaver);
    await world.admin.query('update open_room.membership set ended_at = now() where tenant_id = $1 and person_id = $2', [world.tenantId, leaver.personId]);
    expect(await world.as(coordinator, () => gaps.one(gap.id))).toMatchObject({ assignedToId: coordinator.personId, takenOverFromId: leaver.personId });
  });
});

it('metres of these tests are metres', () => {
  expect(Math.abs(metresBetween(metres(0, 0), metres(300, 400)) - 500)).toBeLessThan(5);
});
