/** A PostgreSQL server of one's own for tests: a fresh cluster in a directory, on the loopback address. */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { postgresWithPostgis } from './programs.mjs';

/** There is no PostgreSQL with PostGIS on this machine. */
export class NoPostgres extends Error {}

/**
 * @typedef {object} Cluster
 * @property {string} adminUrl the superuser's login
 * @property {() => Promise<void>} stop rolls back what is open and shuts down
 * @property {() => Promise<void>} kill kill -9 of all its processes
 * @property {() => Promise<void>} start again, after stop or kill, on the same port
 */

/**
 * Commits survive kill -9 of the server, not of the machine: fsync is off, which makes tests faster.
 * @param {string} directory absent or empty
 * @param {Readonly<Record<string, string>>} [settings] of postgresql.conf
 * @returns {Promise<Cluster>}
 * @throws {NoPostgres}
 */
export async function startCluster(directory, settings = {}) {
  const programs = postgresWithPostgis();
  if (!programs) throw new NoPostgres('PostgreSQL with PostGIS was not found. On Debian: apt-get install postgresql-15-postgis-3');
  const as = unprivileged();
  const data = join(directory, 'data');
  const passwordFile = join(directory, 'password');
  const password = randomBytes(18).toString('base64url');
  mkdirSync(data, { recursive: true, mode: 0o755 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined) for (const path of [directory, data, passwordFile]) chownSync(path, as.uid, as.gid);
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'],
    { ...as, cwd: '/', stdio: 'pipe' },
  );
  rmSync(passwordFile);

  const port = await freePort();
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    logging_collector: 'off',
    log_destination: 'stderr',
    ...settings,
  };
  const options = ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  /** @type {import('node:child_process').ChildProcess} */
  let server;

  const start = async () => {
    for (let attempt = 1; ; attempt++) {
      server = spawn(join(programs, 'postgres'), options, { ...as, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
      try {
        return await ready(server);
      } catch (error) {
        // The children of one that was killed take a moment to notice.
        if (attempt === 100 || !(/** @type {Error} */ (error).message.includes('is still in use'))) throw error;
        await wait(100);
      }
    }
  };
  /** @param {() => void} signal */
  const end = async (signal) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    signal();
    await ended;
  };
  await start();
  return {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    start,
    stop: () => end(() => server.kill('SIGINT')),
    kill: () => end(() => server.kill('SIGKILL')),
  };
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
function ready(server) {
  return new Promise((resolve, reject) => {
    /** @type {string[]} */
    const said = [];
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
    if (!server.stderr) return;
    createInterface(server.stderr).on('line', (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      if (line.includes('database system is ready to accept connections')) resolve();
    });
  });
}

/** PostgreSQL refuses to run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ option, /** @type {string} */ name) =>
    Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u', 'postgres'), gid: id('-g', 'postgres') };
  } catch {
    return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') };
  }
}
