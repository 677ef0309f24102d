/** One process at a time for a directory. The lock is a socket: it ends with its process, however that ends. */
import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Somebody else holds the lock; `holder` is what they say of themselves. */
export class InUse extends Error {
  /** @param {Record<string, string | number>} holder */
  constructor(holder) {
    super('in use');
    this.holder = holder;
  }
}

/**
 * @param {string} directory that exists
 * @param {string} purpose a directory has a lock for each
 * @param {Record<string, string | number>} holder told to whoever comes later
 * @returns {Promise<() => void>} releases it
 * @throws {InUse}
 */
export async function lock(directory, purpose, holder) {
  const path = socketPath(
    createHash('sha256')
      .update(`${realpathSync(directory)}\0${purpose}`)
      .digest('hex')
      .slice(0, 32),
  );
  for (let attempt = 0; ; attempt++) {
    try {
      return await hold(path, { pid: process.pid, ...holder });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
      const other = await ask(path);
      if (other) throw new InUse(other);
      if (attempt > 2) throw new InUse({});
      if (process.platform === 'darwin') rmSync(path, { force: true }); // left by a process that was killed
    }
  }
}

/**
 * Linux and Windows have names that vanish with their process; elsewhere it is a file.
 * @param {string} id
 */
function socketPath(id) {
  if (process.platform === 'linux') return `\0kvarter-${id}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\kvarter-${id}`;
  return join(tmpdir(), `kvarter-${id.slice(0, 16)}.sock`);
}

/**
 * @param {string} path
 * @param {Record<string, string | number>} holder
 * @returns {Promise<() => void>}
 */
function hold(path, holder) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(JSON.stringify(holder)));
    server.once('error', reject);
    server.listen(path, () => resolve(() => server.close()));
    server.unref();
  });
}

/**
 * @param {string} path
 * @returns {Promise<Record<string, string | number> | undefined>} undefined when nobody answers
 */
function ask(path) {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(path);
    socket.setEncoding('utf8').setTimeout(2000, () => socket.destroy());
    socket.on('data', (piece) => (text += piece));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      try {
        resolve(JSON.parse(text));
      } catch {
        resolve(undefined);
      }
    });
  });
}
