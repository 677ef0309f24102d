/** Redis only carries jobs: killed or emptied under edits, no edit is lost, and jobs come back. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { apply, creation, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { type Installation, install, rowsOf } from './installation.js';
import { survives } from './survival.js';

// Whoever has a Redis has a PostgreSQL too: the embedded database is without both.
describe.skipIf(inject('redisUrl') === undefined || inject('database').kind === 'embedded')('Redis', () => {
  let kvarter: Installation;
  beforeAll(async () => {
    kvarter = await install({ worker: true, onRedis: true });
  });
  afterAll(() => kvarter?.stop());

  const kill = async () => {
    await kvarter.redis?.kill();
    await kvarter.redis?.start();
  };
  /** One command; the answer as it comes. */
  const say = async (command: string): Promise<string> => {
    const socket = connect(Number(new URL(kvarter.redis?.url ?? '').port), '127.0.0.1');
    socket.write(`${command}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return answer.toString();
  };
  const empty = async () => expect(await say('FLUSHALL')).toContain('OK');

  /** Ends meetings until the mark has faded, which only a job can do. */
  async function jobsAreDone(): Promise<void> {
    const coordinator = await ApiClient.as(kvarter.url, 'coordinator');
    const areaId = await newArea(coordinator);
    await apply(coordinator, areaId, creation('Trappen', { kind: 'GATHERING_SPOT' }));
    const faded = async () =>
      (await rowsOf(kvarter.adminUrl, "select 1 from open_room.map_edit where area_id = $1 and (after ->> 'outdated')::boolean", [areaId])).length;
    for (let n = 0; n < 10 && (await faded()) === 0; n++) {
      const meetingId = await meetingOn(coordinator, areaId);
      await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: meetingId });
      for (const since = Date.now(); Date.now() - since < 2_000 && (await faded()) === 0; ) await wait(50);
    }
    expect(await faded()).toBe(1);
  }

  it('killed under edits costs none of them, and jobs come back', async () => {
    await survives(kvarter, kill);
    await jobsAreDone();
  });

  it('emptied under edits costs none of them, and jobs come back', async () => {
    await survives(kvarter, empty);
    await jobsAreDone();
  });

  it('emptied, calls again what comes by itself at night', async () => {
    const scheduled = async () => (await say('ZRANGE kvarter:kvarter:repeat 0 -1')).split('\r\n').filter((line) => /^[a-z]/.test(line));
    await expect.poll(scheduled, { timeout: 15_000 }).not.toEqual([]);
    const before = await scheduled();
    await empty();
    await expect.poll(scheduled, { timeout: 15_000 }).toEqual(expect.arrayContaining(before));
  });

  it('away, keeps nobody from the map, and is missed by whoever asks whether all is well', async () => {
    const coordinator = await ApiClient.as(kvarter.url, 'coordinator');
    const areaId = await newArea(coordinator);
    await kvarter.redis?.kill();
    try {
      expect(await apply(coordinator, areaId, creation())).toMatchObject([{ status: 'APPLIED' }]);
      const answer = await fetch(`${kvarter.url}/readyz`);
      expect([answer.status, ((await answer.json()) as { checks: object }).checks]).toEqual([
        503,
        expect.objectContaining({ database: 'ok', queue: expect.stringMatching(/^no/) }),
      ]);
    } finally {
      await kvarter.redis?.start();
    }
    await expect.poll(() => fetch(`${kvarter.url}/readyz`).then(({ status }) => status), { timeout: 15_000 }).toBe(200);
  });
});
