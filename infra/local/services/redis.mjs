/** A Redis of one's own for tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { freePort } from './ports.mjs';
import { redisServer } from './programs.mjs';

/**
 * @typedef {object} Redis
 * @property {string} url
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill kill -9
 * @property {() => Promise<void>} start again, after stop or kill, on the same port
 */

/**
 * Writes every command to its file before it answers (appendonly, appendfsync always), so that an accepted job survives kill -9.
 * @param {string} directory
 * @returns {Promise<Redis | undefined>} undefined where none is installed
 */
export async function startRedis(directory) {
  const program = redisServer();
  if (!program) return undefined;
  mkdirSync(directory, { recursive: true });
  const port = await freePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    directory,
    '--save',
    '',
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
    '--hz',
    '100',
    '--maxmemory-policy',
    'noeviction',
  ];
  /** @type {import('node:child_process').ChildProcess} */
  let server;
  const start = async () => {
    server = spawn(program, options, { stdio: ['ignore', 'pipe', 'ignore'] });
    await ready(server);
  };
  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, start, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
function ready(server) {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`Redis did not start (${code})`)));
    if (server.stdout) createInterface(server.stdout).on('line', (line) => void (line.includes('Ready to accept connections') && resolve()));
  });
}
