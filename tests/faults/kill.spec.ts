/** kill -9 of every process under edits: what was acknowledged is there, once, and everyone hears it, once. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { creation, apply, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { type Installation, install, rowsOf } from './installation.js';
import { editUntil, followAlways } from './people.js';

const kills = process.env['KVARTER_TEST_PROOF'] === '1' ? 50 : 3;

let kvarter: Installation;
beforeAll(async () => {
  kvarter = await install({ worker: true });
});
afterAll(() => kvarter.stop());

/** Lets people edit and follow while `breakIt` happens again and again, then compares what each of them knows. */
async function survives(breakIt: () => Promise<void>): Promise<void> {
  const coordinator = await ApiClient.as(kvarter.url, 'coordinator');
  const team = await ApiClient.as(kvarter.url, 'team');
  const areaId = await newArea(coordinator);
  const followers = [coordinator, team, team].map((client) => followAlways(client, areaId));
  const stop = new AbortController();
  const writing = [coordinator, team, coordinator, team].map((client) => editUntil(client, areaId, stop.signal));
  for (let n = 0; n < kills; n++) {
    // At no special moment: there are always edits under way.
    await wait(150 + Math.random() * 250);
    await breakIt();
  }
  const heardBefore = followers[0]?.seqs.length ?? 0;
  await followers[0]?.reached(heardBefore + 5); // it works again
  stop.abort();
  const acknowledged = new Map((await Promise.all(writing)).flatMap((map) => [...map]));

  const log = await rowsOf<{ seq: number; edit_id: string }>(kvarter.adminUrl, 'select seq, edit_id from open_room.map_edit where area_id = $1 order by seq', [
    areaId,
  ]);
  const inLog = new Map(log.map(({ edit_id, seq }) => [edit_id, seq]));
  expect(log.map(({ seq }) => seq)).toEqual(Array.from(log, (_, index) => index + 1));
  expect(inLog.size).toBe(log.length);
  for (const [editId, seq] of acknowledged) expect(inLog.get(editId)).toBe(seq);
  expect(acknowledged.size).toBeGreaterThan(10);
  for (const follower of followers) {
    await follower.reached(log.length);
    expect(follower.seqs).toEqual(log.map(({ seq }) => seq));
    await follower.stop();
  }
}

it('of the api loses no acknowledged edit, doubles none, and every follower hears each once', () => survives(() => kvarter.restartApi()));

it('of the database loses no acknowledged edit, doubles none, and every follower hears each once', () => survives(() => kvarter.restartDatabase()));

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
