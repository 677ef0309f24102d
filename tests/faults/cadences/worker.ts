/** A worker process that is killed and started again, its queue, and the clock it goes by. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
// Defines the jobs.
import '../../../apps/api/src/follow-ups/follow-up.jobs.js';
import { definedJobs } from '../../../apps/api/src/platform/jobs/job.js';
import { engineOn } from '../../../apps/api/src/platform/jobs/job-engine.js';
import { JobQueue } from '../../../apps/api/src/platform/jobs/job-queue.js';
import { type Redis, startRedis } from '../../../infra/local/services/redis.mjs';
import { type Server, startWorker } from '../../support/servers.js';
import { type Moment, textOfMoment } from './days.js';

const ours = (name: string) => name.startsWith('follow-ups.');

export class WorkerUnderTest {
  private readonly engine = engineOn(inject('database').appUrl, this.redis?.url);
  private readonly bell = new JobQueue(this.engine);
  private readonly watch = this.engine.queue();
  private process: Server | undefined;
  private readonly orphans = new Set<string>();
  kills = 0;
  /** Kills while a sweep, a batch of reminders or of plans was under way. */
  hits = 0;
  flushes = 0;

  private constructor(
    private readonly directory: string,
    private readonly redis: Redis | undefined,
  ) {}

  /** The queue is on Redis where there is one beside PostgreSQL. */
  static async make(): Promise<WorkerUnderTest> {
    const directory = mkdtempSync(join(tmpdir(), 'kvarter-cadences-'));
    const redis = inject('database').kind === 'native' ? await startRedis(join(directory, 'redis')) : undefined;
    return new WorkerUnderTest(directory, redis);
  }

  get queueOn(): string {
    return this.redis ? 'Redis' : 'PostgreSQL';
  }

  /** The clock of the worker stands at a moment from now on. */
  setClock(now: Moment): void {
    writeFileSync(`${this.clockFile}.next`, textOfMoment(now));
    renameSync(`${this.clockFile}.next`, this.clockFile);
  }

  async start(): Promise<void> {
    this.process = await startWorker({ KVARTER_DEMO_CLOCK: this.clockFile, KVARTER_REDIS_URL: this.redis?.url, KVARTER_LOG_LEVEL: 'silent' });
  }

  /** kill -9 */
  async kill(): Promise<void> {
    await this.process?.kill();
    this.kills += 1;
    // What is under way now was so when it died.
    const left = await this.underWay();
    if (left.length > 0) this.hits += 1;
    for (const one of left) this.orphans.add(one);
  }

  /** Ten years have no time for a sweep every five seconds and a night every night: this calls both, as the queue does by itself. */
  async ring(which: readonly ('follow-ups.sweep' | 'follow-ups.extend-all')[]): Promise<void> {
    for (const spec of definedJobs()) if ((which as readonly string[]).includes(spec.name)) await this.bell.add(spec, {});
  }

  /** Resolves when a job of follow-ups is under way, or after a moment without one. */
  async busy(): Promise<void> {
    for (const since = Date.now(); Date.now() - since < 1_500 && (await this.underWay()).length === 0; ) await wait(2);
  }

  /** FLUSHALL */
  async flush(): Promise<void> {
    if (!this.redis) return;
    const socket = connect(Number(new URL(this.redis.url).port), '127.0.0.1');
    socket.write('FLUSHALL\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    if (!answer.toString().includes('OK')) throw new Error(answer.toString());
    this.flushes += 1;
  }

  async stop(): Promise<void> {
    await this.process?.kill();
    await this.watch.close();
    await this.bell.beforeApplicationShutdown();
    await this.redis?.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private get clockFile(): string {
    return join(this.directory, 'now');
  }

  /** What the queue holds for under way, but for what was so when a worker was killed and nobody took up since. */
  private async underWay(): Promise<string[]> {
    const jobs = await this.watch.getActive();
    const taken = jobs.filter((job) => job && ours(job.name)).map(({ id, processedOn }) => `${id}/${processedOn}`);
    return taken.filter((one) => !this.orphans.has(one));
  }
}
