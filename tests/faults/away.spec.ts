/** The database is away for a while: the api says so, goes on living, and works again by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apply, creation, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { type Installation, install } from './installation.js';

let kvarter: Installation;
beforeAll(async () => {
  kvarter = await install();
});
afterAll(() => kvarter.stop());

const ready = async (): Promise<[status: number, body: { ready: boolean; checks: Record<string, string> }]> => {
  const answer = await fetch(`${kvarter.url}/readyz`);
  return [answer.status, (await answer.json()) as { ready: boolean; checks: Record<string, string> }];
};

it('is said with its reason, answered as a fault, and over when it is back', async () => {
  const coordinator = await ApiClient.as(kvarter.url, 'coordinator');
  const areaId = await newArea(coordinator);
  expect((await ready())[0]).toBe(200);
  await kvarter.killDatabase();
  await expect.poll(async () => (await ready())[0], { timeout: 10_000 }).toBe(503);
  const [, { ready: able, checks }] = await ready();
  expect(able).toBe(false);
  expect(checks['database']).toMatch(/^(not reachable|no answer in time)$/);
  expect((await fetch(`${kvarter.url}/healthz`)).status).toBe(200);
  expect((await coordinator.ask('{ areas { id } }')).errors?.[0]?.extensions.code).toBe('INTERNAL');
  await kvarter.startDatabase();
  await expect.poll(async () => (await ready())[0], { timeout: 10_000 }).toBe(200);
  expect(await apply(coordinator, areaId, creation())).toMatchObject([{ status: 'APPLIED', seq: 1 }]);
});
