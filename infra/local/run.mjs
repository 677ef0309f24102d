/** Database, migration, demonstration, api and worker: started in this order, ended in the other. */
import { setTimeout as wait } from 'node:timers/promises';
import { loginsOf } from './databases.mjs';
import { isPrepared, notePrepared, startEmbedded } from './embedded-data.mjs';
import { complete, isReady, readiness, startProcess, withoutOurs } from './processes.mjs';
import { keptSecret } from './secrets.mjs';
import { Unusable } from './settings.mjs';
import { Supervised } from './supervised.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./databases.mjs').Logins} Logins */
/** @typedef {import('./processes.mjs').Environment} Environment */

const longestStart = 120_000;

/**
 * @param {Settings} settings
 * @param {AbortSignal} ending
 */
export async function run(settings, ending) {
  /** @type {(() => Promise<void>)[]} */
  const ends = [];
  try {
    const logins = settings.embedded ? await startEmbedded(settings, ends) : await loginsOf(settings.adminUrl, settings.logins);
    if (ending.aborted) return;
    await prepareDatabase(settings, logins, ending);
    await startServers(settings, environment(settings, logins), ends, ending);
    greet(settings);
    await new Promise((resolve) => (ending.aborted ? resolve(undefined) : ending.addEventListener('abort', resolve)));
    console.log('\nKvarter afsluttes … / Kvarter is ending …');
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

/**
 * @param {Settings} settings
 * @param {Logins} logins
 * @param {AbortSignal} ending
 */
async function prepareDatabase({ env, demo, embedded, dataDir }, { admin, ...logins }, ending) {
  if (!admin || (embedded && isPrepared(dataDir, demo))) return;
  const variables = { ...withoutOurs(env), ...loginVariables(logins), KVARTER_DATABASE_ADMIN_URL: admin };
  await complete('apps/api/dist/migrate.js', variables, ending);
  if (demo) await complete('infra/local/demo/seed.mjs', variables, ending);
  if (embedded) notePrepared(dataDir, demo);
}

/**
 * @param {Settings} settings
 * @param {Environment} env
 * @param {(() => Promise<void>)[]} ends
 * @param {AbortSignal} ending
 */
async function startServers({ address }, env, ends, ending) {
  const servers = [
    ['Serveren / the server', 'apps/api/dist/main.js'],
    ['Jobprocessen / the worker', 'apps/api/dist/worker.js'],
  ].map(
    ([name = '', script = '']) =>
      new Supervised(name, () => startProcess(script, env), {
        goodbye: 25_000,
        end: (child) => child.kill(signalOf(ending)),
        onFailedStart: (error) => console.error(error),
      }),
  );
  ends.push(async () => {
    await Promise.all(servers.map((server) => server.stop()));
  });
  for (const server of servers) await server.start();
  for (const since = Date.now(); !ending.aborted && !(await isReady(address)); await wait(50)) {
    if (!servers.every((server) => server.running))
      throw new Unusable('Kvarter kunne ikke starte; grunden står ovenfor. / Kvarter could not start; the reason is above.');
    if (Date.now() - since > longestStart) throw new Unusable(`Kvarter blev ikke klar. / Kvarter did not become ready: ${await readiness(address)}`);
  }
}

/**
 * What api and worker get: everything the user set, but never the administrator's login.
 * @param {Settings} settings
 * @param {Logins} logins
 * @returns {Environment}
 */
function environment({ env, dataDir, demo }, logins) {
  const { KVARTER_DATABASE_ADMIN_URL: _, ...given } = env;
  return {
    ...given,
    ...loginVariables(logins),
    KVARTER_DEMO: demo ? '1' : '0',
    KVARTER_MASTER_KEY: env['KVARTER_MASTER_KEY'] || keptSecret(dataDir, 'master-key'),
    KVARTER_LOG_LEVEL: env['KVARTER_LOG_LEVEL'] || 'warn',
    NODE_ENV: env['NODE_ENV'] || 'production',
  };
}

/**
 * Servers hear the signal that ended us: from a terminal they have it already, and one of another kind would
 * begin their goodbye a second time.
 * @param {AbortSignal} ending
 * @returns {NodeJS.Signals}
 */
const signalOf = ({ reason }) => (reason === 'SIGINT' || reason === 'SIGHUP' ? reason : 'SIGTERM');

/** @param {Omit<Logins, 'admin'>} logins */
const loginVariables = ({ app, case: caseRoom, centre }) => ({
  KVARTER_DATABASE_URL: app,
  KVARTER_CASE_DATABASE_URL: caseRoom,
  KVARTER_CENTRE_DATABASE_URL: centre,
});

/** @param {Settings} settings */
function greet({ address, embedded, demo, dataDir }) {
  const lines = [
    '',
    `  Kvarter er klar:   ${address}`,
    `  Kvarter is ready:  ${address}`,
    '',
    ...(demo ? ['  Vælg en demoperson og se dig om. / Choose a demo persona and look around.', ''] : []),
    ...(embedded
      ? [
          `  Data ligger i ${dataDir}. Den indbyggede database er til afprøvning, ikke til drift: den skriver uden`,
          '  at vente på disken og kører som superbruger. Til drift: KVARTER_DATABASE_ADMIN_URL, se README.',
          '  The embedded database is for evaluation, not for operation: it does not wait for the disk (fsync off),',
          "  and its session is a superuser's. For operation: KVARTER_DATABASE_ADMIN_URL, see the README.",
          '',
        ]
      : []),
    '  Ctrl-C afslutter. / Ctrl-C ends it.',
    '',
  ];
  console.log(lines.join('\n'));
}
