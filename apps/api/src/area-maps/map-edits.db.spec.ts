import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../platform/auth/actor.js';
import type { MapEditInput } from './map-edit.input.js';
import type { MapEditResult } from './map-edit.type.js';
import { mostEdits } from './map-edit.rules.js';
import { appendEdits, beginEdits, type BegunRow, writeEdits } from './map-edit.sql.js';
import { MapEditsService } from './map-edits.service.js';
import { World } from './map-world.fixture.js';

let world: World;
let edits: MapEditsService;
let coordinator: Actor;
let area: string;

beforeAll(async () => {
  world = await World.make();
  edits = new MapEditsService(world.db);
  coordinator = await world.member('coordinator');
}, 30_000);

afterAll(() => world.close());

beforeEach(async () => {
  area = await world.area(coordinator);
});

const edit = (more: Partial<MapEditInput> = {}): MapEditInput => ({
  editId: randomUUID(),
  featureId: randomUUID(),
  baseVersion: 0,
  op: 'CREATE',
  kind: 'NOTE',
  name: 'Bænk',
  ...more,
});
const change = (featureId: string, baseVersion: number, more: Partial<MapEditInput>): MapEditInput => ({
  editId: randomUUID(),
  featureId,
  baseVersion,
  op: 'UPDATE',
  ...more,
});
const apply = (batch: MapEditInput[], by = coordinator, where = area): Promise<MapEditResult[]> => world.as(by, () => edits.apply(where, batch));
const statuses = (results: MapEditResult[]) => results.map(({ status }) => status);
const log = async () => (await world.admin.query('select * from open_room.map_edit where area_id = $1 order by seq', [area])).rows;

describe('applying edits', () => {
  it('writes log, head and number together', async () => {
    const made = edit({ geometry: { type: 'Point', coordinates: [10.002, 56.001] }, note: 'Ved søen' });
    const [result] = await apply([made]);
    expect(result).toMatchObject({
      editId: made.editId,
      status: 'APPLIED',
      seq: 1,
      warnings: [],
      feature: { id: made.featureId, version: 1, name: 'Bænk', note: 'Ved søen', outsideBoundary: false },
    });
    const { rows } = await world.admin.query(
      `select f.version, f.seq, f.json::jsonb -> 'properties' ->> 'name' as name, st_astext(f.geom) as place, s.seq as last
       from open_room.map_feature f join open_room.area_seq s using (tenant_id, area_id) where f.feature_id = $1`,
      [made.featureId],
    );
    expect(rows).toEqual([{ version: 1, seq: 1, name: 'Bænk', place: 'POINT(10.002 56.001)', last: 1 }]);
    expect(await log()).toMatchObject([{ seq: 1, op: 'CREATE', status: 'APPLIED', actor: coordinator.personId, meeting_id: null }]);
  });

  it('keeps absent fields and clears null ones', async () => {
    const made = edit({ note: 'N', geometry: { type: 'Point', coordinates: [10.002, 56.001] } });
    await apply([made]);
    const [result] = await apply([change(made.featureId, 1, { note: null, geometry: null })]);
    expect(result?.feature).toMatchObject({ version: 2, name: 'Bænk', note: null, geometry: null });
    expect((await world.admin.query('select geom from open_room.map_feature where feature_id = $1', [made.featureId])).rows).toEqual([{ geom: null }]);
  });

  it('merges different fields and refuses to choose between the same, also against a version of long ago', async () => {
    const made = edit();
    await apply([made]);
    await apply([change(made.featureId, 1, { name: 'A' }), change(made.featureId, 2, { note: 'N' })]);
    const results = await apply([
      change(made.featureId, 1, { geometry: { type: 'Point', coordinates: [10.002, 56.001] } }),
      change(made.featureId, 1, { name: 'B' }),
      change(made.featureId, 1, { name: 'A' }),
    ]);
    expect(statuses(results)).toEqual(['MERGED', 'CONFLICT', 'MERGED']);
    expect(results[1]).toMatchObject({
      conflictFields: ['name'],
      reason: 'FIELD_CHANGED_MEANWHILE',
      errorCode: 'CONFLICT',
      feature: { version: 4, name: 'A', note: 'N' },
    });
    expect(results[1]?.errorMessage).toContain('En anden');
  });

  it('answers a repeat with the first result, and logs it once', async () => {
    const made = edit();
    const later = change(made.featureId, 1, { name: 'A' });
    const [first] = await apply([made]);
    await apply([later]);
    const again = await apply([made, later, later]);
    expect(again.map(({ status, seq, feature }) => [status, seq, feature?.name])).toEqual([
      ['DUPLICATE', 1, 'Bænk'],
      ['DUPLICATE', 2, 'A'],
      ['DUPLICATE', 2, 'A'],
    ]);
    expect(again[0]?.feature).toEqual(first?.feature);
    expect(await log()).toHaveLength(2);
    expect(await apply([edit({ editId: made.editId })])).toMatchObject([{ status: 'REJECTED', reason: 'EDIT_ID_REUSED' }]);
  });

  it('refuses faulty edits one by one, in the reader’s language, and lets the others stand', async () => {
    const results = await apply([
      edit({ name: '   ' }),
      edit({ name: 'x'.repeat(121) }),
      edit({ note: 'Ring 010190-1234' }),
      edit({
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
      edit({ geometry: { type: 'Point', coordinates: [56, 10] } }),
      edit({ details: { times: ['NIGHT'] } }),
      change(randomUUID(), 1, { name: 'Ingen' }),
      edit({ name: 'Fin' }),
    ]);
    expect(results.map(({ reason }) => reason)).toEqual([
      'NAME_EMPTY',
      'NAME_TOO_LONG',
      'CPR_NUMBER',
      'GEOMETRY_SELF_INTERSECTION',
      'GEOMETRY_SWAPPED',
      'DETAIL_NOT_OF_KIND',
      'VERSION_AHEAD',
      undefined,
    ]);
    expect(results.slice(0, 7).every(({ status, seq, feature }) => status === 'REJECTED' && seq === undefined && feature === undefined)).toBe(true);
    expect(results[7]).toMatchObject({ status: 'APPLIED', seq: 1 });
    const [english] = await world.as({ ...coordinator, locale: 'en' }, () => edits.apply(area, [edit({ name: '' })]));
    expect(english?.errorMessage).toContain('The name is missing');
  });

  it('keeps what lies wholly outside the boundary, and says so', async () => {
    const results = await apply([
      edit({ geometry: { type: 'Point', coordinates: [11, 56] } }),
      edit({
        geometry: {
          type: 'LineString',
          coordinates: [
            [9.99, 56.001],
            [10.001, 56.001],
          ],
        },
      }),
      edit(),
    ]);
    expect(results.map(({ feature, warnings }) => [feature?.outsideBoundary, warnings])).toEqual([
      [true, ['OUTSIDE_BOUNDARY']],
      [false, []],
      [false, []],
    ]);
  });

  it('takes 500 at once and not one more', async () => {
    const batch = Array.from({ length: mostEdits }, (_, index) => edit({ name: `n${index}` }));
    expect(new Set(statuses(await apply(batch)))).toEqual(new Set(['APPLIED']));
    await expect(apply([...batch, edit()])).rejects.toMatchObject({ reason: 'TOO_MANY_EDITS' });
    expect(await log()).toHaveLength(mostEdits);
  });

  it('writes down the meeting that is open', async () => {
    const meeting = await world.meeting(area, coordinator);
    const guest = await world.guest(meeting);
    await apply([edit()], guest);
    expect(await log()).toMatchObject([{ actor: guest.personId, meeting_id: meeting }]);
  });

  it('gives gapless numbers to many at once', async () => {
    const each = 12;
    const results = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const seqs: number[] = [];
        for (let i = 0; i < each; i += 1) seqs.push(...(await apply([edit(), edit()])).map(({ seq }) => seq as number));
        return seqs;
      }),
    );
    expect(results.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 10 * each * 2 }, (_, index) => index + 1));
    for (const seqs of results) expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  }, 30_000);
});

describe('who may edit', () => {
  const refusedFor = (by: Actor) => expect(apply([edit()], by)).rejects;

  it('is the team everywhere but in restricted areas they are not named on', async () => {
    const team = await world.member('team_member');
    expect(statuses(await apply([edit()], team))).toEqual(['APPLIED']);
    area = await world.area(coordinator, { restricted: true });
    await refusedFor(team).toMatchObject({ reason: 'AREA_NOT_FOUND' });
    await world.admin.query('insert into open_room.area_member (tenant_id, area_id, person_id) values ($1, $2, $3)', [world.tenantId, area, team.personId]);
    expect(statuses(await apply([edit()], team))).toEqual(['APPLIED']);
  });

  it('is the host alone while the map is frozen', async () => {
    const meeting = await world.meeting(area, coordinator);
    const [guest, team] = [await world.guest(meeting), await world.member('team_member')];
    await world.admin.query('update open_room.meeting set frozen = true where meeting_id = $1', [meeting]);
    await refusedFor(guest).toMatchObject({ reason: 'MAP_FROZEN' });
    await refusedFor(team).toMatchObject({ reason: 'MAP_FROZEN' });
    expect(statuses(await apply([edit()]))).toEqual(['APPLIED']);
  });

  it('is a guest only while their meeting is open and they were not removed', async () => {
    const planned = await world.meeting(area, coordinator, 'PLANNED');
    const guest = await world.guest(planned);
    await refusedFor(guest).toMatchObject({ reason: 'MEETING_NOT_OPEN' });
    await world.admin.query("update open_room.meeting set state = 'OPEN' where meeting_id = $1", [planned]);
    expect(statuses(await apply([edit()], guest))).toEqual(['APPLIED']);
    await world.admin.query("update open_room.meeting set state = 'CLOSED', closed_at = now(), read_after = true where meeting_id = $1", [planned]);
    await refusedFor(guest).toMatchObject({ reason: 'MEETING_CLOSED' });
    const open = await world.meeting(area, coordinator);
    await refusedFor(guest).toMatchObject({ reason: 'MEETING_CLOSED' });
    const other = await world.guest(open);
    await world.admin.query('update open_room.meeting_guest set removed_at = now() where person_id = $1', [other.personId]);
    await refusedFor(other).toMatchObject({ reason: 'GUEST_REMOVED' });
  });

  it('is told why even when the host decides while they edit', async () => {
    const meeting = await world.meeting(area, coordinator);
    const [guest, removed, team] = [await world.guest(meeting), await world.guest(meeting), await world.member('team_member')];
    const host = { done: false };
    const reasons = async (by: Actor): Promise<Set<string>> => {
      const seen = new Set<string>();
      while (!host.done) {
        await apply([edit()], by).catch((error: { reason?: string; message: string }) => seen.add(error.reason ?? error.message));
      }
      return seen;
    };
    const told = Promise.all([reasons(guest), reasons(removed), reasons(team)]);
    for (let i = 0; i < 20; i += 1) {
      await world.as(coordinator, () =>
        world.db.query('update open_room.meeting set frozen = $2 where tenant_id = $3 and meeting_id = $1', [meeting, i % 2 === 0, world.tenantId]),
      );
    }
    await world.as(coordinator, () =>
      world.db.query('update open_room.meeting_guest set removed_at = now() where tenant_id = $2 and person_id = $1', [removed.personId, world.tenantId]),
    );
    host.done = true;
    const [asGuest, asRemoved, asTeam] = await told;
    expect([...(asGuest ?? []), ...(asTeam ?? [])].filter((reason) => reason !== 'MAP_FROZEN')).toEqual([]);
    expect([...(asRemoved ?? [])].filter((reason) => reason !== 'MAP_FROZEN' && reason !== 'GUEST_REMOVED')).toEqual([]);
  });

  it('is nobody of another tenant, of another area’s meeting, or of leaders who only read', async () => {
    await refusedFor(await world.member('steering')).toMatchObject({ reason: 'NOT_ALLOWED' });
    await refusedFor(await world.guest(await world.meeting(await world.area(coordinator), coordinator))).toMatchObject({ reason: 'AREA_NOT_FOUND' });
    const neighbour = await World.make();
    try {
      await refusedFor(await neighbour.member('coordinator')).toMatchObject({ reason: 'AREA_NOT_FOUND' });
    } finally {
      await neighbour.close();
    }
    expect(await log()).toEqual([]);
  });

  it('is asked even where there is nothing to apply', async () => {
    await expect(apply([], await world.member('steering'))).rejects.toMatchObject({ reason: 'NOT_ALLOWED' });
    expect(await apply([])).toEqual([]);
  });

  it('is held by the database too: nobody writes but by its functions, nor by them where they may not', async () => {
    const [steering, guest] = [await world.member('steering'), await world.guest(await world.meeting(area, coordinator, 'PLANNED'))];
    const tables = [
      'insert into open_room.map_edit (seq) values (1)',
      'update open_room.map_edit set at = now()',
      'delete from open_room.map_edit',
      'update open_room.map_feature set seq = 0',
      'update open_room.area_seq set seq = 9',
    ];
    for (const sql of tables) await expect(world.as(coordinator, () => world.db.query(sql))).rejects.toThrow('permission denied');
    const line = [
      [1],
      [randomUUID()],
      [randomUUID()],
      [1],
      ['CREATE'],
      ['APPLIED'],
      ['{"kind":"NOTE","removed":false,"outdated":false}'],
      [false],
      [true],
      [null],
      ['{}'],
      [new Date()],
    ];
    const write = (by: Actor, seq: number) => world.as(by, () => world.db.query(writeEdits, [area, seq, new Date(), ...line]));
    for (const by of [steering, guest]) {
      expect(await world.as(by, () => world.db.query<BegunRow>(beginEdits, [area]))).toMatchObject([{ seq: null }]);
      await expect(write(by, 1)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(write(coordinator, 3)).rejects.toThrow('do not follow');
    const append = () => world.db.query(appendEdits, [world.tenantId, area, 1, steering.personId, null, new Date(), ...line]);
    await expect(world.as(coordinator, append)).rejects.toThrow('permission denied');
    expect(await log()).toEqual([]);
  });
});
