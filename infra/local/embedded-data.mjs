/** The embedded database of a data directory: one server at a time, and what has been done to it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnEmbedded } from './embedded/spawn.mjs';
import { InUse, lock } from './lock.mjs';
import { derivedLogins } from './logins.mjs';
import { Unusable } from './settings.mjs';
import { Supervised } from './supervised.mjs';
import { root } from './workspace.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./databases.mjs').Logins} Logins */

const folder = 'database';

/**
 * Starts it, and again when it breaks, on the same port.
 * @param {Settings} settings
 * @param {(() => Promise<void>)[]} ends gets its end
 * @returns {Promise<Logins>}
 * @throws {Unusable} when another server uses the directory
 */
export async function startEmbedded(settings, ends) {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  await lock(settings.dataDir, 'start', { address: settings.address }).catch((error) => {
    throw error instanceof InUse ? new Unusable(alreadyRuns(settings, error.holder)) : error;
  });
  let port = 0;
  let adminUrl = '';
  const database = new Supervised(
    'Databasen / the database',
    async () => {
      const embedded = await spawnEmbedded(join(settings.dataDir, folder), port);
      ({ port, adminUrl } = embedded);
      return embedded.process;
    },
    { goodbye: 30_000, end: (child) => child.send('close'), onFailedStart: (error) => console.error(/** @type {Error} */ (error).message) },
  );
  ends.push(() => database.stop());
  await database.start();
  return { admin: adminUrl, ...derivedLogins(adminUrl) };
}

/**
 * @param {Settings} settings
 * @param {Record<string, string | number>} holder
 */
function alreadyRuns({ dataDir, port }, { address, pid }) {
  const other = `KVARTER_PORT=${port + 1} KVARTER_DATA_DIR=.kvarter-2 npm start`;
  return (
    `Kvarter kører allerede med data i ${dataDir}: ${address} (proces ${pid}). Stop det der, eller start et andet ved siden af: ${other}\n` +
    `Kvarter already runs on this data: ${address} (process ${pid}). Stop it there, or start another beside it as shown above.`
  );
}

/**
 * Whether this build has migrated and filled the database before, which saves two seconds at every later start.
 * @param {string} dataDir
 * @param {boolean} demo
 */
export function isPrepared(dataDir, demo) {
  try {
    return readFileSync(join(dataDir, folder, 'prepared'), 'utf8') === fingerprint(demo);
  } catch {
    return false;
  }
}

/**
 * @param {string} dataDir
 * @param {boolean} demo
 */
export const notePrepared = (dataDir, demo) => writeFileSync(join(dataDir, folder, 'prepared'), fingerprint(demo));

/** @param {boolean} demo */
function fingerprint(demo) {
  const hash = createHash('sha256').update(String(demo));
  const dist = join(root, 'apps/api/dist');
  for (const name of readdirSync(dist).toSorted()) if (name.endsWith('.js')) hash.update(name).update(readFileSync(join(dist, name)));
  return hash.digest('hex');
}
