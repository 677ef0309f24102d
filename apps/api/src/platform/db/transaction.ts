/** One transaction on one connection, begun at the first query and not before. */
import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

/** What row-level security reads. An empty string reads nothing. */
export interface Settings {
  readonly tenant: string;
  readonly person: string;
  readonly purpose: string;
}

const settle = `select set_config('kvarter.tenant', $1, true), set_config('kvarter.person', $2, true), set_config('kvarter.purpose', $3, true)`;

const statementNames = new Map<string, string>();

/** Statements of ours are constants, so each connection prepares each once. */
function nameOf(sql: string): string {
  let name = statementNames.get(sql);
  if (!name) statementNames.set(sql, (name = `k${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`));
  return name;
}

export class Transaction {
  private client: Promise<PoolClient> | undefined;
  private begun: Promise<unknown> | undefined;
  private committed: Promise<QueryResult> | undefined;
  private over = false;

  constructor(
    private readonly pool: Pool,
    private readonly settings: Settings,
    private readonly readOnly: boolean,
  ) {}

  get active(): boolean {
    return !this.over;
  }

  /**
   * The connection, inside the transaction. BEGIN and the settings are sent without waiting for their
   * answers (the pool's connections are pipelined): whatever follows travels in the same round trip.
   */
  connection(): Promise<PoolClient> {
    if (this.over) throw new Error('this transaction is over: every query has to be awaited inside Db.run');
    return (this.client ??= this.pool.connect().then((client) => {
      const { tenant, person, purpose } = this.settings;
      const begin = client.query(this.readOnly ? 'begin isolation level repeatable read read only' : 'begin');
      const settings = client.query({ name: nameOf(settle), text: settle, values: [tenant, person, purpose] });
      this.begun = Promise.all([begin, settings]);
      this.begun.catch(() => undefined);
      return client;
    }));
  }

  async query<R extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<R[]> {
    const client = await this.connection();
    return (await client.query<R>({ name: nameOf(sql), text: sql, values: [...values] })).rows;
  }

  /** The last statement, sent together with COMMIT: one round trip less. Nothing may follow it. */
  async final<R extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<R[]> {
    const client = await this.connection();
    if (this.over) throw new Error('this transaction is over: every query has to be awaited inside Db.run');
    this.over = true;
    const result = client.query<R>({ name: nameOf(sql), text: sql, values: [...values] });
    this.committed = client.query('commit');
    this.committed.catch(() => undefined);
    const { rows } = await result;
    return rows;
  }

  /** Commits, and returns only when it is durable. A transaction that was never begun costs nothing. */
  async commit(): Promise<void> {
    this.over = true;
    if (!this.client) return;
    const client = await this.client;
    try {
      await this.begun;
      const result = await (this.committed ?? client.query('commit'));
      // COMMIT of a failed transaction answers ROLLBACK and no error.
      if (result.command === 'ROLLBACK') throw new Error('the transaction was rolled back');
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
    client.release();
  }

  /** Undoes everything. Never throws: the reason for it is the error that counts. */
  async rollback(): Promise<void> {
    this.over = true;
    const client = await this.client?.catch(() => undefined);
    if (!client) return;
    try {
      await (this.committed ?? client.query('rollback'));
      client.release();
    } catch {
      client.release(true);
    }
  }
}
