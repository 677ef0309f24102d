/** `npm start` from the outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, expect, it } from 'vitest';
import { freePort } from '../../infra/local/services/ports.mjs';
import { startCluster } from '../../infra/local/services/postgres.mjs';
import { postgresWithPostgis } from '../../infra/local/services/programs.mjs';
import { root } from '../../infra/local/workspace.mjs';

const directory = mkdtempSync(join(tmpdir(), 'kvarter-start-'));
chmodSync(directory, 0o755);
const begun = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of begun) await ended(child, 'SIGKILL');
  begun.clear();
});
afterAll(() => rmSync(directory, { recursive: true }));

type Settings = Readonly<Record<`KVARTER_${string}`, string>>;

/** In a process group of its own, as a terminal would start it. */
function begin(settings: Settings) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KVARTER_')));
  const child = spawn('npm', ['start'], { cwd: root, env: { ...env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  begun.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, said: () => said };
}

/** Signals the whole group and waits until nobody of it is left. */
async function ended(child: ChildProcess, signal: NodeJS.Signals) {
  const group = -(child.pid ?? 0);
  try {
    process.kill(group, signal);
    for (;;) {
      process.kill(group, 0);
      await wait(50);
    }
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ESRCH');
  }
}

async function ready(url: string, { child, said }: ReturnType<typeof begin>) {
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null) throw new Error(said());
    await wait(50);
  }
}

const personas = async (url: string) => ((await (await fetch(`${url}/auth/demo`)).json()) as { persona: string }[]).map(({ persona }) => persona);

it('starts embedded with demo data, refuses a second on the same data, ends with nothing left, and starts again', async () => {
  const port = await freePort();
  const settings = { KVARTER_PORT: String(port), KVARTER_DATA_DIR: join(directory, 'data') } as const;
  const url = `http://127.0.0.1:${port}`;
  const first = begin(settings);
  await ready(url, first);
  expect(await personas(url)).toEqual(expect.arrayContaining(['coordinator', 'team', 'participant', 'neighbour', 'centre']));

  const second = begin({ ...settings, KVARTER_PORT: String(await freePort()) });
  expect((await once(second.child, 'exit'))[0]).not.toBe(0);
  expect(second.said()).toContain(`Kvarter already runs on this data: ${url}`);

  await ended(first.child, 'SIGTERM');
  expect(first.said()).toContain(`Kvarter is ready:  ${url}`);
  expect(first.said()).toContain('for evaluation, not for operation');

  const again = begin(settings);
  await ready(url, again);
  // npm alone is told to end, as a service manager may do it.
  const all = once(again.child, 'exit');
  again.child.kill('SIGTERM');
  await all;
  for (;;) {
    try {
      process.kill(-(again.child.pid ?? 0), 0);
      await wait(50);
    } catch {
      break;
    }
  }
});

it.runIf(postgresWithPostgis())('two run side by side on one PostgreSQL, named by a superuser’s URL alone', async () => {
  const cluster = await startCluster(join(directory, 'cluster'));
  try {
    const urls = await Promise.all(
      (['KVARTER_DATABASE_ADMIN_URL', 'KVARTER_DATABASE_URL'] as const).map(async (name) => {
        const port = await freePort();
        const started = begin({ KVARTER_PORT: String(port), KVARTER_DEMO: '1', KVARTER_DATA_DIR: join(directory, 'native'), [name]: cluster.adminUrl });
        await ready(`http://127.0.0.1:${port}`, started);
        return `http://127.0.0.1:${port}`;
      }),
    );
    for (const url of urls) expect(await personas(url)).toContain('coordinator');
    for (const child of begun) await ended(child, 'SIGTERM');
  } finally {
    await cluster.stop();
  }
});
