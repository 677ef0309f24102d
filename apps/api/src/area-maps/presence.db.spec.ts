import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../platform/auth/actor.js';
import type { Db } from '../platform/db/db.js';
import { Notifications } from '../platform/db/notifications.js';
import { withinOperation } from '../platform/graphql/operation-context.js';
import { AreaAccess } from './area-access.js';
import { AreaWatch } from './area-watch.js';
import { FakeSink } from './fake-sink.fixture.js';
import { World } from './map-world.fixture.js';
import { PresenceService } from './presence.service.js';
import type { Presence } from './presence.type.js';

let world: World;
let here: PresenceService;
let there: PresenceService;
let coordinator: Actor;
let area: string;
const ends: (() => Promise<void> | void)[] = [];

async function processOn(db: Db): Promise<PresenceService> {
  const notifications = new Notifications(world.place.appUrl);
  const watch = new AreaWatch(db, notifications);
  const service = new PresenceService(db, notifications, new AreaAccess(db), watch);
  await watch.onModuleInit();
  await service.onModuleInit();
  ends.unshift(async () => {
    service.onApplicationShutdown();
    await watch.onApplicationShutdown();
    await notifications.close();
  });
  return service;
}

beforeAll(async () => {
  world = await World.make();
  ends.push(() => world.close());
  const other = await world.secondDb();
  ends.unshift(() => other.close());
  here = await processOn(world.db);
  there = await processOn(other);
  coordinator = await world.member('coordinator');
}, 30_000);

afterAll(async () => {
  for (const end of ends) await end();
});

const enter = (service: PresenceService, actor: Actor, areaId = area): FakeSink => {
  const sink = new FakeSink(actor, 'all', randomUUID());
  return sink.join(withinOperation(sink.context, () => service.follow(areaId)));
};
const move = (service: PresenceService, sink: FakeSink, cursor: { lon: number; lat: number } | null, editing: string | null = null, areaId = area) =>
  withinOperation(sink.context, () => world.db.run(sink.actor, 'write', () => service.move(areaId, cursor, editing)));
const latest = (sink: FakeSink): Presence[] => JSON.parse(sink.payloads.at(-1) ?? '[]') as Presence[];
const people = (sink: FakeSink): string[] =>
  latest(sink)
    .map(({ personId }) => personId)
    .sort();

describe('presence', () => {
  it('shows everyone to everyone across processes, with names, and nobody who left', async () => {
    area = await world.area(coordinator);
    const meeting = await world.meeting(area, coordinator);
    const guest = await world.guest(meeting);
    const [one, two] = [enter(here, coordinator), enter(there, guest)];
    const both = [coordinator.personId, guest.personId].sort();
    for (const sink of [one, two]) await sink.until(() => people(sink).join() === both.join());
    expect(latest(one).find(({ personId }) => personId === guest.personId)?.name).toMatch(/^participant /);

    const editing = randomUUID();
    await move(there, two, { lon: 10.001, lat: 56.002 }, editing);
    await one.until(() => latest(one).some((presence) => presence.editing === editing && presence.cursor?.lon === 10.001 && presence.cursor.lat === 56.002));
    two.end();
    await one.until(() => people(one).join() === coordinator.personId);
    one.end();
  });

  it('tells two windows of one person apart, in one colour', async () => {
    area = await world.area(coordinator);
    const [one, two] = [enter(here, coordinator), enter(here, coordinator)];
    await one.until(() => latest(one).length === 2);
    expect(new Set(latest(one).map(({ clientId }) => clientId)).size).toBe(2);
    expect(new Set(latest(one).map(({ color }) => color)).size).toBe(1);
    two.end();
    await one.until(() => latest(one).length === 1);
    one.end();
  });

  it('speaks at most five times a second', async () => {
    area = await world.area(coordinator);
    const sink = enter(here, coordinator);
    await sink.until(({ payloads }) => payloads.length > 0);
    const begun = performance.now();
    const before = sink.payloads.length;
    for (let i = 0; i < 60; i += 1) await move(here, sink, { lon: 10 + i / 1e4, lat: 56 });
    await sink.until(() => latest(sink)[0]?.cursor?.lon === 10.0059);
    const seconds = (performance.now() - begun) / 1000;
    expect(sink.payloads.length - before).toBeLessThanOrEqual(Math.ceil(seconds * 5) + 1);
    sink.end();
  });

  it('lets nobody in, nor speak, who may not see the area, and puts out who may no longer', async () => {
    area = await world.area(coordinator);
    const meeting = await world.meeting(area, coordinator);
    const guest = await world.guest(meeting);
    const stranger = enter(here, await world.member('participant'));
    await stranger.until(({ open }) => !open);
    expect([stranger.reason, stranger.payloads]).toEqual(['AREA_NOT_FOUND', []]);
    await expect(move(here, stranger, { lon: 10, lat: 56 })).rejects.toMatchObject({ reason: 'AREA_NOT_FOUND' });

    const [host, sink] = [enter(here, coordinator), enter(there, guest)];
    await host.until(() => people(host).length === 2);
    await world.admin.query('update open_room.meeting_guest set removed_at = now() where person_id = $1', [guest.personId]);
    await sink.until(({ open }) => !open);
    expect(sink.reason).toBe('AREA_NOT_FOUND');
    await host.until(() => people(host).length === 1);
    host.end();
  });

  it('refuses a cursor off the globe', async () => {
    area = await world.area(coordinator);
    const sink = enter(here, coordinator);
    for (const cursor of [
      { lon: 181, lat: 0 },
      { lon: 0, lat: -91 },
      { lon: Number.NaN, lat: 0 },
    ]) {
      await expect(move(here, sink, cursor)).rejects.toMatchObject({ reason: 'VALUE_INVALID' });
    }
    sink.end();
  });
});
