/** Servers as `npm start` runs them, on the database of the test project. They need a build. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { complete, isReady, readiness, startProcess, withoutOurs } from '../../infra/local/processes.mjs';
import { freePort } from '../../infra/local/services/ports.mjs';

export interface Server {
  /** Where it listens; the worker listens nowhere. */
  readonly url: string;
  readonly port: number;
  /** TERM, and resolves to the exit code when it has ended. */
  stop(): Promise<number | null>;
  /** kill -9 */
  kill(): Promise<void>;
}

export type ServerSettings = Readonly<Record<`KVARTER_${string}`, string | undefined>>;

const longestStart = 60_000;

/** Environment of a server on this project's database; what the tests themselves were told stays out. */
function environment(settings: ServerSettings) {
  const { appUrl, caseUrl, centreUrl } = inject('database');
  return {
    ...withoutOurs(process.env),
    KVARTER_DATABASE_URL: appUrl,
    KVARTER_CASE_DATABASE_URL: caseUrl,
    KVARTER_CENTRE_DATABASE_URL: centreUrl,
    KVARTER_MASTER_KEY: 'a'.repeat(43),
    KVARTER_DEMO: '1',
    KVARTER_LOG_LEVEL: 'warn',
    ...settings,
  };
}

/**
 * An api that is ready.
 * @param settings over the defaults: the project's database, demo sign-in, a free port
 * @param hear whatever it writes, instead of showing it
 */
export async function startApi(settings: ServerSettings = {}, hear?: (text: string) => void): Promise<Server> {
  const port = Number(settings.KVARTER_PORT ?? (await freePort()));
  const url = `http://127.0.0.1:${port}`;
  const server = begin('apps/api/dist/main.js', { ...settings, KVARTER_PORT: String(port) }, url, port, hear);
  for (const since = Date.now(); !(await isReady(url)); await wait(25)) {
    if (server.process.exitCode !== null) throw new Error(`the api ended with ${server.process.exitCode}`);
    if (Date.now() - since > longestStart) {
      const reason = await readiness(url);
      await server.kill();
      throw new Error(`the api did not become ready: ${reason}`);
    }
  }
  return server;
}

/** A worker, just begun. */
export const startWorker = async (settings: ServerSettings = {}, hear?: (text: string) => void): Promise<Server> =>
  begin('apps/api/dist/worker.js', settings, '', 0, hear);

/** Demo data in this project's database; does nothing where it is there already. */
export async function seedDemo(): Promise<void> {
  await complete('infra/local/demo/seed.mjs', { ...withoutOurs(process.env), KVARTER_DATABASE_ADMIN_URL: inject('database').adminUrl });
}

function begin(script: string, settings: ServerSettings, url: string, port: number, hear?: (text: string) => void) {
  const child = startProcess(script, environment(settings), hear ? 'pipe' : 'inherit');
  if (hear) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'close');
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  };
  return {
    url,
    port,
    process: child,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}
