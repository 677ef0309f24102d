/** Rankings of areas, on a real database. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import type { Actor } from '../platform/auth/actor.js';
import { reasonOf, RoundWorld } from './round-world.fixture.js';

let world: World;
let rounds: RoundWorld;
let coordinator: Actor;
let member: Actor;
let areas: [string, string, string];

beforeAll(async () => {
  world = await World.make();
  rounds = new RoundWorld(world);
  [coordinator, member] = [await world.member('coordinator'), await world.member('team_member')];
  areas = [await world.area(coordinator), await world.area(coordinator, { restricted: true }), await world.area(coordinator)];
});
afterAll(() => world.close());

const rank = (order: readonly string[], reason = 'Ingen kortlægning i to år') =>
  world.as(coordinator, () => rounds.rankings.rank(order.map((areaId) => ({ areaId, reason }))));

describe('a ranking', () => {
  it('is kept with its reasons, day and author; the newest holds, earlier ones stay', async () => {
    expect(await world.as(member, () => rounds.rankings.newest())).toBeNull();
    const first = await rank([areas[0], areas[2]]);
    const second = await rank([areas[2], areas[0]], 'Nye tilflyttere');
    expect(second).toMatchObject({
      rankedById: coordinator.personId,
      places: [
        { place: 1, areaId: areas[2], reason: 'Nye tilflyttere' },
        { place: 2, areaId: areas[0], reason: 'Nye tilflyttere' },
      ],
    });
    expect(await world.as(member, () => rounds.rankings.newest())).toEqual(second);
    expect((await world.as(member, () => rounds.rankings.list())).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('shows an area with the right to it alone, and leaves no gap', async () => {
    const { id } = await rank([areas[1], areas[0], areas[2]]);
    const seen = (await world.as(member, () => rounds.rankings.list())).find((one) => one.id === id);
    expect(seen?.places.map(({ place, areaId }) => [place, areaId])).toEqual([
      [1, areas[0]],
      [2, areas[2]],
    ]);
    const guest = await world.guest(await world.meeting(areas[0], coordinator));
    expect(await world.as(guest, () => rounds.rankings.list())).toEqual([]);
  });

  it('says what is wrong with it', async () => {
    expect(await reasonOf(rank([]))).toBe('RANKING_SIZE');
    expect(await reasonOf(rank([areas[0], areas[0]]))).toBe('RANKING_TWICE');
    expect(await reasonOf(rank([areas[0]], ' '))).toBe('RANKING_REASON');
    expect(await reasonOf(rank([areas[0]], 'Om 010190-1234'))).toBe('CPR_NUMBER');
    expect(await reasonOf(rank([randomUUID()]))).toBe('AREA_NOT_FOUND');
  });
});
