/** A whole Kvarter of its own whose parts can be killed: database, api and worker, each on a port it keeps. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { spawnEmbedded } from '../../infra/local/embedded/spawn.mjs';
import { complete, withoutOurs } from '../../infra/local/processes.mjs';
import { freePort } from '../../infra/local/services/ports.mjs';
import { startCluster } from '../../infra/local/services/postgres.mjs';
import { migrated } from '../support/migrated.js';
import { type Server, type ServerSettings, startApi, startWorker } from '../support/servers.js';

export interface Installation {
  readonly url: string;
  readonly adminUrl: string;
  /** kill -9 and a new one on the same port, ready. */
  restartApi(): Promise<void>;
  restartWorker(): Promise<void>;
  restartDatabase(): Promise<void>;
  /** TERM to the api; resolves to its exit code. */
  endApi(): Promise<number | null>;
  stop(): Promise<void>;
}

export async function install({ worker = false } = {}): Promise<Installation> {
  const directory = mkdtempSync(join(tmpdir(), 'kvarter-faults-'));
  chmodSync(directory, 0o755);
  const database = await (inject('database').kind === 'native' ? nativeDatabase(directory) : embeddedDatabase(directory));
  const { appUrl, caseUrl, centreUrl } = await migrated(inject('database').kind, database.adminUrl);
  await complete('infra/local/demo/seed.mjs', { ...withoutOurs(process.env), KVARTER_DATABASE_ADMIN_URL: database.adminUrl });
  const settings: ServerSettings = {
    KVARTER_PORT: String(await freePort()),
    KVARTER_DATABASE_URL: appUrl,
    KVARTER_CASE_DATABASE_URL: caseUrl,
    KVARTER_CENTRE_DATABASE_URL: centreUrl,
    KVARTER_LOG_LEVEL: 'silent',
  };
  let api = await startApi(settings);
  const begin = (): Promise<Server> => startWorker({ ...settings, KVARTER_PORT: undefined });
  let jobs = worker ? await begin() : undefined;
  return {
    url: api.url,
    adminUrl: database.adminUrl,
    async restartApi() {
      await api.kill();
      api = await startApi(settings);
    },
    async restartWorker() {
      await jobs?.kill();
      jobs = await begin();
    },
    restartDatabase: () => database.restart(),
    endApi: () => api.stop(),
    async stop() {
      await Promise.all([api.kill(), jobs?.kill()]);
      await database.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface Database {
  readonly adminUrl: string;
  restart(): Promise<void>;
  stop(): Promise<unknown>;
}

/** As one is run for real: what is committed lies on the disk. */
async function nativeDatabase(directory: string): Promise<Database> {
  const cluster = await startCluster(directory, { fsync: 'on', full_page_writes: 'on' });
  return {
    adminUrl: cluster.adminUrl,
    async restart() {
      await cluster.kill();
      await cluster.start();
    },
    stop: cluster.stop,
  };
}

async function embeddedDatabase(directory: string): Promise<Database> {
  let embedded = await spawnEmbedded(join(directory, 'data'));
  const { adminUrl, port } = embedded;
  return {
    adminUrl,
    async restart() {
      const ended = new Promise((resolve) => embedded.process.once('exit', resolve));
      embedded.process.kill('SIGKILL');
      await ended;
      embedded = await spawnEmbedded(join(directory, 'data'), port);
    },
    stop: () => embedded.stop(),
  };
}

export async function rowsOf<Row extends Record<string, unknown>>(adminUrl: string, sql: string, values: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
