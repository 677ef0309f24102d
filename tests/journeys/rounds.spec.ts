/** A round from its purpose to its end over real HTTP: led, prepared by the team, placed on the shared map; and the ranking of areas. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
let team: ApiClient;
let steering: ApiClient;
let participant: ApiClient;
let areaId: string;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  [coordinator, team, steering, participant] = (await Promise.all(
    ['coordinator', 'team', 'steering', 'participant'].map((one) => ApiClient.as(api.url, one)),
  )) as [ApiClient, ApiClient, ApiClient, ApiClient];
  areaId = await newArea(coordinator);
  const { personId } = (await team.do<{ me: { personId: string } }>('{ me { personId } }')).me;
  await coordinator.do('mutation ($areaId: UUID!, $personId: UUID!) { assignToArea(areaId: $areaId, personId: $personId, assigned: true) { personId } }', {
    areaId,
    personId,
  });
});
afterAll(() => api.stop());

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const createDocument = 'mutation ($input: CreateRoundInput!) { createRound(input: $input) { id version state steps { step state } } }';
const round = async (more: object = {}) =>
  (
    await coordinator.do<{ createRound: { id: string; version: number; steps: { step: string; state: string }[] } }>(createDocument, {
      input: { areaId, name: 'Efterår', startsOn: day(-1), endsOn: day(60), targetGroups: ['FAMILIES'], ...more },
    })
  ).createRound;
const refused = async (by: ApiClient, query: string, variables: object) => (await by.ask(query, variables)).errors?.[0]?.extensions;
const close = (id: string) => coordinator.do('mutation ($id: UUID!) { closeRound(roundId: $id) { id } }', { id });

describe('a round', () => {
  it('is led by coordinators, read by those who work here, and no business of guests', async () => {
    const { id, steps } = await round();
    expect(steps).toHaveLength(6);
    expect(await refused(team, createDocument, { input: { areaId, name: 'Min', startsOn: day(0), endsOn: day(9) } })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(coordinator, createDocument, { input: { areaId, name: 'To', startsOn: day(0), endsOn: day(9) } })).toMatchObject({
      code: 'CONFLICT',
      reason: 'ROUND_UNDER_WAY',
    });
    const read = 'query ($id: UUID!) { round(id: $id) { name responsible { name } steps { step state changedBy { name } } } }';
    expect(await steering.do(read, { id })).toMatchObject({ round: { name: 'Efterår', responsible: { name: 'Mette Holm' } } });
    expect(await refused(participant, read, { id })).toMatchObject({ code: 'FORBIDDEN' });
    await coordinator.do('mutation ($id: UUID!) { moveRoundStep(roundId: $id, step: CHALLENGES, state: DONE) { id } }', { id });
    const after = await team.do<{ round: { steps: { step: string; state: string; changedBy: { name: string } | null }[] } }>(read, { id });
    expect(after.round.steps.find(({ step }) => step === 'CHALLENGES')).toEqual({ step: 'CHALLENGES', state: 'DONE', changedBy: { name: 'Mette Holm' } });
    await close(id);
    const all = await team.do<{ rounds: { id: string; state: string }[] }>('query ($areaId: UUID!) { rounds(areaId: $areaId) { id state } }', { areaId });
    expect(all.rounds).toContainEqual({ id, state: 'CLOSED' });
  });

  it('is prepared by the team, placed on the map in its meeting, and leaves a snapshot', async () => {
    const { id } = await round({ name: 'Vinter' });
    const { scheduleMeeting } = await coordinator.do<{ scheduleMeeting: { id: string } }>(
      'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id } }',
      { input: { areaId, kind: 'AREA', title: 'Ressourcemøde', startsAt: `${day(30)}T16:00:00.000Z` } },
    );
    const meetingId = scheduleMeeting.id;
    await coordinator.do('mutation ($id: UUID!, $meetingId: UUID!) { tieRoundMeeting(roundId: $id, meetingId: $meetingId, step: RESOURCES) { id } }', {
      id,
      meetingId,
    });
    const asked = async () =>
      (await team.do<{ myFollowUps: { id: string; title: string | null; dueOn: string }[] }>('{ myFollowUps { id title dueOn } }')).myFollowUps.filter(
        ({ title }) => title === 'Forbered: Ressourcemøde',
      );
    const [first] = await asked();
    await coordinator.do('mutation ($id: UUID!, $at: DateTime!) { rescheduleMeeting(id: $id, startsAt: $at) { id } }', {
      id: meetingId,
      at: `${day(37)}T16:00:00.000Z`,
    });
    const [check] = await asked();
    expect(check?.id).toBe(first?.id);
    expect((check?.dueOn ?? '') > (first?.dueOn ?? '9')).toBe(true);
    const { addPreparationItem } = await team.do<{ addPreparationItem: { id: string; version: number } }>(
      'mutation ($input: AddPreparationItemInput!) { addPreparationItem(input: $input) { id version } }',
      { input: { roundId: id, step: 'RESOURCES', kind: 'ASSOCIATION', title: 'Skakklubben', geometry: { type: 'Point', coordinates: [10.004, 56.002] } } },
    );
    // One's own to change, also for those who lead the round.
    expect(await refused(coordinator, 'mutation ($id: UUID!) { removePreparationItem(id: $id) }', { id: addPreparationItem.id })).toMatchObject({
      reason: 'PREPARATION_ITEM_OF_OTHER',
    });
    await team.do('mutation ($id: UUID!) { completeFollowUp(id: $id) { id } }', { id: check?.id });
    expect(await asked()).toEqual([]);
    const list = 'query ($id: UUID!) { roundPreparations(roundId: $id) { step readyAt person { name } items { title featureId placedBy { name } } } }';
    interface Lists {
      roundPreparations: {
        step: string;
        readyAt: string | null;
        person: { name: string };
        items: { title: string; featureId: string | null; placedBy: object | null }[];
      }[];
    }
    const mine = async () =>
      (await steering.do<Lists>(list, { id })).roundPreparations.find(({ step, person }) => step === 'RESOURCES' && person.name === 'Jonas Overgaard');
    expect(await mine()).toMatchObject({ readyAt: expect.any(String) as string, items: [{ title: 'Skakklubben', featureId: null }] });

    const place = 'mutation ($id: UUID!) { placePreparationItem(id: $id) { status feature { name voices { capacity } } } }';
    expect(await refused(coordinator, place, addPreparationItem)).toMatchObject({ reason: 'ROUND_MEETING_NOT_OPEN' });
    await coordinator.do('mutation ($id: UUID!) { openMeeting(id: $id) { id } }', { id: meetingId });
    expect(await refused(participant, place, addPreparationItem)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await coordinator.do(place, { id: addPreparationItem.id })).toEqual({
      placePreparationItem: { status: 'APPLIED', feature: { name: 'Skakklubben', voices: [{ capacity: 'Åkøbing Gadeteam' }] } },
    });
    expect(await refused(team, place, addPreparationItem)).toMatchObject({ code: 'CONFLICT', reason: 'PREPARATION_ITEM_PLACED' });
    expect(await mine()).toMatchObject({ items: [{ featureId: addPreparationItem.id, placedBy: { name: 'Mette Holm' } }] });
    const { areaMap } = await team.do<{ areaMap: { features: { id: string }[] } }>('query ($areaId: UUID!) { areaMap(areaId: $areaId) { features { id } } }', {
      areaId,
    });
    expect(areaMap.features.filter((feature) => feature.id === addPreparationItem.id)).toHaveLength(1);

    await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id: meetingId });
    const held = await team.do<{ round: { meetings: { snapshotId: string | null }[] } }>('query ($id: UUID!) { round(id: $id) { meetings { snapshotId } } }', {
      id,
    });
    expect(held.round.meetings).toEqual([{ snapshotId: expect.any(String) as string }]);
    await close(id);
  });

  it('of the demonstration: one that is over with the earlier maps, one under way and partly prepared', async () => {
    const { areas } = await team.do<{ areas: { id: string; name: string }[] }>('{ areas { id name } }');
    const birkelunden = areas.find(({ name }) => name === 'Birkelunden')?.id;
    const { rounds } = await team.do<{ rounds: { id: string; state: string; meetings: { snapshotId: string | null }[] }[] }>(
      'query ($areaId: UUID!) { rounds(areaId: $areaId) { id state meetings { snapshotId } } }',
      { areaId: birkelunden },
    );
    expect(rounds.map(({ state }) => state)).toEqual(['UNDER_WAY', 'CLOSED']);
    expect(rounds[1]?.meetings.filter(({ snapshotId }) => snapshotId)).toHaveLength(3);
    const { roundPreparations } = await team.do<{ roundPreparations: { readyAt: string | null; items: object[] }[] }>(
      'query ($id: UUID!) { roundPreparations(roundId: $id) { readyAt items { id } } }',
      { id: rounds[0]?.id },
    );
    expect(roundPreparations.some(({ readyAt }) => readyAt)).toBe(true);
    expect(roundPreparations.some(({ readyAt }) => !readyAt)).toBe(true);
  });
});

describe('the ranking of areas', () => {
  it('is made by coordinators with a reason for each, and earlier ones stay readable', async () => {
    const rank = 'mutation ($places: [RankedAreaInput!]!) { rankAreas(places: $places) { id rankedBy { name } places { place areaId reason } } }';
    const other = await newArea(coordinator, 'Vestbyen');
    const places = [other, areaId].map((one) => ({ areaId: one, reason: 'Mange nye beboere' }));
    const { rankAreas } = await coordinator.do<{ rankAreas: { id: string } }>(rank, { places });
    expect(rankAreas).toMatchObject({ rankedBy: { name: 'Mette Holm' }, places: [{ place: 1, areaId: other }, { place: 2 }] });
    expect(await refused(team, rank, { places })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(coordinator, rank, { places: [{ areaId, reason: ' ' }] })).toMatchObject({ reason: 'RANKING_REASON' });
    const { rankings, ranking } = await steering.do<{ rankings: { id: string }[]; ranking: { id: string } }>('{ rankings { id } ranking { id } }');
    expect(rankings.length).toBeGreaterThanOrEqual(3);
    expect(ranking.id).toBe(rankAreas.id);
  });
});
