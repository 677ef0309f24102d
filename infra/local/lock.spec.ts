import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { InUse, lock } from './lock.mjs';

const directory = mkdtempSync(join(tmpdir(), 'kvarter-lock-'));
afterAll(() => rmSync(directory, { recursive: true }));

it('lets one in, and tells the next who that is', async () => {
  const release = await lock(directory, 'a', { address: 'http://here' });
  await expect(lock(directory, 'a', {})).rejects.toThrow(InUse);
  await expect(lock(directory, 'a', {})).rejects.toMatchObject({ holder: { pid: process.pid, address: 'http://here' } });
  (await lock(directory, 'b', {}))();
  release();
  (await lock(directory, 'a', {}))();
});

it('is free again when its holder is killed', async () => {
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { lock } = await import(${JSON.stringify(new URL('lock.mjs', import.meta.url).href)}); await lock(process.argv[1], 'c', {}); console.log('held'); setInterval(() => {}, 1000);`,
      directory,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  await expect(lock(directory, 'c', {})).rejects.toMatchObject({ holder: { pid: holder.pid } });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  (await lock(directory, 'c', {}))();
});
