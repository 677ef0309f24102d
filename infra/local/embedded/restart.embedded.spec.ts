import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawnEmbedded } from './spawn.mjs';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kvarter-embedded-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

async function open(adminUrl: string) {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

it('keeps what was committed over TERM, kill -9 and a crash of the engine, and nothing else', async () => {
  const first = await spawnEmbedded(dataDir);
  const a = await open(first.adminUrl);
  await a.query("create table kept (text text); insert into kept values ('by TERM')");
  await a.query("begin; insert into kept values ('open')");
  const told = once(a, 'error');
  expect(await first.stop()).toBe(0);
  expect((await told)[0]).toMatchObject({ code: '57P01' });

  const second = await spawnEmbedded(dataDir);
  const b = await open(second.adminUrl);
  await b.query("insert into kept values ('by kill')");
  await b.query("begin; insert into kept values ('open')");
  const killed = once(second.process, 'exit');
  second.process.kill('SIGKILL');
  await killed;

  const third = await spawnEmbedded(dataDir);
  const c = await open(third.adminUrl);
  await c.query("insert into kept values ('by crash')");
  const crashed = once(third.process, 'exit');
  // No check of PostgreSQL's stops this one: the parser calls itself once per bracket.
  await expect(c.query("select repeat('[', 40000000)::jsonb")).rejects.toThrow('terminated');
  expect((await crashed)[0]).toBe(70);

  const fourth = await spawnEmbedded(dataDir);
  const d = await open(fourth.adminUrl);
  expect((await d.query('select text from kept order by text')).rows.map(({ text }) => text)).toEqual(['by TERM', 'by crash', 'by kill']);
  await d.end();
  await fourth.stop();
});

it('outlives thousands of failed statements', async () => {
  const embedded = await spawnEmbedded(dataDir);
  const client = await open(embedded.adminUrl);
  for (let i = 0; i < 2500; i++) await expect(client.query('select 1/0')).rejects.toMatchObject({ code: '22012' });
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await embedded.stop();
});

it('ends when whoever started it is gone', async () => {
  const embedded = await spawnEmbedded(dataDir);
  const ended = once(embedded.process, 'exit');
  embedded.process.disconnect();
  expect((await ended)[0]).toBe(0);
});
