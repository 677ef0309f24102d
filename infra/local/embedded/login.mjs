/** Who may come in, and with which settings. Names and passwords are those of the database's own roles. */
import { createHash, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { literal, superuser } from './session.mjs';

/** @typedef {import('./wire.mjs').Fault} Fault */
/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {Readonly<Record<string, string>>} StartParameters user, database and settings, as the client named them */

const derive = promisify(pbkdf2);

export class LoginRefused extends Error {
  /** @param {Fault} fault */
  constructor(fault) {
    super(fault.message);
    this.fault = { severity: /** @type {const} */ ('FATAL'), ...fault };
  }
}

/**
 * The single backend would end by these timers, or does not know them: the scheduler takes the one that
 * matters, idle_in_transaction_session_timeout, into its own hands.
 */
const timers = ['idle_in_transaction_session_timeout', 'idle_session_timeout', 'transaction_timeout', 'statement_timeout', 'lock_timeout'];

/**
 * @param {import('./backend.mjs').Backend} backend outside a transaction
 * @param {StartParameters} parameters
 * @param {string} password
 * @param {string} superuserPassword
 * @returns {Promise<{ session: Session, timers: Readonly<Record<string, string>> }>}
 * @throws {LoginRefused}
 */
export async function logIn(backend, parameters, password, superuserPassword) {
  const { user = '', database = user, options = '', ...named } = parameters;
  const role = literal(user);
  const [found] = await backend.rowsAsOwner(
    `select rolpassword, exists (select from pg_database where datname = ${literal(database)}) and current_database() = ${literal(database)} from pg_authid where rolname = ${role} and rolcanlogin`,
  );
  const right = user === superuser ? same(Buffer.from(password), Buffer.from(superuserPassword)) : await verify(found?.[0] ?? '', password);
  if (!found || !right) throw new LoginRefused({ code: '28P01', message: `password authentication failed for user "${user}"` });
  if (found[1] !== 't')
    throw new LoginRefused({ code: '3D000', message: `database "${database}" does not exist`, hint: 'The embedded database is named postgres.' });
  if (named['replication']) throw new LoginRefused({ code: '0A000', message: 'replication is not available in the embedded database' });
  const ofRole = await backend.rowsAsOwner(
    `select unnest(setconfig) from pg_db_role_setting join pg_authid on pg_authid.oid = setrole where rolname = ${role} order by setdatabase`,
  );
  const all = { ...Object.fromEntries(ofRole.map(([text]) => cut(text ?? ''))), ...named, ...fromOptions(options) };
  const settings = Object.entries(all).filter(([name]) => !timers.includes(name) && !name.startsWith('_pq_.') && name !== 'replication');
  return {
    session: { login: user, user, role: 'none', settings: Object.fromEntries(settings) },
    timers: Object.fromEntries(Object.entries(all).filter(([name]) => timers.includes(name))),
  };
}

/**
 * Against the SCRAM verifier that PostgreSQL stores: SCRAM-SHA-256$iterations:salt$stored key:server key (RFC 5803).
 * @param {string} verifier
 * @param {string} password
 */
async function verify(verifier, password) {
  const [, iterations, salt, stored] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/.exec(verifier) ?? [];
  if (!iterations || !salt || !stored) return false;
  const salted = await derive(password, Buffer.from(salt, 'base64'), Number(iterations), 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  return same(createHash('sha256').update(clientKey).digest(), Buffer.from(stored, 'base64'));
}

/**
 * @param {Buffer} a
 * @param {Buffer} b
 */
const same = (a, b) => timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** @param {string} setting name=value */
const cut = (setting) => /** @type {[string, string]} */ ([setting.slice(0, setting.indexOf('=')), setting.slice(setting.indexOf('=') + 1)]);

/**
 * `-c name=value` and `--name=value`, where a backslash keeps a blank.
 * @param {string} options
 */
function fromOptions(options) {
  const words = [...options.matchAll(/(?:\\.|[^\s\\])+/g)].map(([word]) => word.replace(/\\(.)/g, '$1'));
  /** @type {Record<string, string>} */
  const settings = {};
  for (const word of words) {
    if (word === '-c') continue;
    const [name, value] = cut(word.replace(/^(--|-c)/, ''));
    if (name) settings[name.replaceAll('-', '_')] = value;
  }
  return settings;
}
