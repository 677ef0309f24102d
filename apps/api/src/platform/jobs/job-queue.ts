/** Puts jobs into the queue. What must happen is a row that a scheduled job finds: a job lost here is only late. */
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { DeduplicationOptions, JobsOptions, Queue } from 'bullmq';
import { log } from '../log/log.js';
import { idsOf, type JobSpec } from './job.js';
import type { Engine } from './job-engine.js';
import { measureQueue } from './job-metrics.js';

export const ENGINE = Symbol('job engine');

/** Kept for a look at what went well; what failed for good is logged and gone, or its id would block the next. */
const optionsOf = ({ attempts }: JobSpec): JobsOptions => ({
  attempts,
  backoff: { type: 'exponential', delay: 2_000 },
  removeOnComplete: true,
  removeOnFail: true,
});

@Injectable()
export class JobQueue implements BeforeApplicationShutdown {
  private readonly queue: Queue;

  constructor(@Inject(ENGINE) engine: Engine) {
    this.queue = engine.queue();
    this.queue.on('error', (error) => log.warn('the queue does not answer', { name: 'queue', error }));
    measureQueue(() => this.queue.getJobCounts('waiting', 'active', 'delayed'));
  }

  /**
   * One job. The same job with the same ids isn't put in again while it waits; put in while it runs, it runs once more after that,
   * behind those who wait. Throws JobFault for ids it doesn't carry.
   */
  async add<Id extends string>(spec: JobSpec<Id>, ids: Record<Id, string>): Promise<void> {
    await this.addMany(spec, [ids]);
  }

  async addMany<Id extends string>(spec: JobSpec<Id>, many: readonly Record<Id, string>[]): Promise<void> {
    const jobs = many.map((ids) => ({ name: spec.name, data: idsOf(spec, ids), opts: { ...optionsOf(spec), deduplication: once(spec, ids) } }));
    if (jobs.length > 0) await this.queue.addBulk(jobs);
  }

  /** Makes the queue call exactly these jobs when they are due, once for all processes. */
  async schedule(specs: readonly JobSpec[]): Promise<void> {
    for (const spec of specs) await this.call(spec);
    const wanted = new Set(specs.map(({ name }) => name));
    for (const { key } of await this.queue.getJobSchedulers()) if (!wanted.has(key)) await this.queue.removeJobScheduler(key);
  }

  /** Schedules again those of these jobs that the queue has forgotten, as when Redis has lost its data. */
  async keepScheduled(specs: readonly JobSpec[]): Promise<void> {
    const known = new Set((await this.queue.getJobSchedulers()).map(({ key }) => key));
    for (const spec of specs) if (!known.has(spec.name)) await this.call(spec);
  }

  /** Rejects where the queue can't be asked. */
  async answers(): Promise<void> {
    await this.queue.getJobCounts('waiting');
  }

  async beforeApplicationShutdown(): Promise<void> {
    measureQueue(undefined);
    await this.queue.close();
  }

  private async call(spec: JobSpec): Promise<void> {
    const { name, every, cron } = spec;
    const { attempts, backoff, removeOnComplete, removeOnFail } = optionsOf(spec);
    const when = cron === undefined ? { every: every ?? 0 } : { pattern: cron, tz: 'Europe/Copenhagen' };
    await this.queue.upsertJobScheduler(name, when, { name, data: {}, opts: { attempts, backoff, removeOnComplete, removeOnFail } });
  }
}

/** Not by the id of the job: one that runs still has it, so what follows it would be taken for it. */
const once = <Id extends string>({ name, ids }: JobSpec<Id>, given: Record<Id, string>): DeduplicationOptions => ({
  id: [name, ...ids.map((id) => given[id])].join('/'),
  keepLastIfActive: true,
});
