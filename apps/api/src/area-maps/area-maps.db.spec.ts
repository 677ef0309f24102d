import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../platform/auth/actor.js';
import { AreaMapsService } from './area-maps.service.js';
import type { RawJson } from '../platform/graphql/raw-json.js';
import type { MapEditInput } from './map-edit.input.js';
import { MapBoundaryService } from './map-boundary.service.js';
import { MapEditsService } from './map-edits.service.js';
import { MapSnapshotsService } from './map-snapshots.service.js';
import { square, World } from './map-world.fixture.js';

let world: World;
let edits: MapEditsService;
let maps: AreaMapsService;
let snapshots: MapSnapshotsService;
let coordinator: Actor;
let area: string;

beforeAll(async () => {
  world = await World.make();
  edits = new MapEditsService(world.db);
  maps = new AreaMapsService(world.db);
  snapshots = new MapSnapshotsService(world.db);
  coordinator = await world.member('coordinator');
}, 30_000);

afterAll(() => world.close());

beforeEach(async () => {
  area = await world.area(coordinator);
});

const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
const add = async (more: Partial<MapEditInput> = {}, where = area): Promise<string> => {
  const featureId = randomUUID();
  await world.as(coordinator, () =>
    edits.apply(where, [{ editId: randomUUID(), featureId, baseVersion: 0, op: 'CREATE', kind: 'NOTE', name: 'Bænk', ...more }]),
  );
  return featureId;
};
const change = (featureId: string, baseVersion: number, more: Partial<MapEditInput>) =>
  world.as(coordinator, () => edits.apply(area, [{ editId: randomUUID(), featureId, baseVersion, op: 'UPDATE', ...more }]));
const read = <T>(work: () => Promise<T>, by = coordinator) => world.as(by, work);
const parsed = (collection: RawJson) =>
  collection.toJSON() as { type: string; features: { type: string; id: string; geometry: unknown; properties: Record<string, unknown> }[] };

describe('reading a map', () => {
  it('gives the same by its two ways, at every number', async () => {
    const one = await add({
      geometry: point(10.001, 56.001),
      kind: 'UNSAFE_ZONE',
      note: 'Mørkt "hjørne" \\ æøå',
      details: { times: ['NIGHT'] },
      addVoices: [{ id: randomUUID(), capacity: 'beboer', stance: 'SAYS', saidOn: '2026-03-01' }],
    });
    await add();
    await change(one, 1, { name: 'Tunnelen', geometry: null });
    for (const seq of [0, 1, 2, 3]) {
      await read(async () => {
        const map = await maps.at(area, seq);
        const features = await maps.features(map);
        const collection = parsed(await maps.collection(map));
        expect(collection.type).toBe('FeatureCollection');
        expect(collection.features).toEqual(
          features.map(({ id, geometry, removed: _removed, ...properties }) => ({
            type: 'Feature',
            id,
            geometry,
            properties: JSON.parse(JSON.stringify(properties)) as unknown,
          })),
        );
        expect(features).toHaveLength(Math.min(seq, 2));
      });
    }
  });

  it('is refused where the log has not been, and where the area is not theirs', async () => {
    await add();
    for (const seq of [-1, 2]) await expect(read(() => maps.at(area, seq))).rejects.toMatchObject({ reason: 'NUMBER_OUT_OF_RANGE' });
    await expect(read(() => maps.at(randomUUID()))).rejects.toMatchObject({ reason: 'AREA_NOT_FOUND' });
    const participant = await world.member('participant');
    for (const work of [() => maps.at(area), () => maps.compare(area, 0, 1), () => snapshots.list(area), () => snapshots.take(area, 'Navn')]) {
      await expect(read<unknown>(work, participant)).rejects.toMatchObject({ reason: 'AREA_NOT_FOUND' });
    }
  });

  it('lets a guest read afterwards only where the host allows it', async () => {
    const meeting = await world.meeting(area, coordinator);
    const guest = await world.guest(meeting);
    await add();
    expect(await read(() => maps.at(area), guest)).toMatchObject({ seq: 1 });
    await world.admin.query("update open_room.meeting set state = 'CLOSED', closed_at = now() where meeting_id = $1", [meeting]);
    await expect(read(() => maps.at(area), guest)).rejects.toMatchObject({ reason: 'AREA_NOT_FOUND' });
    await world.admin.query('update open_room.meeting set read_after = true where meeting_id = $1', [meeting]);
    expect(await read(() => maps.at(area), guest)).toMatchObject({ seq: 1 });
  });
});

describe('a new boundary', () => {
  it('changes the sides of what it passes over, in the log too', async () => {
    const [inside, outside, listed] = [await add({ geometry: point(10.001, 56.001) }), await add({ geometry: point(10.1, 56.001) }), await add()];
    const moved = square(10.099);
    await world.as(coordinator, async () => {
      await world.db.query(
        'update open_room.area set boundary = st_setsrid(st_geomfromgeojson($3), 4326), boundary_json = $3 where tenant_id = $1 and area_id = $2',
        [world.tenantId, area, moved],
      );
      const boundaries = new MapBoundaryService(world.db, edits);
      await boundaries.judgeAgain(area);
      await boundaries.judgeAgain(area);
    });
    const map = await read(async () => maps.features(await maps.at(area)));
    expect(new Map(map.map(({ id, version, outsideBoundary }) => [id, [version, outsideBoundary]]))).toEqual(
      new Map([
        [inside, [2, true]],
        [outside, [2, false]],
        [listed, [1, false]],
      ]),
    );
    expect(await read(() => maps.at(area))).toMatchObject({ seq: 5 });
    expect(parsed(await read(async () => maps.collection(await maps.at(area)))).features.find(({ id }) => id === inside)?.properties['outsideBoundary']).toBe(
      true,
    );
  });
});

describe('comparing', () => {
  it('says what came, went and changed, and how far it moved, both ways', async () => {
    const [gone, moved, kept] = [await add(), await add({ geometry: point(10, 56) }), await add()];
    await world.as(coordinator, () => edits.apply(area, [{ editId: randomUUID(), featureId: gone, baseVersion: 1, op: 'REMOVE' }]));
    await change(moved, 1, { geometry: point(10, 56.001), name: 'Flyttet' });
    const come = await add();
    await change(kept, 1, { name: 'Anden' });
    await change(kept, 2, { name: 'Bænk' });
    const comparison = await read(() => maps.compare(area, 3, 8));
    expect(comparison.added.map(({ id }) => id)).toEqual([come]);
    expect(comparison.removed.map(({ id, removed }) => [id, removed])).toEqual([[gone, false]]);
    expect(comparison.changed).toMatchObject([{ before: { id: moved, version: 1 }, after: { version: 2 }, fields: ['name', 'geometry'] }]);
    // A thousandth of a degree of latitude at 56 north is 111.34 m on the ellipsoid.
    expect(comparison.changed[0]?.movedMetres).toBeCloseTo(111.34, 1);
    const back = await read(() => maps.compare(area, 8, 3));
    expect([back.added.map(({ id }) => id), back.removed.map(({ id }) => id), back.changed.length]).toEqual([[gone], [come], 1]);
    expect(await read(() => maps.compare(area, 5, 5))).toMatchObject({ added: [], removed: [], changed: [] });
  });

  it('measures no move where there is none or no place', async () => {
    const [listed, still] = [await add(), await add({ geometry: point(10, 56) })];
    await change(listed, 1, { geometry: point(10, 56) });
    await change(still, 1, { name: 'Stol' });
    const { changed } = await read(() => maps.compare(area, 2, 4));
    expect(changed.map(({ movedMetres }) => movedMetres)).toEqual([null, null]);
  });
});

describe('snapshots', () => {
  it('name a number, the newest first', async () => {
    await add();
    const first = await read(() => snapshots.take(area, '  Før mødet '));
    await add();
    const second = await read(() => snapshots.take(area, 'Efter'), await world.member('team_member'));
    expect(first).toMatchObject({ areaId: area, name: 'Før mødet', seq: 1, meetingId: null });
    expect(await read(() => snapshots.list(area))).toEqual([second, first]);
    await expect(read(() => snapshots.take(area, ''))).rejects.toMatchObject({ reason: 'NAME_EMPTY' });
  });

  it('are not the steering group’s to take, whoever asks the database', async () => {
    const steering = await world.member('steering');
    await expect(read(() => snapshots.take(area, 'Navn'), steering)).rejects.toThrow('row-level security');
  });

  it('at closing hold everything of the meeting', async () => {
    const meeting = await world.meeting(area, coordinator);
    const guest = await world.guest(meeting);
    const tryUntilClosed = async (): Promise<void> => {
      for (;;) {
        const edit = { editId: randomUUID(), featureId: randomUUID(), baseVersion: 0, op: 'CREATE', kind: 'NOTE', name: 'Bænk' } as const;
        const refused = await world
          .as(guest, () => edits.apply(area, [edit]))
          .then(
            () => undefined,
            (error: { reason?: string }) => error,
          );
        if (refused) return expect(refused.reason).toBe('MEETING_CLOSED');
      }
    };
    const editing = Promise.all([tryUntilClosed(), tryUntilClosed(), tryUntilClosed()]);
    while ((await read(() => maps.at(area))).seq < 5);
    const snapshot = await read(async () => {
      await world.db.query("update open_room.meeting set state = 'CLOSED', closed_at = now() where tenant_id = $1 and meeting_id = $2", [
        world.tenantId,
        meeting,
      ]);
      return snapshots.takeAtClosing({ id: meeting, areaId: area, title: 'Områdemøde' });
    });
    await editing;
    expect(snapshot).toMatchObject({ name: 'Områdemøde', meetingId: meeting });
    expect(snapshot.seq).toBe((await read(() => maps.at(area))).seq);
  });
});

describe('history and search', () => {
  it('tells what happened to one mark, with names', async () => {
    const featureId = await add();
    const team = await world.member('team_member');
    await world.as(team, () => edits.apply(area, [{ editId: randomUUID(), featureId, baseVersion: 1, op: 'REMOVE' }]));
    const history = await read(() => maps.history(area, featureId));
    expect(history.map(({ seq, op, actorName, actorId, feature }) => [seq, op, actorName.split(' ')[0], actorId, feature.removed])).toEqual([
      [1, 'CREATE', 'coordinator', coordinator.personId, false],
      [2, 'REMOVE', 'team_member', team.personId, true],
    ]);
    await expect(read(() => maps.history(area, randomUUID()))).rejects.toMatchObject({ reason: 'FEATURE_NOT_FOUND' });
  });

  it('finds what stands in a box in areas one may see', async () => {
    const west = 100 + Math.random();
    const restricted = await world.area(coordinator, { boundary: square(west, 10), restricted: true });
    const inside = await add({ geometry: point(west + 0.1, 10.1) });
    const hidden = await add({ geometry: point(west + 0.2, 10.1) }, restricted);
    await add({ geometry: point(west + 0.9, 10.1) });
    const corner = await add({
      geometry: {
        type: 'LineString',
        coordinates: [
          [west - 0.1, 10.3],
          [west + 0.3, 9.9],
        ],
      },
    });
    // Its bounding box meets the box, the line itself does not.
    await add({
      geometry: {
        type: 'LineString',
        coordinates: [
          [west - 0.1, 10.15],
          [west + 0.05, 9.9],
          [west + 0.5, 9.9],
        ],
      },
    });
    const removed = await add({ geometry: point(west + 0.1, 10.1) });
    await world.as(coordinator, () => edits.apply(area, [{ editId: randomUUID(), featureId: removed, baseVersion: 1, op: 'REMOVE' }]));
    const box = { west, south: 10, east: west + 0.4, north: 10.4 };
    const found = async (by: Actor) =>
      parsed(await read(() => maps.inBox(box), by))
        .features.map(({ id, properties }) => [id, properties['areaId']])
        .sort();
    expect(await found(coordinator)).toEqual(
      [
        [inside, area],
        [hidden, restricted],
        [corner, area],
      ].sort(),
    );
    expect(await found(await world.member('team_member'))).toEqual(
      [
        [inside, area],
        [corner, area],
      ].sort(),
    );
    expect(await found(await world.member('participant'))).toEqual([]);
    await expect(read(() => maps.inBox({ ...box, west: 1, east: 0 }))).rejects.toMatchObject({ reason: 'VALUE_INVALID' });
  });
});
