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
import { type Redis, startRedis } from '../../infra/local/services/redis.mjs';
import { migrated } from '../support/migrated.js';
import { type Server, type ServerSettings, startApi, startWorker } from '../support/servers.js';

export interface Installation {
  readonly url: string;
  readonly adminUrl: string;
  /** kill -9 and a new one on the same port, ready. */
  restartApi(): Promise<void>;
  restartWorker(): Promise<void>;
  restartDatabase(): Promise<void>;
  /** kill -9, and it stays away. */
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** A second api beside the first. */
  another(): Promise<Server>;
  /** Where the queue is on it. */
  readonly redis: Redis | undefined;
  /** TERM to the api; resolves to its exit code. */
  endApi(): Promise<number | null>;
  stop(): Promise<void>;
}

/** @param onRedis the queue; there has to be one installed */
export async function install({ worker = false, onRedis = false } = {}): Promise<Installation> {
  const directory = mkdtempSync(join(tmpdir(), 'kvarter-faults-'));
  chmodSync(directory, 0o755);
  const database = await (inject('database').kind === 'native' ? nativeDatabase(directory) : embeddedDatabase(directory));
  const redis = onRedis ? await startRedis(join(directory, 'redis')) : undefined;
  const { appUrl, caseUrl, centreUrl } = await migrated(inject('database').kind, database.adminUrl);
  await complete('infra/local/demo/seed.mjs', { ...withoutOurs(process.env), KVARTER_DATABASE_ADMIN_URL: database.adminUrl });
  const settings: ServerSettings = {
    KVARTER_PORT: String(await freePort()),
    KVARTER_DATABASE_URL: appUrl,
    KVARTER_CASE_DATABASE_URL: caseUrl,
    KVARTER_CENTRE_DATABASE_URL: centreUrl,
    KVARTER_LOG_LEVEL: 'silent',
    KVARTER_REDIS_URL: redis?.url,
  };
  let api = await startApi(settings);
  const begin = (): Promise<Server> => startWorker({ ...settings, KVARTER_PORT: undefined });
  let jobs = worker ? await begin() : undefined;
  const others: Server[] = [];
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
    async restartDatabase() {
      await database.kill();
      await database.start();
    },
    killDatabase: () => database.kill(),
    startDatabase: () => database.start(),
    async another() {
      const other = await startApi({ ...settings, KVARTER_PORT: undefined });
      others.push(other);
      return other;
    },
    redis,
    endApi: () => api.stop(),
    async stop() {
      await Promise.all([api.kill(), jobs?.kill(), ...others.map((other) => other.kill()), redis?.kill()]);
      await database.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface Database {
  readonly adminUrl: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<unknown>;
}

/** As one is run for real: what is committed lies on the disk. */
async function nativeDatabase(directory: string): Promise<Database> {
  return startCluster(directory, { fsync: 'on', full_page_writes: 'on' });
}

async function embeddedDatabase(directory: string): Promise<Database> {
  let embedded = await spawnEmbedded(join(directory, 'data'));
  const { adminUrl, port } = embedded;
  return {
    adminUrl,
    async kill() {
      const ended = new Promise((resolve) => embedded.process.once('exit', resolve));
      embedded.process.kill('SIGKILL');
      await ended;
    },
    async start() {
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
