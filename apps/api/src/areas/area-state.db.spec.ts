import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AreaAccess } from '../area-maps/area-access.js';
import { AreaWatch } from '../area-maps/area-watch.js';
import { World } from '../area-maps/map-world.fixture.js';
import type { Actor } from '../platform/auth/actor.js';
import { AreaStateSource } from './area-state.source.js';

let world: World;
let watch: AreaWatch;
let coordinator: Actor;

beforeAll(async () => {
  world = await World.make();
  watch = new AreaWatch(world.db, world.notifications);
  await watch.onModuleInit();
  coordinator = await world.member('coordinator');
}, 30_000);

afterAll(async () => {
  await watch.onApplicationShutdown();
  await world.close();
});

const stateOf = (actor: Actor, area: string) => new AreaStateSource(new AreaAccess(world.db), watch, actor, area);

/** Reads on until what is said is so; each state may be told more than once. */
async function until(source: AreaStateSource, mayEdit: boolean): Promise<void> {
  for await (const { areaState } of { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) }) if (areaState.mayEdit === mayEdit) return;
}

describe('the state of an area', () => {
  it('comes at once and follows freezing and thawing', async () => {
    const area = await world.area(coordinator);
    const meeting = await world.meeting(area, coordinator);
    const [guest, host] = [stateOf(await world.guest(meeting), area), stateOf(coordinator, area)];
    expect((await guest.next()).value?.areaState).toEqual({ areaId: area, mapSeq: 0, mayEdit: true });
    await host.next();
    await world.admin.query('update open_room.meeting set frozen = true where meeting_id = $1', [meeting]);
    await until(guest, false);
    expect((await host.next()).value?.areaState.mayEdit).toBe(true);
    await world.admin.query('update open_room.meeting set frozen = false where meeting_id = $1', [meeting]);
    await until(guest, true);
    await guest.return();
    await host.return();
  });

  it('ends with an error when the area is lost', async () => {
    const area = await world.area(coordinator);
    const meeting = await world.meeting(area, coordinator);
    const state = stateOf(await world.guest(meeting), area);
    await state.next();
    await world.admin.query("update open_room.meeting set state = 'CLOSED', closed_at = now() where meeting_id = $1", [meeting]);
    await expect(until(state, false)).rejects.toMatchObject({ reason: 'AREA_NOT_FOUND' });
    expect(await state.next()).toMatchObject({ done: true });
  });

  it('lets whoever waits go when it is returned', async () => {
    const area = await world.area(coordinator);
    const state = stateOf(coordinator, area);
    await state.next();
    const waiting = state.next();
    await state.return();
    expect(await waiting).toMatchObject({ done: true });
  });
});
