/** The audits of the GraphQL-over-HTTP specification, by its own working group. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
});
afterAll(() => api.stop());

it('every MUST of GraphQL over HTTP holds', async () => {
  const { cookie = '' } = await ApiClient.as(api.url, 'coordinator');
  const failed: string[] = [];
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), cookie, 'x-kvarter-tenant': 'aakoebing' } });
  for (const audit of serverAudits({ url: `${api.url}/graphql`, fetchFn })) {
    const { status, name } = await audit.fn();
    if (status === 'error' && name.startsWith('MUST')) failed.push(name);
  }
  expect(failed).toEqual([]);
});
