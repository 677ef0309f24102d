import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { startCluster } from './postgres.mjs';
import { postgresWithPostgis } from './programs.mjs';

const directory = mkdtempSync(join(tmpdir(), 'kvarter-cluster-'));
chmodSync(directory, 0o755);
afterAll(() => rmSync(directory, { recursive: true }));

it.runIf(postgresWithPostgis())(
  'a cluster keeps what was committed over kill -9 and a stop, on the same port',
  async () => {
    const cluster = await startCluster(join(directory, 'one'));
    const rows = async (sql: string) => {
      const client = new Client({ connectionString: cluster.adminUrl });
      await client.connect();
      try {
        return (await client.query(sql)).rows as unknown[];
      } finally {
        await client.end();
      }
    };
    try {
      await rows('create table kept (n int)');
      await rows('insert into kept values (1)');
      await cluster.kill();
      await cluster.start();
      await rows('insert into kept values (2)');
      await cluster.stop();
      await cluster.start();
      expect(await rows('select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }]);
    } finally {
      await cluster.stop();
    }
  },
  60_000,
);
