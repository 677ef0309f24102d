/** The shared map through the contract: one edit, many at once, several processes. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { apply, applyDocument, creation, editsDocument, type LoggedEdit, newArea, type Result, square } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let apis: Server[];
let coordinator: ApiClient;
let team: ApiClient;
beforeAll(async () => {
  await seedDemo();
  // Two processes know of each other by the database alone, whichever engine carries the queue.
  apis = await Promise.all([startApi(), startApi({ KVARTER_REDIS_URL: inject('redisUrl') })]);
  coordinator = await ApiClient.as(apis[0]?.url ?? '', 'coordinator');
  team = await ApiClient.as(apis[1]?.url ?? '', 'team');
});
afterAll(() => Promise.all(apis.map((api) => api.stop())));

const follow = (client: ApiClient, areaId: string, afterSeq = 0) => client.follow<{ mapEdits: LoggedEdit }>(editsDocument, { areaId, afterSeq });

describe('edits', () => {
  it('create, change, remove and restore, and are numbered without gaps', async () => {
    const areaId = await newArea(coordinator);
    const create = creation('Klubben');
    const on = (op: 'UPDATE' | 'REMOVE' | 'RESTORE', baseVersion: number, more = {}) => ({
      editId: randomUUID(),
      featureId: create.featureId,
      baseVersion,
      op,
      ...more,
    });
    expect(await apply(coordinator, areaId, create)).toMatchObject([{ status: 'APPLIED', seq: 1, feature: { name: 'Klubben', version: 1 } }]);
    expect(await apply(team, areaId, on('UPDATE', 1, { name: ' Klubben ved søen ' }))).toMatchObject([
      { status: 'APPLIED', seq: 2, feature: { name: 'Klubben ved søen', version: 2 } },
    ]);
    expect(await apply(coordinator, areaId, on('UPDATE', 1, { note: 'Åben hver dag' }))).toMatchObject([
      { status: 'MERGED', seq: 3, feature: { name: 'Klubben ved søen', note: 'Åben hver dag' } },
    ]);
    expect(await apply(coordinator, areaId, on('UPDATE', 1, { name: 'Noget helt tredje' }))).toMatchObject([
      { status: 'CONFLICT', seq: null, conflictFields: ['name'], errorCode: 'CONFLICT', feature: { name: 'Klubben ved søen' } },
    ]);
    expect(await apply(coordinator, areaId, create)).toMatchObject([{ status: 'DUPLICATE', seq: 1 }]);
    expect(await apply(coordinator, areaId, on('REMOVE', 3))).toMatchObject([{ status: 'APPLIED', seq: 4, feature: { removed: true } }]);
    const map = await coordinator.do<{ areaMap: { seq: number; features: unknown[]; collection: { features: unknown[] } } }>(
      'query ($areaId: UUID!) { areaMap(areaId: $areaId) { seq features { id } collection } }',
      { areaId },
    );
    expect(map.areaMap).toMatchObject({ seq: 4, features: [], collection: { features: [] } });
    expect(await apply(coordinator, areaId, on('RESTORE', 4))).toMatchObject([{ status: 'APPLIED', seq: 5, feature: { removed: false } }]);
    const then = await coordinator.do<{ areaMap: { features: { name: string }[] } }>(
      'query ($areaId: UUID!) { areaMap(areaId: $areaId, atSeq: 1) { features { name } } }',
      { areaId },
    );
    expect(then.areaMap.features).toEqual([{ name: 'Klubben' }]);
  });

  it('apply in the order given; what is wrong with one leaves the others standing', async () => {
    const areaId = await newArea(coordinator);
    const [good, last] = [creation('God'), creation('Sidst')];
    const bad = [
      creation('Ring 010190-1234'),
      creation('x'.repeat(121)),
      creation('  '),
      creation('Hul', {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [10, 56],
              [10.01, 56.01],
              [10.01, 56],
              [10, 56.01],
              [10, 56],
            ],
          ],
        },
      }),
      creation('Uden for verden', { geometry: { type: 'Point', coordinates: [10, 560] } }),
      creation('Forkert', { geometry: { type: 'Circle', coordinates: [10, 56] } }),
      creation('Åben ring', {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [10, 56],
              [10.01, 56],
              [10.01, 56.01],
            ],
          ],
        },
      }),
      creation('Tal som tekst', { geometry: { type: 'Point', coordinates: ['10', '56'] } }),
    ];
    const results = await apply(
      coordinator,
      areaId,
      good,
      ...bad,
      { ...good, editId: randomUUID(), op: 'UPDATE', baseVersion: 1, name: 'Bedre', kind: undefined, geometry: undefined },
      last,
    );
    expect(results.map(({ status, errorCode }) => (status === 'REJECTED' ? errorCode : status))).toEqual([
      'APPLIED',
      'INVALID_INPUT',
      'INVALID_INPUT',
      'INVALID_INPUT',
      'INVALID_GEOMETRY',
      'INVALID_GEOMETRY',
      'INVALID_GEOMETRY',
      'INVALID_GEOMETRY',
      'INVALID_GEOMETRY',
      'APPLIED',
      'APPLIED',
    ]);
    expect(results.map(({ seq }) => seq).filter((seq) => seq !== null)).toEqual([1, 2, 3]);
    expect(JSON.stringify(results)).not.toContain('010190');
    const map = await coordinator.do<{ areaMap: { seq: number; features: { name: string }[] } }>(
      'query ($areaId: UUID!) { areaMap(areaId: $areaId) { seq features { name } } }',
      { areaId },
    );
    expect(map.areaMap.seq).toBe(3);
    expect(map.areaMap.features.map(({ name }) => name).sort()).toEqual(['Bedre', 'Sidst']);
  });

  it('are explained in the language of the person', async () => {
    const areaId = await newArea(coordinator);
    const say = async (language: string) =>
      (await coordinator.ask<{ applyMapEdits: Result[] }>(applyDocument, { areaId, edits: [creation('')] }, { 'accept-language': language })).data
        ?.applyMapEdits[0]?.errorMessage;
    expect(await say('da')).toMatch(/navn/i);
    expect(await say('en')).toMatch(/name/i);
  });

  it('of a call that can’t be are one error, and nothing is written', async () => {
    const areaId = await newArea(coordinator);
    const code = async (client: ApiClient, edits: unknown[], area = areaId) =>
      (await client.ask(applyDocument, { areaId: area, edits })).errors?.[0]?.extensions.code;
    expect(
      await code(
        coordinator,
        Array.from({ length: 501 }, () => creation()),
      ),
    ).toBe('LIMIT_EXCEEDED');
    expect(await code(coordinator, [creation()], randomUUID())).toBe('NOT_FOUND');
    expect(await code(coordinator, [{ ...creation(), editId: 'no-uuid' }])).toBe('INVALID_INPUT');
    expect(await code(coordinator, [{ ...creation(), kind: 'NO_KIND' }])).toBe('INVALID_INPUT');
    expect(await code(ApiClient.nobody(coordinator.url), [creation()])).toBe('UNAUTHENTICATED');
    expect(await code(await ApiClient.as(coordinator.url, 'steering'), [creation()])).toBe('FORBIDDEN');
    expect(await code(await ApiClient.as(coordinator.url, 'participant'), [creation()])).toMatch(/FORBIDDEN|NOT_FOUND/);
    const map = await coordinator.do<{ areaMap: { seq: number } }>('query ($areaId: UUID!) { areaMap(areaId: $areaId) { seq } }', { areaId });
    expect(map.areaMap.seq).toBe(0);
  });
});

describe('following', () => {
  it('hears every edit once and in order, at either process, and goes on from any seq', async () => {
    const areaId = await newArea(coordinator);
    const [here, there] = [follow(coordinator, areaId), follow(team, areaId)];
    for (let n = 1; n <= 20; n++) await apply(n % 2 ? coordinator : team, areaId, creation(`Nr. ${n}`));
    for (const stream of [here, there]) {
      const seqs = (await stream.until(20)).map(({ mapEdits }) => mapEdits.seq);
      expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    }
    const late = follow(team, areaId, 15);
    expect((await late.until(5)).map(({ mapEdits }) => mapEdits.seq)).toEqual([16, 17, 18, 19, 20]);
    await Promise.all([here, there, late].map((stream) => stream.stop()));
  });

  it('with forty participants and 400 edits at once, each hears each edit exactly once and in order', async () => {
    const areaId = await newArea(coordinator);
    const people = Array.from({ length: 40 }, (_, index) => (index % 2 ? coordinator : team));
    const streams = people.map((person) => follow(person, areaId));
    const edits = Array.from({ length: 400 }, (_, index) => creation(`Markering ${index}`));
    const results = (await Promise.all(edits.map((edit, index) => apply(people[index % 40] as ApiClient, areaId, edit)))).flat();
    expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 400 }, () => 'APPLIED'));
    const wanted = Array.from({ length: 400 }, (_, index) => index + 1);
    expect(results.map(({ seq }) => seq).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(wanted);
    for (const stream of streams) {
      const heard = await stream.until(400);
      expect(heard.map(({ mapEdits }) => mapEdits.seq)).toEqual(wanted);
      expect(new Set(heard.map(({ mapEdits }) => mapEdits.editId)).size).toBe(400);
    }
    await Promise.all(streams.map((stream) => stream.stop()));
  });

  it('loses nothing and doubles nothing while streams come, go and resume', async () => {
    const areaId = await newArea(coordinator);
    const heard: number[] = [];
    let done = false;
    const reading = (async () => {
      for (let turn = 0; heard.length < 120; turn++) {
        const stream = follow(turn % 2 ? coordinator : team, areaId, heard.at(-1) ?? 0);
        for (const { mapEdits } of (await stream.until(Math.min(120 - heard.length, 7))).slice()) heard.push(mapEdits.seq);
        await stream.stop();
        if (done && heard.length >= 120) break;
      }
    })();
    for (let n = 0; n < 40; n++) await Promise.all([coordinator, team, coordinator].map((client) => apply(client, areaId, creation())));
    done = true;
    await reading;
    expect(heard).toEqual(Array.from({ length: 120 }, (_, index) => index + 1).slice(0, heard.length));
  });
});

describe('time', () => {
  it('keeps snapshots, and tells two times apart', async () => {
    const areaId = await newArea(coordinator);
    const [stays, moves, goes] = [creation('Bliver'), creation('Flytter'), creation('Går')];
    await apply(coordinator, areaId, stays, moves, goes);
    const { takeMapSnapshot: snapshot } = await coordinator.do<{ takeMapSnapshot: { seq: number; name: string; areaId: string } }>(
      'mutation ($areaId: UUID!) { takeMapSnapshot(areaId: $areaId, name: "Før") { seq name areaId } }',
      { areaId },
    );
    expect(snapshot).toEqual({ seq: 3, name: 'Før', areaId });
    await apply(
      coordinator,
      areaId,
      { editId: randomUUID(), featureId: moves.featureId, baseVersion: 1, op: 'UPDATE', geometry: { type: 'Point', coordinates: [10.006, 56.005] } },
      { editId: randomUUID(), featureId: goes.featureId, baseVersion: 1, op: 'REMOVE' },
      creation('Ny'),
    );
    const { compareMap } = await coordinator.do<{
      compareMap: { added: { name: string }[]; removed: { name: string }[]; changed: { movedMetres: number; after: { name: string } }[] };
    }>(
      'query ($areaId: UUID!) { compareMap(areaId: $areaId, fromSeq: 3, toSeq: 6) { added { name } removed { name } changed { movedMetres after { name } } } }',
      { areaId },
    );
    expect(compareMap).toMatchObject({ added: [{ name: 'Ny' }], removed: [{ name: 'Går' }], changed: [{ after: { name: 'Flytter' } }] });
    expect(compareMap.changed[0]?.movedMetres).toBeGreaterThan(60);
    expect(compareMap.changed[0]?.movedMetres).toBeLessThan(64);
  });
});

describe('boundaries', () => {
  it('that are none are refused where they are drawn', async () => {
    const make = async (boundary: unknown, name = 'Område') =>
      (await coordinator.ask('mutation ($input: CreateAreaInput!) { createArea(input: $input) { id } }', { input: { name, boundary } })).errors?.[0]
        ?.extensions;
    expect(
      await make({
        type: 'LineString',
        coordinates: [
          [10, 56],
          [10.1, 56.1],
        ],
      }),
    ).toMatchObject({ code: 'INVALID_GEOMETRY' });
    expect(
      await make({
        type: 'Polygon',
        coordinates: [
          [
            [56, 10],
            [56.1, 10],
            [56.1, 10.1],
            [56, 10],
          ],
        ],
      }),
    ).toMatchObject({ code: 'INVALID_GEOMETRY', reason: expect.stringMatching(/SWAPPED/) });
    expect(await make(square(), 'x'.repeat(121))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await make(square(), 'Her bor 010190-1234')).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
