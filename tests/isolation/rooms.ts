/** Connections of an attacker: the logins of the rooms, in whatever guise. */
import { Client, type QueryResult } from 'pg';
import { inject } from 'vitest';

export type Room = 'app' | 'case' | 'centre';

/** What `kvarter.tenant`, `kvarter.person` and `kvarter.purpose` are set to; undefined leaves them out. */
export interface Guise {
  readonly tenant?: string;
  readonly person?: string;
  readonly purpose?: string;
}

/** What came of a statement: rows, or the SQLSTATE of its refusal. */
export interface Outcome {
  readonly code: string;
  readonly rows: readonly Record<string, unknown>[];
  readonly count: number;
}

export async function connect(room: Room | 'admin'): Promise<Client> {
  const { adminUrl, appUrl, caseUrl, centreUrl } = inject('database');
  const client = new Client({ connectionString: { admin: adminUrl, app: appUrl, case: caseUrl, centre: centreUrl }[room] });
  await client.connect();
  return client;
}

/** Runs one statement in a transaction of its own that is rolled back unless it shall last. */
export async function attempt(client: Client, guise: Guise, sql: string, values: unknown[] = [], lasting = false): Promise<Outcome> {
  await client.query('begin');
  try {
    // The embedded database takes the name of a setting as a constant only.
    for (const [name, value] of Object.entries(guise)) if (value !== undefined) await client.query(`select set_config('kvarter.${name}', $1, true)`, [value]);
    const { rows, rowCount }: QueryResult<Record<string, unknown>> = await client.query(sql, values);
    await client.query(lasting ? 'commit' : 'rollback');
    return { code: '00000', rows, count: rowCount ?? 0 };
  } catch (error) {
    await client.query('rollback');
    return { code: (error as { code?: string }).code ?? 'unknown', rows: [], count: 0 };
  }
}
