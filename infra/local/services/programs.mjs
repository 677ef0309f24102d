/** What else is installed on this machine. Nothing here installs anything. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} name of a program in PATH */
export const inPath = (name) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find((path) => existsSync(path));

/**
 * PostgreSQL's programs, newest version first; Debian keeps the server's out of PATH.
 * @returns {string | undefined} their directory, where PostGIS is installed for them too
 */
export function postgresWithPostgis() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const config = inPath('pg_config');
  const directories = [...versions.map((version) => join(debian, version, 'bin')), ...(config ? [ask(config, '--bindir')] : [])];
  return directories.find((directory) => existsSync(join(directory, 'initdb')) && hasPostgis(directory));
}

/** @param {string} directory of PostgreSQL's programs */
function hasPostgis(directory) {
  const config = join(directory, 'pg_config');
  const version = /postgresql\/(\d+)\/bin$/.exec(directory)?.[1];
  const share = existsSync(config) ? ask(config, '--sharedir') : `/usr/share/postgresql/${version}`;
  return existsSync(join(share, 'extension/postgis.control')) && existsSync(join(share, 'extension/btree_gist.control'));
}

/**
 * @param {string} program
 * @param {string} option
 */
const ask = (program, option) => execFileSync(program, [option], { encoding: 'utf8' }).trim();

export const redisServer = () => inPath('redis-server') ?? inPath('valkey-server');

/** Its certificate is made by openssl, which its package brings along. */
export const dovecot = () => (inPath('openssl') ? (inPath('dovecot') ?? ['/usr/sbin/dovecot'].find((path) => existsSync(path))) : undefined);

export const chromium = () => inPath('chromium') ?? inPath('chromium-browser') ?? inPath('google-chrome');
