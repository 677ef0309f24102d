/** What a connection believes to be its own session: as whom, with which settings. */

/**
 * @typedef {object} Session
 * @property {string} login as whom the client came; only its own rights count
 * @property {string} user session authorization
 * @property {string} role as set by SET ROLE; none without
 * @property {Readonly<Record<string, string>>} settings
 */

/** Whoever does the server's own work. */
export const superuser = 'postgres';

/** @type {Session} */
export const ownSession = Object.freeze({ login: superuser, user: superuser, role: 'none', settings: {} });

/** @param {string} text */
export const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** @param {string} text */
export const identifier = (text) => `"${text.replaceAll('"', '""')}"`;

/**
 * Turns the backend into a session. Settings come before the user, since some may be set by superusers only.
 * @param {Session} session
 */
export function becomeSql({ user, role, settings }) {
  const calls = Object.entries(settings).map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, false)`);
  return [
    `set session authorization ${identifier(superuser)}`,
    'reset all',
    ...(calls.length > 0 ? [`select ${calls.join(', ')}`] : []),
    `set session authorization ${identifier(user)}`,
    ...(role === 'none' ? [] : [`set role ${identifier(role)}`]),
  ].join('; ');
}

/**
 * Reads the session as it is now, after a statement that may have changed it.
 * @param {Iterable<string>} customNames
 */
export function readSql(customNames) {
  const custom = [...customNames].map((name) => `union all select ${literal(name)}, current_setting(${literal(name)}, true)`);
  return `select ' user', session_user::text union all select ' role', current_setting('role') union all select name, setting from pg_settings where source = 'session' ${custom.join(' ')}`;
}

/**
 * @param {string} login
 * @param {(string | null)[][]} rows of readSql
 * @returns {Session}
 */
export function readSession(login, rows) {
  const all = Object.fromEntries(rows.filter(([, value]) => value !== null));
  const { ' user': user = login, ' role': role = 'none', ...settings } = all;
  return { login, user, role, settings };
}

/**
 * Equal for sessions that need no change of the backend between them.
 * @param {Session} session
 */
export const fingerprint = ({ user, role, settings }) => JSON.stringify([user, role, Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** In milliseconds, as PostgreSQL reads a time setting; undefined for what it would not.
 * @param {string} text */
export function milliseconds(text) {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*$/.exec(text);
  if (!match) return undefined;
  const units = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };
  return Math.round(Number(match[1]) * units[/** @type {keyof typeof units} */ (match[2] ?? 'ms')]);
}
