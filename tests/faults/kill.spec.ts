/** kill -9 of every process under edits: what was acknowledged is there, once, and everyone hears it, once. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { creation, apply, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { type Installation, install, rowsOf } from './installation.js';
import { followAlways } from './people.js';
import { kills, survives } from './survival.js';

let kvarter: Installation;
beforeAll(async () => {
  kvarter = await install({ worker: true });
});
afterAll(() => kvarter.stop());

it('of the api loses no acknowledged edit, doubles none, and every follower hears each once', () => survives(kvarter, () => kvarter.restartApi()));

it('of the database loses no acknowledged edit, doubles none, and every follower hears each once', () => survives(kvarter, () => kvarter.restartDatabase()));

it('of the worker has each job done once', async () => {
  const coordinator = await ApiClient.as(kvarter.url, 'coordinator');
  const areaId = await newArea(coordinator);
  const challenge = creation('Trappen', { kind: 'GATHERING_SPOT' });
  await apply(coordinator, areaId, challenge);
  const follower = followAlways(coordinator, areaId);
  for (let n = 0; n < 2; n++) {
    const meetingId = await meetingOn(coordinator, areaId);
    await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: meetingId });
    await kvarter.restartWorker();
  }
  for (let n = 0; n < kills; n++) {
    await wait(100 + Math.random() * 400);
    await kvarter.restartWorker();
  }
  // The word that a meeting had closed came while nobody listened. The next one has it looked at; else the night does.
  for (;;) {
    const meetingId = await meetingOn(coordinator, areaId);
    await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: meetingId });
    if (await Promise.race([follower.reached(2).then(() => true), wait(1_500).then(() => false)])) break;
  }
  const rows = await rowsOf<{ outdated: boolean }>(
    kvarter.adminUrl,
    "select (after ->> 'outdated')::boolean as outdated from open_room.map_edit where area_id = $1 order by seq",
    [areaId],
  );
  expect(rows).toEqual([{ outdated: false }, { outdated: true }]);
  await follower.stop();
});
