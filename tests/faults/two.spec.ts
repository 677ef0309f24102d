/** Two processes of the api: what happens to one is nothing to those at the other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apply, creation, editsDocument, type LoggedEdit, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { type Installation, install } from './installation.js';

let kvarter: Installation;
beforeAll(async () => {
  kvarter = await install();
});
afterAll(() => kvarter.stop());

it.each([
  ['killed', () => kvarter.restartApi()],
  [
    'told to end',
    async () => {
      expect(await kvarter.endApi()).toBe(0);
      await kvarter.restartApi();
    },
  ],
])('one is %s: sockets of the other stay open and hear every edit', async (_how, end) => {
  const there = await kvarter.another();
  const coordinator = await ApiClient.as(kvarter.url, 'coordinator');
  const beside = coordinator.at({ url: there.url });
  const areaId = await newArea(coordinator);
  const streams = [beside, (await ApiClient.as(kvarter.url, 'team')).at({ url: there.url })].map((client) =>
    client.follow<{ mapEdits: LoggedEdit }>(editsDocument, { areaId, afterSeq: 0 }),
  );
  let closed = 0;
  for (const stream of streams) void stream.closed().then(() => (closed += 1));
  await apply(coordinator, areaId, creation('Ved den ene'));
  for (const stream of streams) await stream.until(1);
  const ended = end();
  // While the one is going, and after it has come back.
  await apply(beside, areaId, creation('Ved den anden'));
  await ended;
  await apply(coordinator, areaId, creation('Ved den nye'));
  for (const stream of streams) {
    await stream.until(3);
    expect(stream.events.map(({ mapEdits }) => mapEdits.feature.name)).toEqual(['Ved den ene', 'Ved den anden', 'Ved den nye']);
  }
  expect(closed).toBe(0);
  for (const stream of streams) await stream.stop();
  await there.stop();
});
