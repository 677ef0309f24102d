/**
 * The embedded database as a process of its own, for evaluation, development and tests.
 *
 *     node infra/local/embedded/main.mjs --data-dir <directory> [--port <number>]
 *
 * Prints one line of JSON when it takes connections: {"ready":true,"port":…,"passwordFile":…}. The
 * superuser is postgres, its password stands in the file named (mode 600); other logins are roles of the
 * database. On TERM or INT it finishes the statement that runs, closes the database and ends with 0; one
 * that was started with a channel ends when that says so or is gone. Code 70: the engine broke; started
 * again it recovers.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { InUse, lock } from '../lock.mjs';

/** A statement that runs can't be interrupted; one that runs longer than this is lost with the process. */
const longestGoodbye = 20_000;

const { values } = parseArgs({ options: { 'data-dir': { type: 'string' }, port: { type: 'string', default: '0' } } });
if (!values['data-dir']) {
  process.stderr.write('usage: main.mjs --data-dir <directory> [--port <number>]\n');
  process.exit(64);
}
const home = resolve(values['data-dir']);
await mkdir(home, { recursive: true, mode: 0o700 });

try {
  await lock(home, 'database', {});
} catch (error) {
  if (!(error instanceof InUse)) throw error;
  process.stderr.write(`Another process uses the database in ${home}. Stop it first, or choose another directory.\n`);
  process.exit(75);
}

const passwordFile = join(home, 'password');
const password = await readFile(passwordFile, 'utf8').catch(async () => {
  const made = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, made, { mode: 0o600 });
  return made;
});

// WebAssembly keeps its calls on JavaScript's stack: as deep as PostgreSQL itself allows (max_stack_depth)
// needs more than a main thread has.
const worker = new Worker(new URL('worker.mjs', import.meta.url), {
  workerData: { dataDir: join(home, 'data'), port: Number(values.port), password },
  resourceLimits: { stackSizeMb: 48 },
});
worker.on('message', ({ port }) => process.stdout.write(`${JSON.stringify({ ready: true, port, passwordFile })}\n`));
worker.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 70;
});
worker.on('exit', (code) => process.exit(process.exitCode ?? code));

/** @param {'close' | 'close when left'} how */
const end = (how) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for browsers
  worker.postMessage(how);
  if (how === 'close') setTimeout(() => process.exit(71), longestGoodbye);
  else setTimeout(() => end('close'), longestGoodbye);
};
// A signal to the whole group reaches the database together with its clients, and they want it for their
// goodbye. So do those whose starter is gone: it stays until they have left.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => end(process.connected ? 'close when left' : 'close'));
process.on('message', () => end('close'));
process.on('disconnect', () => end('close when left'));
