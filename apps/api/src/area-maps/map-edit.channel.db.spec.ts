import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, actAs } from '../platform/auth/actor.js';
import type { Db } from '../platform/db/db.js';
import { Notifications } from '../platform/db/notifications.js';
import { AreaAccess } from './area-access.js';
import { AreaWatch } from './area-watch.js';
import { FakeSink } from './fake-sink.fixture.js';
import { pageSize } from './map-edit.channel.js';
import { MapEditFeed } from './map-edit.feed.js';
import { MapEditsService } from './map-edits.service.js';
import { World } from './map-world.fixture.js';

let world: World;
let other: Db;
let here: MapEditFeed;
let there: MapEditFeed;
let coordinator: Actor;
const ends: (() => Promise<void>)[] = [];

/** What a process has: its own connections, its own ear. */
async function processOn(db: Db): Promise<MapEditFeed> {
  const notifications = new Notifications(world.place.appUrl);
  const watch = new AreaWatch(db, notifications);
  await watch.onModuleInit();
  ends.unshift(async () => {
    await watch.onApplicationShutdown();
    await notifications.close();
  });
  return new MapEditFeed(new AreaAccess(db), watch);
}

beforeAll(async () => {
  world = await World.make();
  ends.push(() => world.close());
  other = await world.secondDb();
  ends.unshift(() => other.close());
  here = await processOn(world.db);
  there = await processOn(other);
  coordinator = await world.member('coordinator');
}, 30_000);

afterAll(async () => {
  for (const end of ends) await end();
});

const create = (name: string) => ({ editId: randomUUID(), featureId: randomUUID(), baseVersion: 0, op: 'CREATE' as const, kind: 'NOTE' as const, name });

const add = (areaId: string, names: string[], by = coordinator, db = world.db) =>
  world.as(by, () => new MapEditsService(db).apply(areaId, names.map(create)), db);

const follow = (feed: MapEditFeed, actor: Actor, areaId: string, afterSeq: number, selection?: string) =>
  new FakeSink(actor, selection).join(actAs(actor, () => feed.follow(areaId, afterSeq)));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('following a map', () => {
  it('brings what is in the log, then what comes, in every process', async () => {
    const area = await world.area(coordinator);
    await add(area, ['a', 'b', 'c']);
    const sinks = [follow(here, coordinator, area, 1), follow(there, coordinator, area, 0)];
    await add(area, ['d']);
    await add(area, ['e'], coordinator, other);
    await Promise.all(sinks.map((sink) => sink.until(({ seqs }) => seqs.includes(5))));
    expect(sinks.map(({ seqs }) => seqs)).toEqual([[2, 3, 4, 5], upTo(5)]);
    for (const sink of sinks) sink.end();
  });

  it('loses and doubles nothing while people join, leave and edit at once', async () => {
    const area = await world.area(coordinator);
    const edits = 150;
    const sinks: FakeSink[] = [];
    const editing = Promise.all(
      [0, 1, 2].map(async (who) => {
        for (let i = 0; i < edits / 3; i += 1) await add(area, [`${who}.${i}`], coordinator, who === 0 ? other : world.db);
      }),
    );
    const joining = (async () => {
      for (let i = 0; i < 24; i += 1) {
        sinks.push(follow(i % 2 === 0 ? here : there, coordinator, area, 0, `s${i % 3}`));
        const short = follow(here, coordinator, area, 0, 'short');
        await short.until(({ seqs }) => seqs.length > 0);
        short.end();
        expect(short.seqs).toEqual(upTo(short.seqs.length));
      }
    })();
    await Promise.all([editing, joining]);
    await Promise.all(sinks.map((sink) => sink.until(({ seqs }) => seqs.includes(edits))));
    for (const sink of sinks) {
      expect(sink.seqs).toEqual(upTo(edits));
      sink.end();
    }
  }, 30_000);

  it('reads more than a page', async () => {
    const area = await world.area(coordinator);
    await add(area, upTo(450).map(String));
    expect(450).toBeGreaterThan(2 * pageSize);
    const sink = follow(here, coordinator, area, 3);
    await sink.until(({ seqs }) => seqs.includes(450));
    expect(sink.seqs).toEqual(upTo(450).slice(3));
    sink.end();
  });

  it('executes once for all of one selection and class', async () => {
    const area = await world.area(coordinator);
    const team = await world.member('team_member');
    const sinks = [...upTo(5).map(() => follow(here, coordinator, area, 0)), follow(here, coordinator, area, 0, 'other'), follow(here, team, area, 0)];
    await add(area, ['first']); // once all are in, whichever way it reached them
    await Promise.all(sinks.map((sink) => sink.until(({ seqs }) => seqs.includes(1))));
    const before = sinks.map(({ executions }) => executions);
    await add(area, ['second']);
    await Promise.all(sinks.map((sink) => sink.until(({ seqs }) => seqs.includes(2))));
    const more = sinks.map(({ executions }, index) => executions - (before[index] ?? 0));
    expect(more.slice(0, 5).reduce((sum, count) => sum + count)).toBe(1);
    expect(more.slice(5)).toEqual([1, 1]);
    expect(new Set(sinks.map(({ payloads }) => payloads.at(-1))).size).toBe(1);
    for (const sink of sinks) sink.end();
  });

  it('refuses a place in the log that is not there', async () => {
    const area = await world.area(coordinator);
    expect(() => actAs(coordinator, () => here.follow(area, -1))).toThrow('NUMBER_OUT_OF_RANGE');
    const ahead = follow(here, coordinator, area, 1);
    await ahead.until(({ open }) => !open);
    expect(ahead.reason).toBe('NUMBER_OUT_OF_RANGE');
  });

  it('shows a stranger nothing', async () => {
    const area = await world.area(coordinator);
    await add(area, ['a']);
    const stranger = await world.member('participant');
    const sink = follow(here, stranger, area, 0);
    await sink.until(({ open }) => !open);
    expect([sink.reason, sink.payloads]).toEqual(['AREA_NOT_FOUND', []]);
  });

  it('delivers nothing committed after a right was lost, to those who lost it alone', async () => {
    const area = await world.area(coordinator);
    const meeting = await world.meeting(area, coordinator);
    const guests = [await world.guest(meeting), await world.guest(meeting), await world.guest(meeting)];
    const sinks = guests.map((guest, index) => follow(index === 1 ? there : here, guest, area, 0));
    await add(area, ['before']);
    await Promise.all(sinks.map((sink) => sink.until(({ seqs }) => seqs.includes(1))));
    await world.admin.query('begin');
    await world.admin.query('update open_room.meeting_guest set removed_at = now() where person_id = any ($1)', [
      guests.slice(0, 2).map(({ personId }) => personId),
    ]);
    await world.admin.query('commit');
    await add(area, ['after']);
    await Promise.all(sinks.map((sink) => sink.until(({ open, seqs }) => !open || seqs.includes(2))));
    expect(sinks.map(({ seqs, open }) => [seqs, open])).toEqual([
      [[1], false],
      [[1], false],
      [[1, 2], true],
    ]);
    sinks[2]?.end();
  });

  it('ends followers whose sign-in was revoked, also when nothing is edited', async () => {
    const area = await world.area(coordinator);
    const team = await world.member('team_member');
    const sink = follow(there, team, area, 0);
    await add(area, ['a']);
    await sink.until(({ seqs }) => seqs.includes(1));
    await world.as(team, () => world.db.query('select identity.revoke_session($1)', [team.sessionId]));
    await sink.until(({ open }) => !open);
    expect(sink.reason).toBe('SESSION_EXPIRED');
  });

  it('finds edits whose notification was lost', async () => {
    const area = await world.area(coordinator);
    const sink = follow(here, coordinator, area, 0);
    await add(area, ['a']);
    await sink.until(({ seqs }) => seqs.includes(1));
    // As a write whose notification got lost: the same rows, and no word of it.
    await world.admin.query(
      `insert into open_room.map_edit (tenant_id, area_id, seq, edit_id, feature_id, version, op, status, after, actor, at)
       select tenant_id, area_id, 2, gen_random_uuid(), gen_random_uuid(), 1, op, status, after, actor, now() from open_room.map_edit where area_id = $1`,
      [area],
    );
    await world.admin.query('update open_room.area_seq set seq = 2 where area_id = $1', [area]);
    await sink.until(({ seqs }) => seqs.includes(2));
    expect(sink.seqs).toEqual([1, 2]);
    sink.end();
  });
});
