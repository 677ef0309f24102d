/** Starts the embedded database as a process of its own and waits until it takes connections. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** It ended before it was ready; the message says what it said. */
export class NotStarted extends Error {}

/**
 * @typedef {object} Embedded
 * @property {import('node:child_process').ChildProcess} process ends when the caller does, even by kill -9
 * @property {number} port
 * @property {string} adminUrl the superuser's login
 * @property {() => Promise<number | null>} stop closes the database; resolves to the exit code
 */

/**
 * @param {string} dataDir made where it is missing
 * @param {number} [port] 0 for any free one
 * @returns {Promise<Embedded>}
 * @throws {NotStarted}
 */
export async function spawnEmbedded(dataDir, port = 0) {
  const main = fileURLToPath(new URL('main.mjs', import.meta.url));
  const child = spawn(process.execPath, [main, '--data-dir', dataDir, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4000)));
  const ended = once(child, 'exit');
  const ready = new Promise((resolve) => {
    if (child.stdout) createInterface(child.stdout).once('line', resolve);
  });
  const line = await Promise.race([ready, ended.then(() => undefined)]);
  if (line === undefined) throw new NotStarted(said.trim() || `the embedded database ended with ${child.exitCode ?? child.signalCode}`);
  const { port: listening, passwordFile } = /** @type {{ port: number, passwordFile: string }} */ (JSON.parse(line));
  const password = await readFile(passwordFile, 'utf8');
  const stop = async () => {
    if (child.connected) child.send('close');
    await ended;
    return child.exitCode;
  };
  return { process: child, port: listening, adminUrl: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${listening}/postgres`, stop };
}
