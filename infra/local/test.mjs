/**
 * `npm test`: every check this machine can run, on a fresh clone too. Installs packages and builds where
 * needed; with CI=true or KVARTER_TEST_INSTALL=1 on Debian also installs PostgreSQL with PostGIS, Redis,
 * Dovecot and Chromium. Says what was not covered; the last line counts. `--proof`: the full sample sizes (hours).
 */
import './node-version.mjs';
import { installServices } from './services/install.mjs';
import { chromium, dovecot, postgresWithPostgis, redisServer } from './services/programs.mjs';
import { check, suite } from './suites.mjs';
import { isInstalled, prepareWorkspace } from './workspace.mjs';

const proof = process.argv.includes('--proof');
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KVARTER_') || name.startsWith('KVARTER_TEST_')));
if (proof) env['KVARTER_TEST_PROOF'] = '1';

const ending = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => ending.abort());

/** @type {string[]} */
const notCovered = [];
const total = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
/** @param {Promise<import('./suites.mjs').Count>} counting */
const add = async (counting) => {
  const { passed, failed, skipped, failures } = await counting;
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
  return { passed, failed, skipped };
};

try {
  if (env['CI'] === 'true' || env['KVARTER_TEST_INSTALL'] === '1') notCovered.push(...(await installServices(ending.signal)));
  await prepareWorkspace(ending.signal).catch((error) => {
    if (!isInstalled()) throw error;
    console.error(/** @type {Error} */ (error).message); // what needs no build can run all the same
    total.failed++;
  });

  await add(check('lint', ['oxlint/bin/oxlint', '--type-aware'], env, ending.signal));
  await add(check('format', ['@biomejs/biome/bin/biome', 'format', '.'], env, ending.signal));
  await add(check('types', ['nx/dist/bin/nx.js', 'run-many', '-t', 'typecheck', '--outputStyle=static'], env, ending.signal));

  const databases = ['embedded', ...(postgresWithPostgis() || env['KVARTER_TEST_DATABASE_ADMIN_URL'] ? ['native'] : [])];
  /** @param {string} project @param {{ beside?: boolean }} [how] */
  const count = async (project, how) => {
    const { passed, failed, skipped } = await add(suite(project, env, ending.signal, how));
    if (passed + failed === 0) notCovered.push(`${project}: has no tests that could run here`);
    else if (skipped > 0) notCovered.push(`${project}: ${skipped} left out`);
  };
  for (const project of ['unit', 'web-unit', 'embedded', 'start']) await count(project);
  // Each waits more than it works, so both databases are tried at once.
  for (const name of ['db', 'isolation', 'journeys', 'faults'])
    await Promise.all(databases.map((database) => count(`${name}-${database}`, { beside: databases.length > 1 })));
  // A browser doesn't see which database answers; journeys have asked both the same.
  for (const database of proof ? databases : databases.slice(-1)) await count(`web-${database}`);

  if (!databases.includes('native')) notCovered.push('PostgreSQL: not found with PostGIS, so everything ran on the embedded database only');
  if (!redisServer()) notCovered.push('Redis: redis-server not found, so queues ran on PostgreSQL only');
  if (!dovecot()) notCovered.push('Mailboxes: dovecot not found, so none was read over IMAP');
  if (!chromium()) notCovered.push('Browser: chromium not found, so nothing ran in one');
  if (!env['KVARTER_TEST_DATA']) notCovered.push('Real boundaries: KVARTER_TEST_DATA does not name a folder');
  if (!proof && databases.length > 1) notCovered.push('The browser on the embedded database: npm run proof');
  if (!proof) notCovered.push('Full sample sizes: npm run proof');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed++;
}

if (ending.signal.aborted) notCovered.push('The run was ended before it was complete');
if (notCovered.length > 0) console.log(`\nNot covered:\n${notCovered.map((line) => `  ${line}`).join('\n')}`);
if (total.failures.length > 0) console.log(`\nFailed:\n${total.failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || ending.signal.aborted ? 1 : 0);
