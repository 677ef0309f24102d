/** What everybody knows of a map after something broke again and again while they worked on it. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { type Installation, rowsOf } from './installation.js';
import { editUntil, followAlways } from './people.js';

export const kills = process.env['KVARTER_TEST_PROOF'] === '1' ? 50 : 3;

/** Lets people edit and follow while `breakIt` happens again and again, then compares what each of them knows. */
export async function survives(kvarter: Installation, breakIt: () => Promise<void>): Promise<void> {
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
