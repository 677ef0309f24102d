/** Does the jobs, in the worker process: each in a transaction, as Kvarter in the job's tenant. */
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import { actAs } from '../auth/actor.js';
import { systemActor } from '../auth/system.js';
import { Db } from '../db/db.js';
import { log } from '../log/log.js';
import { idsOf } from './job.js';
import type { Engine } from './job-engine.js';
import { jobSeconds, jobsGivenUp } from './job-metrics.js';
import { ENGINE, JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';

/** Milliseconds between two looks at whether the queue still knows what comes by itself. */
const lookEvery = 5_000;

@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private worker: Worker | undefined;
  private look: NodeJS.Timeout | undefined;
  private readonly starters: (() => Promise<unknown>)[] = [];

  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    private readonly registry: JobRegistry,
    private readonly queue: JobQueue,
    private readonly db: Db,
  ) {}

  /** Does `begin` where and when the worker starts. */
  onStart(begin: () => Promise<unknown>): void {
    this.starters.push(begin);
  }

  /** Takes up work. Called by the worker process alone. */
  async start(): Promise<void> {
    const scheduled = this.registry.scheduled();
    await this.queue.schedule(scheduled);
    // A queue that doesn't answer says so itself, and is asked again.
    this.look = setInterval(() => void this.queue.keepScheduled(scheduled).catch(() => undefined), lookEvery).unref();
    const worker = (this.worker = this.engine.worker((job) => this.run(job).catch(withoutWords)));
    worker.on('error', (error) => log.warn('the queue does not answer', { name: 'worker', error }));
    worker.on('failed', (job, error) => this.failed(job, error));
    await worker.waitUntilReady();
    for (const begin of this.starters) await begin();
    void worker.run().catch((error: unknown) => log.error('the worker stopped', { error }));
  }

  /** Finishes what it has begun; the rest waits for others. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.look);
    await this.worker?.close();
  }

  /** One job, from its name and payload. Rejects where it should be tried again. */
  async run({ name, data }: Pick<Job, 'name' | 'data'>): Promise<void> {
    const job = this.registry.get(name);
    // Of another release, perhaps: that one's worker has it scheduled again.
    if (!job) throw new UnrecoverableError('nobody does this job');
    const ids = idsOf(job.spec, data);
    const tenantId = ids['tenantId'];
    const done = jobSeconds.startTimer({ name });
    try {
      const actor = tenantId === undefined ? null : systemActor(tenantId);
      const work = () => (job.spec.apart ? job.handle(ids) : this.db.run(actor, 'job', () => job.handle(ids)));
      const following = await (actor ? actAs(actor, work) : work());
      if (following) await this.queue.addMany(following.spec, following.many);
      done({ outcome: 'done' });
    } catch (error) {
      done({ outcome: 'failed' });
      throw error;
    }
  }

  private failed(job: Job | undefined, error: Error): void {
    const name = job && this.registry.get(job.name) ? job.name : 'other';
    const last = !job || job.attemptsMade >= (job.opts.attempts ?? 1) || error instanceof UnrecoverableError;
    if (last) jobsGivenUp.inc({ name });
    log[last ? 'error' : 'warn'](last ? 'a job failed for the last time' : 'a job failed and is tried again', {
      name,
      error: error instanceof JobFailed ? error.cause : error,
    });
  }
}

/** The queue keeps the words of an error until the job is done, and a database quotes rows in its own: these say nothing. */
class JobFailed extends Error {
  override stack = 'JobFailed';

  constructor(cause: unknown) {
    super('the log has the place', { cause });
  }
}

function withoutWords(error: unknown): never {
  throw error instanceof UnrecoverableError ? error : new JobFailed(error);
}
