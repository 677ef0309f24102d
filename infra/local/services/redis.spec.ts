import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, expect, it } from 'vitest';
import { redisServer } from './programs.mjs';
import { startRedis } from './redis.mjs';

const directory = mkdtempSync(join(tmpdir(), 'kvarter-redis-'));
afterAll(() => rmSync(directory, { recursive: true }));

it.runIf(redisServer())(
  'a Redis keeps what it accepted over kill -9',
  async () => {
    const server = await startRedis(directory);
    const client = () => new Redis(server?.url ?? '', { lazyConnect: true });
    const before = client();
    await before.set('kept', 'yes');
    before.disconnect();
    await server?.kill();
    await server?.start();
    const after = client();
    expect(await after.get('kept')).toBe('yes');
    after.disconnect();
    await server?.stop();
  },
  30_000,
);
