/** What `npm start` reads from the environment. Everything else that begins with KVARTER_ is for the api to judge. */
import { resolve } from 'node:path';
import { isFree } from './services/ports.mjs';

/** A setting that can't be used; the message says what would do. */
export class Unusable extends Error {}

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host
 * @property {string} address where a browser on this machine reaches it
 * @property {string} dataDir of the embedded database, and of secrets made here
 * @property {string | undefined} adminUrl
 * @property {{ app?: string, case?: string, centre?: string }} logins as given
 * @property {boolean} embedded
 * @property {boolean} demo
 * @property {Readonly<Record<string, string | undefined>>} env
 */

const loopback = /^(localhost|::1|127\..*)$/;

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Settings>}
 * @throws {Unusable}
 */
export async function readSettings(env) {
  const port = Number(env['KVARTER_PORT'] || 4600);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Unusable('KVARTER_PORT skal være et tal fra 1 til 65535. / KVARTER_PORT must be a number from 1 to 65535.');
  const host = env['KVARTER_HOST'] || '127.0.0.1';
  const given = {
    app: env['KVARTER_DATABASE_URL'] || undefined,
    case: env['KVARTER_CASE_DATABASE_URL'] || undefined,
    centre: env['KVARTER_CENTRE_DATABASE_URL'] || undefined,
  };
  const adminUrl = env['KVARTER_DATABASE_ADMIN_URL'] || undefined;
  const embedded = !adminUrl && !given.app;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  if (!(await isFree(host, port))) {
    throw new Unusable(
      `Port ${port} er optaget. Stop det, der bruger den, eller vælg en anden: KVARTER_PORT=${port + 1}${embedded ? ' KVARTER_DATA_DIR=.kvarter-2' : ''} npm start\n` +
        `Port ${port} is taken. Stop what uses it, or choose another as shown above.`,
    );
  }
  // Demo sign-in lets anyone be anyone, so it is on by itself only where nobody else can reach it.
  const demo = env['KVARTER_DEMO'] ? env['KVARTER_DEMO'] === '1' : embedded && loopback.test(host);
  return {
    port,
    host,
    address: `http://${shown}:${port}`,
    dataDir: resolve(env['KVARTER_DATA_DIR'] || '.kvarter'),
    adminUrl,
    logins: given,
    embedded,
    demo,
    env,
  };
}
