import { randomUUID } from 'node:crypto';
import type { Voice } from '@kvarter/geo';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../platform/auth/actor.js';
import { AreaMapsService } from './area-maps.service.js';
import type { MapEditInput } from './map-edit.input.js';
import { MapEditsService } from './map-edits.service.js';
import { MapFadingService } from './map-fading.service.js';
import { MapRedactionService, redactedText } from './map-redaction.service.js';
import { MapTakeBackService } from './map-take-back.service.js';
import { World } from './map-world.fixture.js';

let world: World;
let edits: MapEditsService;
let maps: AreaMapsService;
let redaction: MapRedactionService;
let undoing: MapTakeBackService;
let fading: MapFadingService;
let coordinator: Actor;
let area: string;

beforeAll(async () => {
  world = await World.make();
  edits = new MapEditsService(world.db);
  maps = new AreaMapsService(world.db);
  redaction = new MapRedactionService(world.db, edits);
  undoing = new MapTakeBackService(world.db, edits);
  fading = new MapFadingService(world.db, edits);
  coordinator = await world.member('coordinator');
}, 30_000);

afterAll(() => world.close());

beforeEach(async () => {
  area = await world.area(coordinator);
});

const apply = (by: Actor, ...batch: (Partial<MapEditInput> & Pick<MapEditInput, 'featureId'>)[]) =>
  world.as(by, () =>
    edits.apply(
      area,
      batch.map((one) => ({ editId: randomUUID(), baseVersion: 0, op: 'CREATE' as const, ...one })),
    ),
  );
const features = (by = coordinator) => world.as(by, async () => maps.features(await maps.at(area)));

describe('redaction', () => {
  const secret = 'Birthe Kanariefugl';
  const voice: Voice = { id: randomUUID(), capacity: `nabo til ${secret}`, stance: 'SAYS', saidOn: '2026-05-01' };

  const written = async (): Promise<string> => {
    const featureId = randomUUID();
    await apply(coordinator, {
      featureId,
      kind: 'UNSAFE_ZONE',
      name: secret,
      note: `Hos ${secret}`,
      details: { couldHelp: secret, times: ['NIGHT'] },
      addVoices: [voice],
    });
    await apply(coordinator, { featureId, op: 'UPDATE', baseVersion: 1, name: `${secret}s hjørne` });
    return featureId;
  };
  const everywhere = async () =>
    (
      await world.admin.query<{ text: string }>(
        `select (select string_agg(e::text, '') from open_room.map_edit e where area_id = $1) || (select string_agg(f::text, '') from open_room.map_feature f where area_id = $1) as text`,
        [area],
      )
    ).rows[0]?.text ?? '';

  it('takes a text out of every row, keeps the rest, and leaves a receipt', async () => {
    const featureId = await written();
    expect(await everywhere()).toContain('Kanariefugl');
    const receipt = await world.as(coordinator, () => redaction.redact(area, featureId, 'Samtykke trukket tilbage'));
    expect(receipt).toMatchObject({ featureId, rows: 3 });
    expect(await everywhere()).not.toContain('Kanariefugl');
    const [now] = await features();
    expect(now).toMatchObject({
      version: 3,
      kind: 'UNSAFE_ZONE',
      name: redactedText,
      note: redactedText,
      details: { couldHelp: redactedText, times: ['NIGHT'] },
    });
    expect(now?.voices).toEqual([{ ...voice, capacity: redactedText }]);
    const history = await world.as(coordinator, () => maps.history(area, featureId));
    expect(history.map(({ feature }) => feature.name)).toEqual([redactedText, redactedText, redactedText]);
    const { rows } = await world.admin.query('select reason, redacted_by, rows_changed from open_room.map_redaction where redaction_id = $1', [receipt.id]);
    expect(rows).toEqual([{ reason: 'Samtykke trukket tilbage', redacted_by: coordinator.personId, rows_changed: 3 }]);
  });

  it('raises the number, so that whoever keeps the old map asks again', async () => {
    const featureId = await written();
    await world.as(coordinator, () => redaction.redact(area, featureId, 'Navn'));
    expect(await world.as(coordinator, () => maps.at(area))).toMatchObject({ seq: 3 });
  });

  it('works on what was removed, and leaves an empty note empty', async () => {
    const featureId = randomUUID();
    await apply(coordinator, { featureId, kind: 'NOTE', name: secret });
    await apply(coordinator, { featureId, op: 'REMOVE', baseVersion: 1 });
    await world.as(coordinator, () => redaction.redact(area, featureId, 'Navn'));
    expect(await everywhere()).not.toContain('Kanariefugl');
    const history = await world.as(coordinator, () => maps.history(area, featureId));
    expect(history.map(({ feature }) => [feature.removed, feature.note])).toEqual([
      [false, null],
      [true, null],
      [true, null],
    ]);
  });

  it('is refused without a reason, for a mark that is not there, and to everyone else', async () => {
    const featureId = await written();
    await expect(world.as(coordinator, () => redaction.redact(area, featureId, ' '))).rejects.toMatchObject({ reason: 'FIELD_EMPTY' });
    await expect(world.as(coordinator, () => redaction.redact(area, randomUUID(), 'Navn'))).rejects.toMatchObject({ reason: 'FEATURE_NOT_FOUND' });
    const team = await world.member('team_member');
    await expect(world.as(team, () => redaction.redact(area, featureId, 'Navn'))).rejects.toMatchObject({ reason: 'FEATURE_NOT_FOUND' });
    expect(await everywhere()).toContain('Kanariefugl');
  });
});

describe('taking back', () => {
  it('undoes what one person did in a meeting, and leaves what others did', async () => {
    const meeting = await world.meeting(area, coordinator);
    const [one, other] = [await world.guest(meeting), await world.guest(meeting)];
    const [before, theirs, shared] = [randomUUID(), randomUUID(), randomUUID()];
    await apply(coordinator, { featureId: before, kind: 'NOTE', name: 'Før' });
    await apply(
      one,
      { featureId: before, op: 'UPDATE', baseVersion: 1, name: 'Ændret', note: 'Skrevet' },
      { featureId: theirs, kind: 'NOTE', name: 'Min' },
      { featureId: shared, kind: 'NOTE', name: 'Fælles' },
    );
    await apply(
      other,
      { featureId: shared, op: 'UPDATE', baseVersion: 1, note: 'Godt sted' },
      { featureId: before, op: 'UPDATE', baseVersion: 2, note: 'Rettet' },
    );

    const result = await world.as(coordinator, () => undoing.takeBack(meeting, one.personId));
    expect(result).toEqual({ takenBack: 1, kept: 2 });
    expect((await features()).map(({ id, name, note }) => [id, name, note]).sort()).toEqual(
      [
        [before, 'Før', 'Rettet'],
        [shared, 'Fælles', 'Godt sted'],
      ].sort(),
    );
    const { rows } = await world.admin.query('select distinct actor from open_room.map_edit where area_id = $1 and seq > 6', [area]);
    expect(rows).toEqual([{ actor: coordinator.personId }]);
  });

  it('finds nobody who did nothing, and no meeting of others', async () => {
    const meeting = await world.meeting(area, coordinator);
    const guest = await world.guest(meeting);
    await expect(world.as(coordinator, () => undoing.takeBack(meeting, guest.personId))).rejects.toMatchObject({ reason: 'GUEST_NOT_FOUND' });
    await expect(world.as(coordinator, () => undoing.takeBack(randomUUID(), guest.personId))).rejects.toMatchObject({ reason: 'MEETING_NOT_FOUND' });
  });
});

describe('fading', () => {
  const dayMs = 86_400_000;
  const touchedDaysAgo = (featureId: string, days: number) =>
    world.admin.query('update open_room.map_feature set touched_at = $2 where feature_id = $1', [featureId, new Date(Date.now() - days * dayMs)]);
  const closed = (daysAgo: number) => world.meeting(area, coordinator, 'CLOSED', new Date(Date.now() - daysAgo * dayMs));
  const fade = () => world.as(world.system, () => fading.fade(area));

  it('marks challenges that nobody spoke of for two closed meetings, once, as Kvarter’s own edit', async () => {
    const [old, fresh, resource] = [randomUUID(), randomUUID(), randomUUID()];
    await apply(
      coordinator,
      { featureId: old, kind: 'UNSAFE_ZONE', name: 'Tunnel' },
      { featureId: fresh, kind: 'CRIME_SPOT', name: 'Kælder' },
      { featureId: resource, kind: 'ASSOCIATION', name: 'Klub' },
    );
    await touchedDaysAgo(old, 400);
    await touchedDaysAgo(fresh, 100);
    await touchedDaysAgo(resource, 400);
    await closed(200);
    expect(await fade()).toBe(0);
    await closed(30);
    expect(await world.as(world.system, () => fading.areas())).toEqual([area]);
    expect(await fade()).toBe(1);
    expect(await fade()).toBe(0);
    expect(await world.as(world.system, () => fading.areas())).toEqual([]);
    expect((await features()).filter(({ outdated }) => outdated).map(({ id, corroboration }) => [id, corroboration])).toEqual([[old, 'OUTDATED']]);
    const [, edit] = await world.as(coordinator, () => maps.history(area, old));
    expect(edit).toMatchObject({ op: 'UPDATE', actorName: 'Kvarter', actorId: null });
  });

  it('ends with a new voice, and begins anew', async () => {
    const featureId = randomUUID();
    await apply(coordinator, { featureId, kind: 'GATHERING_SPOT', name: 'Kiosk' });
    await touchedDaysAgo(featureId, 400);
    await closed(200);
    await closed(30);
    await fade();
    await apply(coordinator, {
      featureId,
      op: 'UPDATE',
      baseVersion: 2,
      addVoices: [{ id: randomUUID(), capacity: 'vicevært', stance: 'CONFIRMS', saidOn: '2026-11-01' }],
    });
    expect(await features()).toMatchObject([{ outdated: false, corroboration: 'CONFIRMED' }]);
    expect(await fade()).toBe(0);
  });

  it('does the same whoever runs it at the same time', async () => {
    const featureId = randomUUID();
    await apply(coordinator, { featureId, kind: 'GATHERING_SPOT', name: 'Kiosk' });
    await touchedDaysAgo(featureId, 400);
    await closed(200);
    await closed(30);
    const counts = await Promise.all([fade(), fade(), fade()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
  });
});
