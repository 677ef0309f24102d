/** What is measured: a PostgreSQL cluster as one runs it, Kvarter on it, and an area of 500 marks. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { loginsOf } from '../../infra/local/databases.mjs';
import { complete, isReady, startProcess, withoutOurs } from '../../infra/local/processes.mjs';
import { freePort } from '../../infra/local/services/ports.mjs';
import { startRedis } from '../../infra/local/services/redis.mjs';
import { startCluster } from '../../infra/local/services/postgres.mjs';
import { post } from './measure.mjs';

export const here = fileURLToPath(new URL('.', import.meta.url));
export const square = (lon, lat, size) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});

export async function makeWorld() {
  const directory = mkdtempSync(join(tmpdir(), 'kvarter-bench-'));
  chmodSync(directory, 0o755);
  const cluster = await startCluster(directory, { fsync: 'on', full_page_writes: 'on', shared_buffers: '256MB' });
  const logins = await loginsOf(cluster.adminUrl, {});
  const env = {
    ...withoutOurs(process.env),
    NODE_ENV: 'production',
    KVARTER_DATABASE_URL: logins.app,
    KVARTER_CASE_DATABASE_URL: logins.case,
    KVARTER_CENTRE_DATABASE_URL: logins.centre,
    KVARTER_DEMO: '1',
    KVARTER_LOG_LEVEL: 'error',
  };
  await complete('apps/api/dist/migrate.js', { ...env, KVARTER_DATABASE_ADMIN_URL: cluster.adminUrl });
  await complete('infra/local/demo/seed.mjs', { ...env, KVARTER_DATABASE_ADMIN_URL: cluster.adminUrl });
  const port = await freePort();
  const api = startProcess('apps/api/dist/main.js', { ...env, KVARTER_PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) await wait(50);
  const signIn = await fetch(`${url}/auth/demo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"persona":"coordinator"}' });
  const headers = { cookie: signIn.headers.getSetCookie()[0].split(';')[0], 'x-kvarter-tenant': 'aakoebing' };
  const ask = async (query, variables = {}) => {
    const { data, errors } = JSON.parse((await post(`${url}/graphql`, { query, variables }, headers)).body);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const admin = new Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  const { rows } = await admin.query("select tenant_id from open_room.tenant where slug = 'aakoebing'");
  const { me } = await ask('{ me { personId } }');
  const areaId = await areaOf(ask, 500);
  const processes = [];
  let redis;
  return {
    url,
    headers,
    ask,
    admin,
    logins,
    areaId,
    tenantId: rows[0].tenant_id,
    personId: me.personId,
    adminUrl: cluster.adminUrl,
    apiPid: api.pid,
    pgPid: Number(readFileSync(join(directory, 'data/postmaster.pid'), 'utf8').split('\n')[0]),
    newArea: (marks) => areaOf(ask, marks),
    /** A server of ours or another's as a process of its own; it says `ready` when it listens. */
    async peer(script, { node = process.execPath, ...settings }) {
      const peerPort = await freePort();
      const child = spawn(node, [join(here, script)], {
        env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(peerPort), ...settings },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      processes.push(child);
      for (let said = ''; !said.includes('ready'); )
        said += (await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => Promise.reject(new Error(`${script} ended`)))]))[0];
      return { url: `http://127.0.0.1:${peerPort}`, pid: child.pid };
    },
    /** Ends a peer that has been measured. */
    end: ({ pid }) => process.kill(pid, 'SIGTERM'),
    /** Kvarter's worker, its queue on Redis where there is a URL, else on PostgreSQL. */
    async worker(redisUrl) {
      if (redisUrl) await complete('apps/api/dist/migrate.js', { ...env, KVARTER_REDIS_URL: redisUrl, KVARTER_DATABASE_ADMIN_URL: cluster.adminUrl });
      const child = startProcess('apps/api/dist/worker.js', { ...env, ...(redisUrl ? { KVARTER_REDIS_URL: redisUrl } : {}) });
      processes.push(child);
      return {
        pid: child.pid,
        async stop() {
          child.kill('SIGTERM');
          await once(child, 'exit');
        },
      };
    },
    /** The URL of a Redis server that ends with this world. */
    async redis() {
      redis ??= await startRedis(join(directory, 'redis'));
      return redis.url;
    },
    async stop() {
      for (const child of [...processes, api]) child.kill('SIGTERM');
      await redis?.stop();
      await admin.end();
      await wait(500);
      await cluster.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** An area with marks as people make them: points, lines and zones of eight corners, with a note. */
async function areaOf(ask, marks) {
  const { createArea } = await ask('mutation ($input: CreateAreaInput!) { createArea(input: $input) { id } }', {
    input: { name: `Måling ${randomUUID().slice(0, 8)}`, boundary: square(10, 56, 0.05) },
  });
  const edits = Array.from({ length: marks }, (_, index) => creation(index));
  for (let at = 0; at < marks; at += 250)
    await ask('mutation ($areaId: UUID!, $edits: [MapEditInput!]!) { applyMapEdits(areaId: $areaId, edits: $edits) { status } }', {
      areaId: createArea.id,
      edits: edits.slice(at, at + 250),
    });
  return createArea.id;
}

export function creation(index) {
  const [lon, lat] = [10.001 + (index % 40) * 0.001, 56.001 + (Math.floor(index / 40) % 40) * 0.001];
  const ring = Array.from({ length: 8 }, (_, corner) => [lon + 0.0003 * Math.cos((corner * Math.PI) / 4), lat + 0.0003 * Math.sin((corner * Math.PI) / 4)]);
  const geometry =
    index % 3 === 0
      ? { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
      : index % 3 === 1
        ? { type: 'LineString', coordinates: ring }
        : { type: 'Point', coordinates: [lon, lat] };
  return {
    editId: randomUUID(),
    featureId: randomUUID(),
    baseVersion: 0,
    op: 'CREATE',
    kind: index % 2 ? 'ASSOCIATION' : 'UNSAFE_ZONE',
    name: `Markering nr. ${index}`,
    note: 'Mørk efter kl. 20. Flere går en omvej hjem fra stationen, og lyset er ude.',
    geometry,
  };
}

export const peersInstalled = () => existsSync(join(here, 'peers/node_modules/postgraphile'));
export const peerNode = join(here, 'peers/node_modules/node/bin/node');
