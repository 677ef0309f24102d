/** The work tree made ready to run: packages as the lock file says, code built as the sources say. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { InUse, lock } from './lock.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const buildStamp = join(root, 'node_modules/.cache/kvarter/build');

/** npm or the build failed; the message has what it said. */
export class NotPrepared extends Error {}

/**
 * Installs and builds where needed. Several may come at once (two servers started together): one works, the others wait.
 * @param {AbortSignal} ending
 * @throws {NotPrepared}
 */
export async function prepareWorkspace(ending) {
  if (isInstalled() && isBuilt()) return;
  const release = await whenMine(ending);
  try {
    if (!isInstalled()) {
      console.log('Installerer pakker … / Installing packages …');
      await command('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], ending);
    }
    const { ensureTemplate } = await import('./embedded/template.mjs');
    await Promise.all([ensureTemplate(), isBuilt() ? undefined : build(ending)]);
  } finally {
    release();
  }
}

/**
 * Builds where sources changed since the last build.
 * @param {AbortSignal} ending
 */
async function build(ending) {
  console.log('Bygger … / Building …');
  const sources = fingerprint();
  await command(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--outputStyle=static'], ending);
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, sources);
}

/** @param {AbortSignal} ending */
async function whenMine(ending) {
  for (;;) {
    try {
      return await lock(root, 'prepare', {});
    } catch (error) {
      if (!(error instanceof InUse)) throw error;
      await wait(250, undefined, { signal: ending });
    }
  }
}

/** Whether node_modules holds every package the lock file wants; those for other platforms may be missing. */
export function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = there[path];
    return found ? link || found.version === version : optional || devOptional;
  });
}

/**
 * @param {string} path of a lock file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }> | undefined}
 */
function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

function isBuilt() {
  const outputs = ['apps/api/dist/main.js', 'apps/api/dist/worker.js', 'apps/api/dist/migrate.js', 'apps/web/dist/index.html'];
  return outputs.every((path) => existsSync(join(root, path))) && existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === fingerprint();
}

/** Names, sizes and times of all sources: enough to tell a change, and quick. */
function fingerprint() {
  const hash = createHash('sha256');
  /** @param {string} path below root */
  const add = (path) => {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  for (const path of ['package-lock.json', 'tsconfig.base.json', 'nx.json']) add(path);
  for (const folder of ['apps', 'libs']) walk(folder, add);
  return hash.digest('hex');
}

const notSource = new Set(['node_modules', 'dist', 'generated']);

/**
 * @param {string} folder below root
 * @param {(path: string) => void} visit
 */
function walk(folder, visit) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (notSource.has(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path, visit);
    else visit(path);
  }
}

/**
 * Runs quietly; what it said is shown only when it failed.
 * @param {string} program
 * @param {string[]} parameters
 * @param {AbortSignal} ending
 */
async function command(program, parameters, ending) {
  const child = spawn(program, parameters, {
    cwd: root,
    signal: ending,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Whoever calls may be a test runner: what is built is what runs in production.
    env: { ...process.env, NODE_ENV: 'production', NX_DAEMON: 'false', NX_TUI: 'false' },
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-20_000)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new NotPrepared(`${said}\n${[program, ...parameters].join(' ')}: ${code}`);
}
