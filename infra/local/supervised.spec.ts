import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { Supervised } from './supervised.mjs';

afterEach(() => vi.restoreAllMocks());

const node = (script: string, ...options: string[]) => spawn(process.execPath, [...options, '-e', script], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
const forever = "process.stdout.write('up'); setInterval(() => {}, 1000);";
const options = { goodbye: 5000, end: (child: ChildProcess) => child.kill('SIGTERM'), onFailedStart: () => undefined };

it('starts again what ends, later each time, and also after a start that failed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const failed = vi.fn();
  let starts = 0;
  const supervised = new Supervised(
    'it',
    () => {
      starts++;
      if (starts === 2) throw new Error('no');
      return node(starts < 4 ? 'process.exit(3)' : forever);
    },
    { ...options, onFailedStart: failed },
  );
  await supervised.start();
  await vi.waitUntil(() => starts === 4, { timeout: 20_000 });
  expect(failed).toHaveBeenCalledOnce();
  const delays = vi.mocked(console.error).mock.calls.map(([text]) => Number(/om (\S+) s/.exec(String(text))?.[1]));
  expect(delays).toEqual([0.25, 0.5, 1]);
  await supervised.stop();
  expect(supervised.running).toBe(false);
}, 30_000);

it('ends by force what does not end when asked', async () => {
  let child: ChildProcess | undefined;
  const supervised = new Supervised('it', () => (child = node(`process.on('SIGTERM', () => {}); ${forever}`)), { ...options, goodbye: 100 });
  await supervised.start();
  if (child?.stdout) await once(child.stdout, 'data');
  await supervised.stop();
  expect(child?.signalCode).toBe('SIGKILL');
});

const preloaded = ['--import', fileURLToPath(new URL('child.mjs', import.meta.url))];
const slowGoodbye = `${forever} process.once('SIGTERM', () => setTimeout(() => process.exit(7), 300));`;

it('a server finishes its goodbye though the signal comes twice', async () => {
  const child = node(slowGoodbye, ...preloaded);
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  child.kill('SIGTERM');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([7, null]);
});

it('a server ends by the signal while it has no goodbye yet', async () => {
  const child = node(forever, ...preloaded);
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([143, null]);
});

it('a server says its goodbye when its starter is gone', async () => {
  const child = node(slowGoodbye, ...preloaded);
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([7, null]);
});
