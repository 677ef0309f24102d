/** Preparing a meeting and placing what was prepared, on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import type { Actor } from '../platform/auth/actor.js';
import type { PreparationItem } from './preparation.type.js';
import { reasonOf, RoundWorld } from './round-world.fixture.js';
import { MappingStep, type MappingRound } from './round.type.js';

const { RESOURCES, CHALLENGES } = MappingStep;

let world: World;
let rounds: RoundWorld;
let coordinator: Actor;
let jonas: Actor;
let maria: Actor;
let area: string;
let round: MappingRound;

beforeAll(async () => {
  world = await World.make();
  [coordinator, jonas, maria] = [await world.member('coordinator'), await world.member('team_member'), await world.member('team_member')];
  await world.admin.query("update open_room.membership set organisation = 'Boligselskabet' where person_id = $1", [jonas.personId]);
});
afterAll(() => world.close());
beforeEach(async () => {
  rounds = new RoundWorld(world);
  area = await world.area(coordinator);
  await rounds.onTeam(area, jonas, maria);
  round = await rounds.round(coordinator, area);
});

const point = { type: 'Point', coordinates: [10.002, 56.002] };
const add = (by: Actor, more: object = {}): Promise<PreparationItem> =>
  world.as(by, () => rounds.preparations.add({ roundId: round.id, step: RESOURCES, kind: 'ASSOCIATION', title: 'Boldklubben', geometry: point, ...more }));
const lists = (by = coordinator) => world.as(by, () => rounds.preparations.list(round.id));
const tie = (meeting: string, step = RESOURCES) => world.as(coordinator, () => rounds.rounds.tieMeeting(round.id, meeting, step));
const ready = (by: Actor, is = true) => world.as(by, () => rounds.preparations.setReady(round.id, RESOURCES, is));
const night = () => world.as(world.system, () => rounds.checks.askEverywhere());
const changed = (meeting: string) => world.as(coordinator, () => rounds.meetings.tell(meeting));
const asked = async () => (await rounds.open(area)).filter(({ title }) => title.startsWith('Forbered')).map(({ who, due }) => [who, due]);

describe('preparing', () => {
  it('is asked of everybody on the area’s team, a week before the meeting, until they say they are ready', async () => {
    await tie(await rounds.planned(area, coordinator, '2026-12-02'));
    const both = [jonas, maria].map(({ personId }) => [personId, '2026-11-25']);
    expect((await asked()).sort()).toEqual(both.sort());
    await night();
    expect(await asked()).toHaveLength(2);
    await ready(jonas);
    expect(await asked()).toEqual([[maria.personId, '2026-11-25']]);
    expect((await lists(maria)).map(({ step, personId, readyAt }) => [step, personId, readyAt !== null])).toEqual(
      expect.arrayContaining([
        ['RESOURCES', jonas.personId, true],
        ['RESOURCES', maria.personId, false],
        ['CHALLENGES', jonas.personId, false],
      ]),
    );
    // Said at the desk it is said here.
    const { id } = (await lists()).find(({ personId, step }) => personId === maria.personId && step === 'RESOURCES') ?? {};
    await world.as(maria, async () => rounds.followUps.complete((await rounds.followUps.ofSubject('ROUND', id ?? ''))?.id ?? ''));
    expect((await lists()).filter(({ readyAt }) => readyAt)).toHaveLength(2);
  });

  it('follows the meeting, is asked of those who come later, and of nobody twice who said no', async () => {
    const meeting = await rounds.planned(area, coordinator, '2026-12-02');
    await tie(meeting);
    const { id } = (await lists()).find(({ personId, step }) => personId === maria.personId && step === 'RESOURCES') ?? {};
    await world.as(maria, async () => rounds.followUps.skip((await rounds.followUps.ofSubject('ROUND', id ?? ''))?.id ?? '', 'På ferie'));
    const late = await world.member('team_member');
    await rounds.onTeam(area, late);
    await night();
    expect(await asked()).toHaveLength(2);
    await world.admin.query("update open_room.meeting set starts_at = '2026-12-10T17:00:00Z' where meeting_id = $1", [meeting]);
    await changed(meeting);
    expect((await asked()).sort()).toEqual(
      [
        [jonas.personId, '2026-12-03'],
        [late.personId, '2026-12-03'],
      ].sort(),
    );
    await rounds.setState(meeting, 'CLOSED');
    await changed(meeting);
    expect(await asked()).toEqual([]);
  });

  it('of a meeting in a few days is due today, and one taken back is asked anew', async () => {
    const meeting = await rounds.planned(area, coordinator, '2026-11-23');
    await tie(meeting);
    expect((await asked()).map(([, due]) => due)).toEqual(['2026-11-20', '2026-11-20']);
    await ready(jonas);
    await ready(jonas, false);
    expect(await asked()).toHaveLength(2);
    await world.as(coordinator, () => rounds.rounds.untieMeeting(meeting));
    expect(await asked()).toEqual([]);
    await tie(meeting, CHALLENGES);
    expect(await asked()).toHaveLength(2);
    await world.as(coordinator, () => rounds.rounds.close(round.id));
    expect(await asked()).toEqual([]);
  });

  it('lists what one knows: seen by all who work here, changed by oneself alone', async () => {
    const item = await add(jonas);
    const change = (by: Actor, more: object = {}) =>
      world.as(by, () => rounds.preparations.change({ id: item.id, version: 1, title: 'Boldklubben af 1932', ...more }));
    expect(await reasonOf(change(maria))).toBe('PREPARATION_ITEM_OF_OTHER');
    expect(await reasonOf(world.as(maria, () => rounds.preparations.remove(item.id)))).toBe('PREPARATION_ITEM_OF_OTHER');
    expect(await change(jonas)).toMatchObject({ title: 'Boldklubben af 1932', geometry: point, version: 2 });
    expect(await reasonOf(change(jonas))).toBe('PREPARATION_ITEM_CHANGED');
    expect(await change(jonas, { version: 2, geometry: null, note: 'Om tirsdagen' })).toMatchObject({ geometry: null, note: 'Om tirsdagen' });
    const theirs = (await lists(maria)).find(({ personId, step }) => personId === jonas.personId && step === 'RESOURCES');
    expect(await world.as(maria, () => rounds.preparations.items(theirs?.id ?? null))).toMatchObject([{ id: item.id, placedAt: null }]);
    await world.as(jonas, () => rounds.preparations.remove(item.id));
    expect(await reasonOf(change(jonas))).toBe('PREPARATION_ITEM_NOT_FOUND');
  });

  it('says what is wrong with an item', async () => {
    expect(await reasonOf(add(jonas, { kind: 'UNSAFE_ZONE' }))).toBe('PREPARATION_KIND');
    expect(await reasonOf(add(jonas, { title: ' ' }))).toBe('FIELD_EMPTY');
    expect(await reasonOf(add(jonas, { note: 'Om 010190-1234' }))).toBe('CPR_NUMBER');
    expect(await reasonOf(add(jonas, { geometry: { type: 'Point', coordinates: [56, 1000] } }))).not.toBe('done');
    await world.as(coordinator, () => rounds.rounds.close(round.id));
    expect(await reasonOf(add(jonas))).toBe('ROUND_CLOSED');
  });
});

describe('placing', () => {
  const place = (id: string, by = maria, geometry: unknown = null) => world.as(by, () => rounds.preparations.place(id, geometry));

  it('puts an item on the shared map while its meeting is open, in its author’s capacity, and once', async () => {
    const meeting = await rounds.planned(area, coordinator, '2026-11-20');
    const [item, other] = [await add(jonas, { note: 'Tirsdag' }), await add(jonas, { title: 'Hallen', kind: 'PHYSICAL_PLACE', geometry: null })];
    expect(await reasonOf(place(item.id))).toBe('ROUND_MEETING_NOT_OPEN');
    await tie(meeting);
    await rounds.setState(meeting, 'OPEN');
    const results = await Promise.all(
      [place(item.id), place(item.id, jonas)].map((one) =>
        one.then(
          ({ status }) => status,
          (error: { reason: string }) => error.reason,
        ),
      ),
    );
    expect(results.sort()).toEqual(['APPLIED', 'PREPARATION_ITEM_PLACED']);
    const { rows } = await world.admin.query<{ state: object; meeting_id: string }>(
      'select f.state, e.meeting_id from open_room.map_feature f join open_room.map_edit e using (tenant_id, area_id, feature_id) where f.area_id = $1',
      [area],
    );
    expect(rows).toMatchObject([
      {
        meeting_id: meeting,
        state: { kind: 'ASSOCIATION', name: 'Boldklubben', note: 'Tirsdag', geometry: point, voices: [{ capacity: 'Boligselskabet', stance: 'SAYS' }] },
      },
    ]);
    const mine = (await lists()).find(({ personId, step }) => personId === jonas.personId && step === 'RESOURCES');
    expect(await world.as(coordinator, () => rounds.preparations.items(mine?.id ?? null))).toMatchObject([
      { id: item.id, featureId: item.id, placedAt: expect.any(Date) as Date },
      { id: other.id, featureId: null, placedAt: null },
    ]);
    expect(await reasonOf(world.as(jonas, () => rounds.preparations.change({ id: item.id, version: 1, title: 'Nyt' })))).toBe('PREPARATION_ITEM_PLACED');
    expect(await place(other.id, jonas, { type: 'Point', coordinates: [10.003, 56.001] })).toMatchObject({ status: 'APPLIED' });
    expect(await reasonOf(place(item.id))).toBe('PREPARATION_ITEM_PLACED');
  });

  it('leaves what the map refuses on the list', async () => {
    const meeting = await rounds.planned(area, coordinator, '2026-11-20');
    const item = await add(jonas);
    await tie(meeting);
    await rounds.setState(meeting, 'OPEN');
    expect(await reasonOf(place(item.id, maria, { type: 'Point', coordinates: [] }))).toBe('PREPARATION_ITEM_UNPLACED');
    await world.admin.query('update open_room.meeting set frozen = true where meeting_id = $1', [meeting]);
    expect(await reasonOf(place(item.id))).toBe('MAP_FROZEN');
    await world.admin.query('update open_room.meeting set frozen = false where meeting_id = $1', [meeting]);
    expect(await place(item.id)).toMatchObject({ status: 'APPLIED' });
  });

  it('belongs to the meeting of its own step', async () => {
    const meeting = await rounds.planned(area, coordinator, '2026-11-20');
    const item = await add(jonas, { step: CHALLENGES, kind: 'UNSAFE_ZONE', title: 'Stien' });
    await tie(meeting);
    await rounds.setState(meeting, 'OPEN');
    expect(await reasonOf(place(item.id))).toBe('ROUND_MEETING_NOT_OPEN');
    await tie(meeting, CHALLENGES);
    expect(await place(item.id)).toMatchObject({ status: 'APPLIED', feature: { kind: 'UNSAFE_ZONE' } });
  });
});
