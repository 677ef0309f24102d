import { randomUUID } from 'node:crypto';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { currentActor, maybeActor } from '../auth/actor.js';
import { systemPerson } from '../auth/system.js';
import { Db } from '../db/db.js';
import { openDb } from '../db/open.js';
import { logFrom } from '../log/log.js';
import { registry as metrics } from '../metrics/metrics.js';
import { defineJob, Job, next, type NextJobs } from './job.js';
import { type Engine, engineOn } from './job-engine.js';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { JobWorker } from './job-worker.js';
import { prepareQueue } from './migrate-queues.js';

const tenantJob = defineJob('spec.in-tenant', { ids: ['tenantId'] });
const failingJob = defineJob('spec.failing', { ids: ['tenantId'], attempts: 2 });
const apartJob = defineJob('spec.apart', { ids: ['tenantId'], apart: true });
const batchJob = defineJob('spec.batch', { ids: ['tenantId'] });
const ticking = defineJob('spec.ticking', { every: 100 });

class Handlers {
  readonly ran: { tenantId: string; person: string; tenant: string | undefined; purpose: string }[] = [];
  readonly tried: string[] = [];
  readonly begun: string[] = [];
  ticks = 0;
  batches = 0;
  hold: Promise<void> | undefined;
  release: () => void = () => undefined;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly db: Db) {}

  @Job(tenantJob)
  async inTenant({ tenantId }: { tenantId: string }): Promise<void> {
    this.begun.push(tenantId);
    this.notice();
    await this.hold;
    const [row] = await this.db.query<{ purpose: string }>("select current_setting('kvarter.purpose') as purpose");
    this.ran.push({ tenantId, person: currentActor().personId, tenant: currentActor().tenant?.id, purpose: row?.purpose ?? '' });
    this.notice();
  }

  /** Two transactions, which one within another could not be. */
  @Job(apartJob)
  async apart({ tenantId }: { tenantId: string }): Promise<void> {
    await this.db.run(currentActor(), 'job', () => this.inTenant({ tenantId }));
    await this.db.run(currentActor(), 'job', () => this.inTenant({ tenantId }));
  }

  @Job(failingJob)
  async failing({ tenantId }: { tenantId: string }): Promise<void> {
    this.tried.push(tenantId);
    this.notice();
    throw new Error('as it should');
  }

  /** As long as `batches` says, the next is the same job. */
  @Job(batchJob)
  async batch({ tenantId }: { tenantId: string }): Promise<NextJobs> {
    this.begun.push(tenantId);
    this.notice();
    await this.hold;
    const done = this.begun.filter((id) => id === tenantId).length;
    return next(batchJob, done < this.batches ? [{ tenantId }] : []);
  }

  @Job(ticking)
  async tick(): Promise<void> {
    expect(maybeActor()).toBeUndefined();
    this.ticks += 1;
    this.notice();
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
      });
    }
  }

  private notice(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

let db: Db;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  logFrom('silent');
  db = await openDb(Db, inject('database').appUrl, [], 4);
});

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

afterAll(async () => {
  logFrom('info');
  await db.close();
});

function workerOn(engine: Engine, handlers: Handlers): { queue: JobQueue; worker: JobWorker } {
  const registry = new JobRegistry({ getProviders: () => [{ instance: handlers }] } as unknown as DiscoveryService, new MetadataScanner());
  registry.onModuleInit();
  const queue = new JobQueue(engine);
  const worker = new JobWorker(engine, registry, queue, db);
  ends.push(async () => {
    await queue.schedule([]);
    await worker.beforeApplicationShutdown();
    await queue.beforeApplicationShutdown();
  });
  return { queue, worker };
}

const engines: [name: string, url: () => string | undefined][] = [
  ['PostgreSQL', () => undefined],
  ['Redis', () => inject('redisUrl')],
];

describe.each(engines)('jobs on %s', (name, url) => {
  const queueName = randomUUID(); // of its own: other files have workers too
  const engine = (): Engine => engineOn(inject('database').appUrl, url(), queueName);
  const missing = name === 'Redis' && !inject('redisUrl');

  beforeAll(async () => {
    const admin = new Client({ connectionString: inject('database').adminUrl });
    await admin.connect();
    await prepareQueue(admin, queueName);
    await admin.end();
  });

  it.skipIf(missing)('run as Kvarter in their tenant, once however often they were put in', async () => {
    const handlers = new Handlers(db);
    const { queue, worker } = workerOn(engine(), handlers);
    const tenants = Array.from({ length: 5 }, () => randomUUID());
    for (let i = 0; i < 3; i += 1)
      await queue.addMany(
        tenantJob,
        tenants.map((tenantId) => ({ tenantId })),
      );
    await worker.start();
    await handlers.until(() => handlers.ran.length >= tenants.length);
    const marker = randomUUID();
    await queue.add(tenantJob, { tenantId: marker });
    await handlers.until(() => handlers.ran.some(({ tenantId }) => tenantId === marker));
    expect(handlers.ran.map(({ tenantId }) => tenantId).sort()).toEqual([...tenants, marker].sort());
    for (const { tenantId, person, tenant, purpose } of handlers.ran) expect([person, tenant, purpose]).toEqual([systemPerson, tenantId, 'job']);
  });

  it.skipIf(missing)('run transactions of their own where they wait for somebody outside, as Kvarter even so', async () => {
    const handlers = new Handlers(db);
    const { worker } = workerOn(engine(), handlers);
    const tenantId = randomUUID();
    await worker.run({ name: apartJob.name, data: { tenantId } });
    expect(handlers.ran).toEqual(Array.from({ length: 2 }, () => ({ tenantId, person: systemPerson, tenant: tenantId, purpose: 'job' })));
  });

  it.skipIf(missing)('are tried again, given up after the last try, and leave their id free', async () => {
    const handlers = new Handlers(db);
    const { queue, worker } = workerOn(engine(), handlers);
    const givenUp = async () =>
      (await metrics.getSingleMetric('kvarter_jobs_given_up_total')?.get())?.values.find(({ labels }) => labels['name'] === 'spec.failing')?.value ?? 0;
    const before = await givenUp();
    await worker.start();
    const tenantId = randomUUID();
    await queue.add(failingJob, { tenantId });
    await handlers.until(() => handlers.tried.length >= 2);
    await expect.poll(givenUp).toBe(before + 1);
    await queue.add(failingJob, { tenantId });
    await handlers.until(() => handlers.tried.length >= 3);
    expect(new Set(handlers.tried)).toEqual(new Set([tenantId]));
  });

  it.skipIf(missing)('follow themselves as often as there is more to do, and leave their id free', { timeout: 15_000 }, async () => {
    const handlers = new Handlers(db);
    const { queue, worker } = workerOn(engine(), handlers);
    await worker.start();
    handlers.batches = 5;
    const [large, small] = [randomUUID(), randomUUID()];
    await queue.add(batchJob, { tenantId: large });
    await handlers.until(() => handlers.begun.length >= 5);
    await queue.add(batchJob, { tenantId: small });
    await handlers.until(() => handlers.begun.length >= 10);
    expect(handlers.begun).toEqual([...Array.from({ length: 5 }, () => large), ...Array.from({ length: 5 }, () => small)]);
  });

  it.skipIf(missing)('come by themselves, until nobody wants them any more', async () => {
    const handlers = new Handlers(db);
    const { queue, worker } = workerOn(engine(), handlers);
    await worker.start();
    await handlers.until(() => handlers.ticks >= 3);
    const behind = engine().queue();
    ends.push(() => behind.close());
    expect((await behind.getJobSchedulers()).map(({ key, every }) => [key, Number(every)])).toEqual([['spec.ticking', 100]]);
    await queue.schedule([]);
    expect(await behind.getJobSchedulers()).toEqual([]);
    await queue.answers();
  });

  it.skipIf(missing)('are finished before the worker is gone', async () => {
    const handlers = new Handlers(db);
    const { queue, worker } = workerOn(engine(), handlers);
    await worker.start();
    const tenantId = randomUUID();
    handlers.hold = new Promise<void>((resolve) => {
      handlers.release = resolve;
    });
    await queue.add(tenantJob, { tenantId });
    await handlers.until(() => handlers.begun.includes(tenantId));
    const closed = worker.beforeApplicationShutdown().then(() => handlers.ran.map((one) => one.tenantId));
    handlers.release();
    expect(await closed).toContain(tenantId);
  });

  it.skipIf(missing)('that another release put in, or that carry a text, are refused', async () => {
    const { queue, worker } = workerOn(engine(), new Handlers(db));
    await expect(worker.run({ name: 'spec.unknown', data: {} })).rejects.toThrow('nobody does this job');
    await expect(worker.run({ name: 'spec.in-tenant', data: { tenantId: 'Mette' } })).rejects.toThrow('carries tenantId');
    await expect(queue.add(tenantJob, { tenantId: 'Mette' })).rejects.toThrow('carries tenantId');
  });
});
