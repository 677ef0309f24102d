/** Installs what tests can use, on Debian and as root; elsewhere says what is missing. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chromium, dovecot, postgresWithPostgis, redisServer } from './programs.mjs';

/**
 * @param {AbortSignal} ending
 * @returns {Promise<string[]>} what could not be installed, in words
 */
export async function installServices(ending) {
  const missing = [
    ...(postgresWithPostgis() ? [] : ['postgis']),
    ...(redisServer() ? [] : ['redis-server']),
    ...(dovecot() ? [] : ['dovecot-imapd']),
    ...(chromium() ? [] : ['chromium']),
  ];
  if (missing.length === 0) return [];
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return [`Not installed, since that takes Debian and root: ${missing.join(', ')}`];
  if ((await apt(['update'], ending)) !== 0) return [`Not installed, since the package lists could not be fetched: ${missing.join(', ')}`];
  /** @type {string[]} */
  const failed = [];
  for (const name of missing) {
    const packages = name === 'postgis' ? postgisPackages() : [name];
    if (packages.length === 0 || (await apt(['install', '-y', '--no-install-recommends', ...packages], ending)) !== 0)
      failed.push(`Could not be installed: ${name}`);
  }
  return failed;
}

/** PostGIS for the newest PostgreSQL this release of Debian has. */
function postgisPackages() {
  const found = execFileSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], { encoding: 'utf8' });
  const versions = [...found.matchAll(/^postgresql-(\d+)-postgis-3 /gm)].map(([, version]) => Number(version)).toSorted((a, b) => b - a);
  return versions[0] ? [`postgresql-${versions[0]}`, `postgresql-${versions[0]}-postgis-3`] : [];
}

/**
 * @param {string[]} parameters
 * @param {AbortSignal} ending
 */
async function apt(parameters, ending) {
  const child = spawn('apt-get', ['-q', ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
    signal: ending,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const [code] = await once(child, 'exit');
  return /** @type {number | null} */ (code);
}
