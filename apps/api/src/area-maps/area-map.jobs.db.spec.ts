import { randomUUID } from 'node:crypto';
import { MetadataScanner } from '@nestjs/core';
import type { DiscoveryService } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Actor } from '../platform/auth/actor.js';
import type { Notifications } from '../platform/db/notifications.js';
import { engineOn } from '../platform/jobs/job-engine.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { JobRegistry } from '../platform/jobs/job-registry.js';
import { JobWorker } from '../platform/jobs/job-worker.js';
import { prepareQueue } from '../platform/jobs/migrate-queues.js';
import { AreaMapJobs } from './area-map.jobs.js';
import { MapEditsService } from './map-edits.service.js';
import { MapFadingService } from './map-fading.service.js';
import { World } from './map-world.fixture.js';

let world: World;
let coordinator: Actor;
let queue: JobQueue;
let worker: JobWorker;
let jobs: AreaMapJobs;

beforeAll(async () => {
  world = await World.make();
  coordinator = await world.member('coordinator');
  const queueName = randomUUID(); // of its own, and one ear for its own tenant: other files have jobs and meetings too
  await prepareQueue(world.admin, queueName);
  const ownNews = {
    listen: (channel: string, handler: (key: string) => void) => world.notifications.listen(channel, (key) => key.startsWith(world.tenantId) && handler(key)),
  } as unknown as Notifications;
  const engine = engineOn(inject('database').appUrl, undefined, queueName);
  queue = new JobQueue(engine);
  const handlers: unknown[] = [];
  const fading = new MapFadingService(world.db, new MapEditsService(world.db));
  const registry = new JobRegistry({ getProviders: () => handlers.map((instance) => ({ instance })) } as unknown as DiscoveryService, new MetadataScanner());
  worker = new JobWorker(engine, registry, queue, world.db);
  jobs = new AreaMapJobs(world.db, queue, fading, ownNews, worker);
  handlers.push(jobs);
  registry.onModuleInit();
  await worker.start();
}, 30_000);

afterAll(async () => {
  await queue.schedule([]);
  await worker.beforeApplicationShutdown();
  await queue.beforeApplicationShutdown();
  await world.close();
});

/** An area with a challenge nobody has spoken of for a year, and a meeting closed in that time. */
async function quietArea(): Promise<{ area: string; feature: string }> {
  const area = await world.area(coordinator);
  const feature = randomUUID();
  const edit = { editId: randomUUID(), featureId: feature, baseVersion: 0, op: 'CREATE', kind: 'UNSAFE_ZONE', name: 'Tunnel' } as const;
  await world.as(coordinator, () => new MapEditsService(world.db).apply(area, [edit]));
  await world.admin.query("update open_room.map_feature set touched_at = now() - interval '400 days' where feature_id = $1", [feature]);
  await world.meeting(area, coordinator, 'CLOSED', new Date(Date.now() - 200 * 86_400_000));
  return { area, feature };
}

const outdated = async (feature: string): Promise<boolean> =>
  (await world.admin.query<{ outdated: boolean }>('select outdated from open_room.map_feature where feature_id = $1', [feature])).rows[0]?.outdated ?? false;

describe('fading', () => {
  it('follows the closing of a meeting by itself', async () => {
    const { area, feature } = await quietArea();
    const meeting = await world.meeting(area, coordinator);
    await world.as(coordinator, () =>
      world.db.query("update open_room.meeting set state = 'CLOSED', closed_at = now() where tenant_id = $1 and meeting_id = $2", [world.tenantId, meeting]),
    );
    await expect.poll(() => outdated(feature), { timeout: 10_000 }).toBe(true);
  });

  it('goes by rounds where rounds are led: two of them, however many meetings they had', async () => {
    const { area, feature } = await quietArea();
    const fading = new MapFadingService(world.db, new MapEditsService(world.db));
    const fade = () => world.as(world.system, () => fading.fade(area));
    const closed = (day: number) =>
      world.admin.query(
        `insert into open_room.mapping_round (tenant_id, area_id, name, starts_on, ends_on, responsible, created_by, state, closed_at)
         values ($1, $2, 'Runde', '2026-01-01', '2026-02-01', $3, $3, 'CLOSED', now() - make_interval(days => $4))`,
        [world.tenantId, area, coordinator.personId, day],
      );
    await closed(180);
    for (const days of [120, 60]) await world.meeting(area, coordinator, 'CLOSED', new Date(Date.now() - days * 86_400_000));
    expect(await fade()).toBe(0);
    expect(await world.as(world.system, () => fading.areas())).not.toContain(area);
    await closed(1);
    expect(await world.as(world.system, () => fading.areas())).toContain(area);
    expect(await fade()).toBe(1);
    expect(await outdated(feature)).toBe(true);
  });

  it('finds each night what was missed', async () => {
    const { area, feature } = await quietArea();
    await world.meeting(area, coordinator, 'CLOSED', new Date()); // as if nobody had listened
    await worker.run({ name: 'area-maps.fade-tenant', data: { tenantId: world.tenantId } });
    await expect.poll(() => outdated(feature), { timeout: 10_000 }).toBe(true);
  });

  it('goes through every tenant that is not suspended', async () => {
    const suspended = await World.make();
    await suspended.admin.query('update open_room.tenant set suspended_at = now() where tenant_id = $1', [suspended.tenantId]);
    const { many } = await world.db.run(null, 'job', () => jobs.everywhere());
    await suspended.close();
    expect(many).toContainEqual({ tenantId: world.tenantId });
    expect(many).not.toContainEqual({ tenantId: suspended.tenantId });
  });
});
