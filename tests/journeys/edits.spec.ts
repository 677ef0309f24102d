/** What becomes of an edit: each operation, each outcome, and each kind of bad input with its words in both languages. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, applyDocument, creation, type Edit, newArea, type Result, square } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
let areaId: string;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  coordinator = await ApiClient.as(api.url, 'coordinator');
  areaId = await newArea(coordinator);
});
afterAll(() => api.stop());

const on = ({ featureId }: Edit, op: 'UPDATE' | 'REMOVE' | 'RESTORE', baseVersion: number, more: Partial<Edit> = {}): Edit => ({
  editId: randomUUID(),
  featureId,
  baseVersion,
  op,
  ...more,
});

/** A mark with a note, at version 1. */
async function placed(): Promise<Edit> {
  const mark = creation('Værestedet', { note: 'Åbent om aftenen' });
  expect(await apply(coordinator, areaId, mark)).toMatchObject([{ status: 'APPLIED' }]);
  return mark;
}

async function seqNow(): Promise<number> {
  return (await coordinator.do<{ areaMap: { seq: number } }>('query ($areaId: UUID!) { areaMap(areaId: $areaId) { seq } }', { areaId })).areaMap.seq;
}

describe('an edit', () => {
  it('keeps what it leaves out and clears what it sets to null', async () => {
    const mark = await placed();
    const [kept] = await apply(coordinator, areaId, on(mark, 'UPDATE', 1, { name: 'Huset' }));
    expect(kept).toMatchObject({ status: 'APPLIED', feature: { name: 'Huset', note: 'Åbent om aftenen' } });
    const [cleared] = await apply(coordinator, areaId, on(mark, 'UPDATE', 2, { note: null, geometry: null }));
    expect(cleared).toMatchObject({ status: 'APPLIED', feature: { name: 'Huset', note: null } });
    const { areaMap } = await coordinator.do<{ areaMap: { features: { id: string; geometry: unknown }[] } }>(
      'query ($areaId: UUID!) { areaMap(areaId: $areaId) { features { id geometry } } }',
      { areaId },
    );
    // Listed, not drawn.
    expect(areaMap.features.find(({ id }) => id === mark.featureId)).toEqual({ id: mark.featureId, geometry: null });
  });

  it('that is repeated is answered with its first result, also within one call and after later edits', async () => {
    const mark = creation('Først');
    const [first, again] = await apply(coordinator, areaId, mark, mark);
    expect([first?.status, again?.status, again?.seq]).toEqual(['APPLIED', 'DUPLICATE', first?.seq]);
    const rename = on(mark, 'UPDATE', 1, { name: 'Så' });
    const [renamed] = await apply(coordinator, areaId, rename);
    await apply(coordinator, areaId, on(mark, 'UPDATE', 2, { name: 'Til sidst' }));
    expect(await apply(coordinator, areaId, rename)).toMatchObject([{ status: 'DUPLICATE', seq: renamed?.seq, feature: { name: 'Så', version: 2 } }]);
  });

  it('of what somebody removed is a conflict that shows it, and it can be brought back as it was', async () => {
    const mark = await placed();
    await apply(coordinator, areaId, on(mark, 'REMOVE', 1));
    expect(await apply(coordinator, areaId, on(mark, 'UPDATE', 1, { name: 'Ny' }))).toMatchObject([
      { status: 'CONFLICT', seq: null, errorCode: 'CONFLICT', feature: { removed: true, version: 2 } },
    ]);
    expect(await apply(coordinator, areaId, on(mark, 'RESTORE', 2))).toMatchObject([
      { status: 'APPLIED', feature: { removed: false, name: 'Værestedet', note: 'Åbent om aftenen' } },
    ]);
  });

  it('that removes a stale version is a conflict; the mark stays', async () => {
    const mark = await placed();
    await apply(coordinator, areaId, on(mark, 'UPDATE', 1, { name: 'Nyt navn' }));
    expect(await apply(coordinator, areaId, on(mark, 'REMOVE', 1))).toMatchObject([
      { status: 'CONFLICT', errorCode: 'CONFLICT', feature: { name: 'Nyt navn', removed: false } },
    ]);
  });

  it('to the same value as somebody else’s is no conflict; another value of the same field is, and nothing of it stands', async () => {
    const mark = await placed();
    await apply(coordinator, areaId, on(mark, 'UPDATE', 1, { name: 'Fælles' }));
    expect(await apply(coordinator, areaId, on(mark, 'UPDATE', 1, { name: 'Fælles', note: 'Ny note' }))).toMatchObject([
      { status: 'MERGED', feature: { name: 'Fælles', note: 'Ny note' } },
    ]);
    expect(await apply(coordinator, areaId, on(mark, 'UPDATE', 1, { name: 'Andet', kind: 'INSTITUTION' }))).toMatchObject([
      { status: 'CONFLICT', conflictFields: ['name'], feature: { name: 'Fælles' } },
    ]);
    const { areaMap } = await coordinator.do<{ areaMap: { features: { id: string; kind: string }[] } }>(
      'query ($areaId: UUID!) { areaMap(areaId: $areaId) { features { id kind } } }',
      { areaId },
    );
    expect(areaMap.features.find(({ id }) => id === mark.featureId)?.kind).toBe('ASSOCIATION');
  });

  it('of a mark that is on another map, or on none, is told apart by nothing', async () => {
    const elsewhere = creation('Et andet sted');
    await apply(coordinator, await newArea(coordinator), elsewhere);
    const [there] = await apply(coordinator, areaId, on(elsewhere, 'UPDATE', 1, { name: 'Her' }));
    const [nowhere] = await apply(coordinator, areaId, on(creation(), 'UPDATE', 1, { name: 'Her' }));
    expect({ ...there, editId: '' }).toEqual({ ...nowhere, editId: '' });
    expect(there?.status).toBe('REJECTED');
  });
});

const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const ring = (west: number, south: number, size: number) => square(west, south, size).coordinates[0] as number[][];
const bow = [
  [10, 56],
  [10.01, 56.01],
  [10.01, 56],
  [10, 56.01],
  [10, 56],
];

/** Bad edits by what is wrong with them; the canary in each may come back nowhere. */
const canary = 'Kanariefugl';
const bad: Record<string, [code: string, more: Partial<Edit>]> = {
  'no name': ['INVALID_INPUT', { name: '   ' }],
  'no name at all': ['INVALID_INPUT', { name: null }],
  'a name over the limit': ['INVALID_INPUT', { name: canary.repeat(12) }],
  'a note over the limit': ['INVALID_INPUT', { note: canary.repeat(200) }],
  'no kind': ['INVALID_INPUT', { kind: undefined }],
  'a CPR number in the name': ['INVALID_INPUT', { name: `${canary} 010190-1234` }],
  'a CPR number without a dash in the note': ['INVALID_INPUT', { note: `${canary} 3112991234 bor her` }],
  'a version that is none': ['INVALID_INPUT', { baseVersion: -1 }],
  'a version ahead': ['INVALID_INPUT', { baseVersion: 7 }],
  'latitude beyond the pole': ['INVALID_GEOMETRY', { geometry: point(10, 91) }],
  'metres as degrees': ['INVALID_GEOMETRY', { geometry: point(574_000, 6_220_000) }],
  'swapped latitude and longitude': ['INVALID_GEOMETRY', { geometry: point(56.1, 10.2) }],
  'text for numbers': ['INVALID_GEOMETRY', { geometry: point('10', '56') }],
  'null for a number': ['INVALID_GEOMETRY', { geometry: point(null, 56) }],
  'one number': ['INVALID_GEOMETRY', { geometry: point(10) }],
  'no coordinates': ['INVALID_GEOMETRY', { geometry: { type: 'Point' } }],
  'a type that is none': ['INVALID_GEOMETRY', { geometry: { type: canary, coordinates: [10, 56] } }],
  'no object': ['INVALID_GEOMETRY', { geometry: canary }],
  'a list': ['INVALID_GEOMETRY', { geometry: [10, 56] }],
  'a bow': ['INVALID_GEOMETRY', { geometry: polygon(bow) }],
  'an open ring': ['INVALID_GEOMETRY', { geometry: polygon(bow.slice(0, 3)) }],
  'no ring': ['INVALID_GEOMETRY', { geometry: polygon() }],
  'no area': [
    'INVALID_GEOMETRY',
    {
      geometry: polygon([
        [10, 56],
        [10.1, 56],
        [10.2, 56],
        [10, 56],
      ]),
    },
  ],
  'a hole outside': ['INVALID_GEOMETRY', { geometry: polygon(ring(10, 56, 0.01), ring(10.5, 56.5, 0.001)) }],
  'a hole across the edge': ['INVALID_GEOMETRY', { geometry: polygon(ring(10, 56, 0.01), ring(10.005, 56.005, 0.01)) }],
  'parts over each other': ['INVALID_GEOMETRY', { geometry: { type: 'MultiPolygon', coordinates: [[ring(10, 56, 0.01)], [ring(10.005, 56.005, 0.01)]] } }],
  'a line of one point': ['INVALID_GEOMETRY', { geometry: { type: 'LineString', coordinates: [[10, 56]] } }],
  'more points than may be': [
    'INVALID_GEOMETRY',
    { geometry: { type: 'LineString', coordinates: Array.from({ length: 20_001 }, (_, index) => [10 + index / 1e6, 56 + (index % 2) / 1e5]) } },
  ],
};

describe('bad input', () => {
  it.each(Object.entries(bad))('%s: refused in both languages, and nothing is written', async (_name, [code, more]) => {
    const before = await seqNow();
    const edit = creation('Navn', more);
    const say = async (language: string) =>
      (await coordinator.ask<{ applyMapEdits: Result[] }>(applyDocument, { areaId, edits: [edit] }, { 'accept-language': language })).data?.applyMapEdits[0];
    const [da, en] = [await say('da'), await say('en')];
    for (const result of [da, en]) {
      expect(result).toMatchObject({ status: 'REJECTED', errorCode: code, seq: null, feature: null });
      expect(result?.errorMessage).toMatch(/^[A-ZÆØÅ].{20,}\.$/);
      expect(JSON.stringify(result)).not.toMatch(/Kanariefugl|010190|311299/);
    }
    expect(da?.errorMessage).not.toBe(en?.errorMessage);
    expect(await seqNow()).toBe(before);
  });

  it.each(Object.entries(bad).filter(([, [code]]) => code === 'INVALID_GEOMETRY'))(
    '%s is no boundary of an area either',
    async (_name, [code, { geometry }]) => {
      const input = { name: `Område ${canary}`, boundary: geometry };
      const answer = await coordinator.ask('mutation ($input: CreateAreaInput!) { createArea(input: $input) { id } }', { input });
      expect(answer.errors?.[0]?.extensions.code).toBe(code);
      expect(JSON.stringify(answer)).not.toContain(canary);
    },
  );

  it('of a request: too large, no JSON, a batch, a form; each in the shape of GraphQL', async () => {
    const post = async (body: string, type = 'application/json') => {
      const answer = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type, cookie: coordinator.cookie ?? '', 'x-kvarter-tenant': 'aakoebing' },
        body,
      });
      const text = await answer.text();
      expect(text).not.toContain(canary);
      return (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
    };
    expect(await post(JSON.stringify({ query: `{ me { name } } # ${canary.repeat(500_000)}` }))).toBe('LIMIT_EXCEEDED');
    expect(await post(`{"query": ${canary}`)).toBe('INVALID_INPUT');
    expect(await post(`[{"query":"{ me { name } }"},{"query":"{ me { name } }"}]`)).toBe('INVALID_INPUT');
    expect(await post('query=%7Bme%7Bname%7D%7D', 'application/x-www-form-urlencoded')).toBe('INVALID_INPUT');
    expect(await post('{ me { name } }', 'text/plain')).toBe('INVALID_INPUT');
  });

  it('of the timeline: numbers the map has not reached', async () => {
    const code = async (query: string) => (await coordinator.ask(query, { areaId })).errors?.[0]?.extensions.code;
    expect(await code('query ($areaId: UUID!) { areaMap(areaId: $areaId, atSeq: 1000000) { seq } }')).toBe('INVALID_INPUT');
    expect(await code('query ($areaId: UUID!) { areaMap(areaId: $areaId, atSeq: -1) { seq } }')).toBe('INVALID_INPUT');
    expect(await code('query ($areaId: UUID!) { compareMap(areaId: $areaId, fromSeq: 0, toSeq: 1000000) { toSeq } }')).toBe('INVALID_INPUT');
    expect(await code('mutation ($areaId: UUID!) { takeMapSnapshot(areaId: $areaId, name: " ") { seq } }')).toBe('INVALID_INPUT');
    expect(await code('mutation ($areaId: UUID!) { takeMapSnapshot(areaId: $areaId, name: "Om 010190-1234") { seq } }')).toBe('INVALID_INPUT');
  });
});

describe('a reading', () => {
  it('holds what stands at its seq, however many edit meanwhile', async () => {
    const busy = await newArea(coordinator);
    const read = async () => {
      const { areaMap } = await coordinator.do<{ areaMap: { seq: number; features: unknown[]; collection: { features: unknown[] } } }>(
        'query ($areaId: UUID!) { areaMap(areaId: $areaId) { seq features { id } collection } }',
        { areaId: busy },
      );
      // One mark an edit.
      expect([areaMap.features.length, areaMap.collection.features.length]).toEqual([areaMap.seq, areaMap.seq]);
    };
    for (let round = 0; round < 40; round++) await Promise.all([apply(coordinator, busy, creation()), read(), apply(coordinator, busy, creation()), read()]);
  });
});
