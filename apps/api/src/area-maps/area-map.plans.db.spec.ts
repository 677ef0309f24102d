/** What is read and written in a meeting goes by index however much there is: the plans, as the api's login under row policies gets them. */
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../platform/auth/actor.js';
import { accessNow, editsAfter, seqsOf } from './area-access.sql.js';
import { collectionTexts, comparedFeatures, featureHistory, featuresInBox, featuresInTiles, newestSeq, standingAt, standingNow } from './area-map.sql.js';
import { earlierEdits, headsOf, judgePlaces } from './map-edit.sql.js';
import { World } from './map-world.fixture.js';

const areas = 20;
const each = 400;
const [west, south, wide] = [10, 56, 0.4];

let world: World;
let team: Actor;
let guest: Actor;
let area: string;
let feature: string;

beforeAll(async () => {
  world = await World.make();
  const coordinator = await world.member('coordinator');
  team = await world.member('team_member');
  area = await world.area(coordinator);
  guest = await world.guest(await world.meeting(area, coordinator));
  const { admin, tenantId } = world;
  await admin.query(
    `insert into open_room.area (tenant_id, area_id, level, name, boundary, boundary_json, created_by)
     select tenant_id, gen_random_uuid(), 1, name, boundary, boundary_json, created_by from open_room.area, generate_series(2, $2) where area_id = $1`,
    [area, areas],
  );
  await admin.query(
    'insert into open_room.area_seq (tenant_id, area_id, seq) select tenant_id, area_id, $2 from open_room.area where tenant_id = $1 on conflict (tenant_id, area_id) do update set seq = $2',
    [tenantId, each],
  );
  await admin.query(
    `insert into open_room.map_edit (tenant_id, area_id, seq, edit_id, feature_id, version, op, status, after, actor, at)
     select tenant_id, area_id, n, gen_random_uuid(), gen_random_uuid(), 1, 'CREATE', 'APPLIED', jsonb_build_object('kind', 'NOTE', 'name', 'Bænk', 'note', repeat('x', 200),
       'geometry', st_asgeojson(case n % 3 when 0 then p else st_buffer(p, 0.02 * random() * random(), 3) end)::jsonb, 'details', '{}'::jsonb, 'voices', '[]'::jsonb, 'outdated', false, 'removed', false), created_by, now()
     from open_room.area cross join generate_series(1, $2) n cross join lateral (select st_makepoint($3 + $5 * random() + 0 * n, $4 + $5 * random()) as p) place where tenant_id = $1`,
    [tenantId, each, west, south, wide],
  );
  await admin.query(
    `insert into open_room.map_feature (tenant_id, area_id, feature_id, version, seq, kind, state, geom, touched_at, created_at, updated_at, json)
     select tenant_id, area_id, feature_id, version, seq, 'NOTE', after, st_setsrid(st_geomfromgeojson((after -> 'geometry')::text), 4326), at, at, at,
            json_build_object('type', 'Feature', 'id', feature_id, 'properties', json_build_object('kind', 'NOTE'))::text
     from open_room.map_edit where tenant_id = $1`,
    [tenantId],
  );
  for (const table of ['area', 'area_seq', 'map_feature', 'map_edit', 'meeting', 'meeting_guest', 'membership'])
    await admin.query(`analyze open_room.${table}`);
  feature = (await admin.query<{ feature_id: string }>('select feature_id from open_room.map_feature where area_id = $1 limit 1', [area])).rows[0]
    ?.feature_id as string;
}, 60_000);

afterAll(() => world.close());

/** @param small leaves tables out of account that are so small here that reading them whole is cheapest */
const planOf = (sql: string, values: unknown[], by: Actor, small = false): Promise<string> =>
  world.as(by, async () => {
    if (small) await world.db.query('set local enable_seqscan = off');
    return (await world.db.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values)).map((row) => row['QUERY PLAN']).join('\n');
  });

const statements = (): [name: string, sql: string, values: unknown[]][] => {
  const at = [world.tenantId, area];
  const point = '{"type":"Point","coordinates":[10.001,56.001]}';
  return [
    ['headsOf', headsOf, [...at, [feature], [0]]],
    ['earlierEdits', earlierEdits, [...at, [randomUUID()]]],
    ['judgePlaces', judgePlaces, [...at, [0], [point]]],
    ['newestSeq', newestSeq, at],
    ['collectionTexts', collectionTexts, at],
    ['standingNow', standingNow, at],
    ['standingAt', standingAt, [...at, each / 2]],
    ['comparedFeatures', comparedFeatures, [...at, each - 10, each]],
    ['featureHistory', featureHistory, [...at, feature, 500]],
    ['accessNow', accessNow, [...at, team.sessionId]],
    ['editsAfter', editsAfter, [...at, team.sessionId, each - 3, 200]],
    ['seqsOf', seqsOf, [[world.tenantId], [area]]],
    ['featuresInBox', featuresInBox, [world.tenantId, 10.1, 56.1, 10.12, 56.12, 5000]],
  ];
};

describe('plans', () => {
  it('never read a table of maps from end to end', async () => {
    for (const by of [team, guest]) {
      for (const [name, sql, values] of statements()) {
        expect(await planOf(sql, values, by), name).not.toContain('Seq Scan on map_');
        expect(await planOf(sql, values, by, true), name).not.toMatch(/Seq Scan on (area|meeting|membership|access_epoch|session)/);
      }
    }
  });

  it('read a box by the spatial index, though a policy stands before it', async () => {
    expect(await planOf(featuresInBox, [world.tenantId, 10.1, 56.1, 10.12, 56.12, 5000], team)).toMatch(/Scan (using|on) map_feature_in_space/);
  });

  it('look back in time by what there is, not by what was', async () => {
    expect(await planOf(standingAt, [world.tenantId, area, 200], team)).toMatch(/Index Scan Backward using map_edit_of_feature/);
  });
});

describe('a box without the spatial index', () => {
  it('goes by tiles', async () => {
    expect(await planOf(featuresInTiles, [world.tenantId, 10.1, 56.1, 10.12, 56.12, 5000], team)).toMatch(/Scan (using|on) map_feature_by_tile/);
  });

  it('holds the same, whatever box and however large what lies in it', async () => {
    const corner = fc.tuple(fc.double({ min: -0.1, max: wide + 0.1, noNaN: true }), fc.double({ min: -0.1, max: wide + 0.1, noNaN: true }));
    const side = fc.oneof(fc.double({ min: 1e-6, max: 1e-3, noNaN: true }), fc.double({ min: 1e-3, max: 0.06, noNaN: true }));
    const idsOf = async (sql: string, box: number[]): Promise<string[]> => {
      const [row] = await world.as(team, () => world.db.query<{ features: string }>(sql, [world.tenantId, ...box, 5000]));
      return (JSON.parse(`[${row?.features}]`) as { id: string }[]).map(({ id }) => id).sort();
    };
    await fc.assert(
      fc.asyncProperty(corner, side, side, async ([lon, lat], width, height) => {
        const box = [west + lon, south + lat, west + lon + width, south + lat + height];
        expect(await idsOf(featuresInTiles, box)).toEqual(await idsOf(featuresInBox, box));
      }),
      { numRuns: 15 },
    );
    expect(await idsOf(featuresInTiles, [west - 1, south - 1, west + 2, south + 2])).toHaveLength(5_000);
  }, 60_000);
});
