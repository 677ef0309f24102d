/** What the server has to know of a statement before one backend runs it for many connections. */
import { statementsOf } from './sql.mjs';

/** @typedef {import('./wire.mjs').Fault} Fault */
/** @typedef {{ listen: boolean, channel: string }} ChannelChange `channel` is * for all */
/**
 * @typedef {object} Findings
 * @property {ChannelChange[]} channels LISTEN and UNLISTEN
 * @property {boolean} settings may change a setting beyond its transaction
 * @property {string[]} customSettings names with a dot that it sets: they are not listed in pg_settings
 * @property {Fault} [refusal] for anybody
 * @property {Fault} [restricted] for logins that are no superuser
 */

/** Nearly every statement is none of these, and passes by this one look. */
const suspicious =
  /\b(?:copy|prepare|execute|deallocate|discard|listen|unlisten|set|reset|set_config|do|function|procedure|authorization|session_authorization|pg_settings|query_to_xml\w*|ts_stat|ts_rewrite)\b|u&"/i;

/** @type {Findings} */
const nothing = Object.freeze({ channels: [], settings: false, customSettings: [] });

/** @type {Map<string, Findings>} */
const known = new Map();

/**
 * @param {string} sql
 * @returns {Findings}
 */
export function inspect(sql) {
  if (!suspicious.test(sql)) return nothing;
  let findings = known.get(sql);
  if (!findings) {
    if (known.size >= 2000) known.clear();
    known.set(sql, (findings = look(sql)));
  }
  return findings;
}

/** @param {string} sql */
function look(sql) {
  /** @type {Findings} */
  const findings = { channels: [], settings: false, customSettings: [] };
  for (const { text, code } of statementsOf(sql)) {
    findings.refusal ??= refusal(code, text);
    findings.restricted ??= escape(code, text);
    const channel = /^(un)?listen\s+(\*|"(?:[^"]|"")+"|[^\s"]+)$/i.exec(text);
    if (channel?.[2]) findings.channels.push({ listen: !channel[1], channel: identifier(channel[2]) });
    if (changesSettings(code)) {
      findings.settings = true;
      for (const [, set, call] of text.matchAll(/\bset\s+(?:session\s+)?(\w+\.\w+)|\bset_config\s*\(\s*'(\w+\.\w+)'/gi)) {
        findings.customSettings.push((set ?? call ?? '').toLowerCase());
      }
    }
  }
  return findings;
}

/** @param {string} code */
function changesSettings(code) {
  if (/^reset\b/.test(code) || /^set\s+(?!local\b|transaction\b|constraints\b)/.test(code)) return true;
  // set_config(…, true) ends with the transaction; any other third argument may not.
  return (code.match(/\bset_config\b/g)?.length ?? 0) > (code.match(/,\s*true\s*\)/g)?.length ?? 0);
}

/**
 * An unquoted name is folded to lower case; PostgreSQL cuts both kinds at 63 bytes.
 * @param {string} name as written
 */
function identifier(name) {
  const plain = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
  return Buffer.from(plain).subarray(0, 63).toString();
}

const elsewhere = 'The embedded database is for evaluation. Use a PostgreSQL server for this (KVARTER_DATABASE_URL).';

/**
 * What one shared backend can't do for a connection of many, or would not survive.
 * @param {string} code
 * @param {string} text
 * @returns {Fault | undefined}
 */
function refusal(code, text) {
  const [first = ''] = code.split(/\W/, 1);
  const no = (/** @type {string} */ what) => ({ code: '0A000', message: `${what} is not available in the embedded database`, hint: elsewhere });
  // COPY needs the backend to read on in the middle of a statement.
  if (first === 'copy') return no('COPY');
  // Names made in SQL would be shared by all connections; those of the protocol are kept apart.
  if (['prepare', 'execute', 'deallocate', 'discard'].includes(first)) return no(first.toUpperCase());
  // These end the backend while it waits, and there is only one; see Connection for what takes their place.
  const timer = /\b(idle_in_transaction_session_timeout|idle_session_timeout|transaction_timeout)\b/i.exec(text)?.[1];
  if (timer && (first === 'set' || /\bset_config\b/.test(code))) return no(`Setting ${timer.toLowerCase()} by a statement`);
  return undefined;
}

/**
 * The backend's own login is a superuser, and PostgreSQL lets it take any session authorization again.
 * So for other logins every way to say that is refused here: the statement itself, DISCARD, the setting
 * by name or by a name that is computed, and what could put a statement together (DO, functions, and those
 * few of PostgreSQL's that run a text they are given).
 * It is a fence for evaluation; what keeps rooms apart in operation is a login of a real server.
 * @param {string} code
 * @param {string} text
 * @returns {Fault | undefined}
 */
function escape(code, text) {
  const denied = (/** @type {string} */ what) => ({ code: '42501', message: `permission denied for ${what}` });
  if (/\bauthorization\b/.test(code) || /session_authorization/i.test(text)) return denied('session authorization');
  if (/^do\b/.test(code) || /^create\s+(or\s+replace\s+)?(function|procedure)\b/.test(code)) return denied('procedural code in the embedded database');
  if (/\b(query_to_xml\w*|ts_stat|ts_rewrite)\b/.test(code)) return denied('functions that run a text, in the embedded database');
  if (/\bpg_settings\b/.test(code) && /\bupdate\b/.test(code)) return denied('view pg_settings');
  if (/u&"/.test(code)) return denied('escaped names in the embedded database');
  const calls = text.match(/\bset_config\b/gi)?.length ?? 0;
  const plain = text.match(/\bset_config"?\s*\(\s*'[\w.]+'\s*,/gi)?.length ?? 0;
  if (calls > plain) return denied('set_config with a name that is not a plain literal');
  return undefined;
}
