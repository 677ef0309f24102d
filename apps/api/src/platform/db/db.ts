/** The only way to the database: every statement runs inside Db.run, as somebody, for a purpose. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral, type QueryRunner, type Repository } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { Transaction } from './transaction.js';

/** Why the database is used; policies and the log may ask for it. */
export type Purpose = 'sign-in' | 'read' | 'write' | 'subscribe' | 'job' | 'start';

/** As whom: an actor, or only a tenant and a person. Null reads nothing of any tenant. */
export type RunAs = Pick<Actor, 'personId' | 'tenant'> | null;

interface Current {
  readonly transaction: Transaction;
  runner: QueryRunner | undefined;
}

export class Db {
  private readonly storage = new AsyncLocalStorage<Current>();

  /** @param dataSource initialised; its pool logs in as the room's own login and pipelines. */
  constructor(private readonly dataSource: DataSource) {}

  /** The pool below, for its gauges and for closing. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master; // typed as any by the library
  }

  /**
   * Runs `work` in one transaction with tenant, person and purpose set for it alone. It is begun by
   * the first query, committed when `work` resolves and rolled back when it rejects. One that only reads
   * has nothing that could be lost, so its end is not waited for.
   * Throws inside another run: nothing may open a transaction of its own.
   */
  async run<T>(as: RunAs, purpose: Purpose, work: () => Promise<T>, { readOnly = false } = {}): Promise<T> {
    if (this.storage.getStore()?.transaction.active) throw new Error('Db.run inside Db.run');
    const transaction = new Transaction(this.pool, { tenant: as?.tenant?.id ?? '', person: as?.personId ?? '', purpose }, readOnly);
    try {
      const result = await this.storage.run({ transaction, runner: undefined }, work);
      const committed = transaction.commit();
      if (readOnly) committed.catch(() => undefined);
      else await committed;
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  /** Runs `work` as if nothing were running: for what must not wait for, nor end with, the transaction that happens to be open. Not to be awaited inside of it. */
  apart<T>(work: () => T): T {
    return this.storage.exit(work);
  }

  /** The rows of one statement. `sql` is a constant of ours; what varies goes into `values`. */
  query<R extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.current().transaction.query<R>(sql, values);
  }

  /** As `query`, for the last statement of the run: COMMIT travels with it. */
  final<R extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.current().transaction.final<R>(sql, values);
  }

  /** A repository inside the running transaction; `save` and `remove` join it instead of opening their own. */
  repo<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    const current = this.current();
    if (!current.runner) {
      current.runner = this.dataSource.createQueryRunner();
      Object.assign(current.runner, { isTransactionActive: true, transactionDepth: 1, connect: () => current.transaction.connection() });
    }
    return current.runner.manager.getRepository(entity);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private current(): Current {
    const current = this.storage.getStore();
    if (!current) throw new Error('a query outside Db.run');
    return current;
  }
}

/** The centre's room: its own login and pool, which reads totals and nothing else. */
export class CentreDb extends Db {}
