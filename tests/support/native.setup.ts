/**
 * PostgreSQL for a test project: a database of its own on the server KVARTER_TEST_DATABASE_ADMIN_URL names
 * (a superuser's), or else a fresh cluster from the PostgreSQL installed here.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Client } from 'pg';
import { startCluster } from '../../infra/local/services/postgres.mjs';
import { migrated } from './migrated.js';
import { type Begun, provideWith } from './setup.js';

export default provideWith(async (directory): Promise<Begun> => {
  const shared = process.env['KVARTER_TEST_DATABASE_ADMIN_URL'];
  if (shared) return onServer(shared);
  await mkdir(directory);
  await chmod(dirname(directory), 0o755); // where this is root, the cluster belongs to another user
  const { adminUrl, stop } = await startCluster(directory);
  try {
    return { database: await migrated('native', adminUrl), stop };
  } catch (error) {
    await stop();
    throw error;
  }
});

async function onServer(serverUrl: string): Promise<Begun> {
  const mark = `_test_${randomBytes(4).toString('hex')}`;
  const onServer = async (...statements: string[]) => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    try {
      for (const sql of statements) await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await onServer(`create database kvarter${mark}`);
  const url = new URL(serverUrl);
  url.pathname = `/kvarter${mark}`;
  const logins = ['kvarter_app', 'kvarter_case', 'kvarter_centre_app'].map((login) => `drop role if exists ${login}${mark}`);
  const stop = () => onServer(`drop database kvarter${mark} with (force)`, ...logins);
  try {
    return { database: await migrated('native', url.toString(), mark), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
