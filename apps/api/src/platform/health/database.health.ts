/** The database answers, and was migrated to this very build. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Db } from '../db/db.js';
import { gauge } from '../metrics/metrics.js';
import { HealthChecks } from './health-checks.js';

/** The hash of this build's migrations and policies, as `migrate` writes it down. */
export const RELEASE = Symbol('release');

let pool: Db['pool'] | undefined;

gauge('kvarter_db_connections', 'Connections of the open room by what they do; waiting are requests for one.', ['state'], (connections) => {
  connections.set({ state: 'idle' }, pool?.idleCount ?? 0);
  connections.set({ state: 'busy' }, (pool?.totalCount ?? 0) - (pool?.idleCount ?? 0));
  connections.set({ state: 'waiting' }, pool?.waitingCount ?? 0);
});

@Injectable()
export class DatabaseHealth implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly checks: HealthChecks,
    @Inject(RELEASE) private readonly release: string,
  ) {}

  onModuleInit(): void {
    pool = this.db.pool;
    this.checks.add('database', async () => {
      await this.released();
      return undefined;
    });
    this.checks.add('migrations', async () => ((await this.released()) === this.release ? undefined : 'not migrated to this version'));
  }

  private async released(): Promise<string | undefined> {
    const [row] = await this.db.run(null, 'start', () => this.db.query<{ hash: string }>('select identity.released() as hash'), { readOnly: true });
    return row?.hash;
  }
}
