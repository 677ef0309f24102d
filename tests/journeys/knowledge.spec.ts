/** What nobody knows of an area, and what somebody knows and hands in: from the map to an answer, from the inbox to where it belongs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, creation, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
let team: ApiClient;
let colleague: { personId: string };
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  [coordinator, team] = [await ApiClient.as(api.url, 'coordinator'), await ApiClient.as(api.url, 'team')];
  colleague = (await team.do<{ me: { personId: string } }>('{ me { personId } }')).me;
});
afterAll(() => api.stop());

const refused = async (by: ApiClient, query: string, variables: object) => (await by.ask(query, variables)).errors?.[0]?.extensions;

interface Found {
  resources: number;
  gaps: { kind: string; place: unknown }[];
}
const found = async (areaId: string, by = team): Promise<Found> =>
  (await by.do<{ foundGaps: Found }>('query ($areaId: UUID!) { foundGaps(areaId: $areaId) { resources gaps { kind place } } }', { areaId })).foundGaps;

describe('a gap', () => {
  it('on the map of the demonstration is found without being asked for', async () => {
    const { areas } = await coordinator.do<{ areas: { id: string; name: string }[] }>('{ areas { id name } }');
    const { resources, gaps } = await found(areas.find(({ name }) => name === 'Birkelunden')?.id ?? '');
    expect(resources).toBeGreaterThan(30);
    expect(gaps.length).toBeGreaterThan(0);
  });

  it('is taken up, given to somebody, who has it on their desk and answers it there', async () => {
    const areaId = await newArea(coordinator);
    const [blank] = (await found(areaId)).gaps;
    expect(blank).toMatchObject({ kind: 'BLANK_PART', place: { type: 'Polygon' } });
    const { takeUpGap } = await team.do<{ takeUpGap: { id: string; version: number } }>(
      'mutation ($input: TakeUpGapInput!) { takeUpGap(input: $input) { id version } }',
      { input: { areaId, kind: 'BLANK_PART', foundBy: 'MAP', place: blank?.place, question: 'Hvem kommer her?' } },
    );
    expect((await found(areaId)).gaps).toEqual([]);
    const input = { ...takeUpGap, responsiblePersonId: colleague.personId, dueOn: '2199-01-02' };
    await coordinator.do('mutation ($input: AssignGapInput!) { assignGap(input: $input) { id } }', { input });
    const { followUps } = await team.do<{ followUps: { id: string; title: string; subjectType: string }[] }>(
      'query ($areaId: UUID!) { followUps(areaId: $areaId, from: "2198-12-01", to: "2199-02-01") { id title subjectType } }',
      { areaId },
    );
    expect(followUps).toMatchObject([{ title: 'Hvem kommer her?', subjectType: 'GAP' }]);
    await team.do('mutation ($id: UUID!) { completeFollowUp(id: $id, note: "Boldklubben, om søndagen") { id } }', { id: followUps[0]?.id });
    const { knowledgeGaps } = await coordinator.do<{ knowledgeGaps: object[] }>(
      'query ($areaId: UUID!) { knowledgeGaps(areaId: $areaId) { state answer endedBy { personId } followUp { id } } }',
      { areaId },
    );
    expect(knowledgeGaps).toEqual([{ state: 'ANSWERED', answer: 'Boldklubben, om søndagen', endedBy: colleague, followUp: null }]);
  });

  it('goes as soon as a resource stands near', async () => {
    const areaId = await newArea(coordinator);
    const edits = Array.from({ length: 100 }, (_, n) => ({
      ...creation(`Sted ${n}`),
      kind: ['ASSOCIATION', 'INSTITUTION', 'ENTHUSIAST', 'PHYSICAL_PLACE'][n % 4],
      geometry: { type: 'Point', coordinates: [10.0005 + (n % 10) * 0.001, 56.0005 + Math.floor(n / 10) * 0.001] },
    }));
    await apply(coordinator, areaId, ...edits);
    expect(await found(areaId)).toEqual({ resources: 100, gaps: [] });
  });

  it('is no business of a guest or a politician', async () => {
    const areaId = await newArea(coordinator);
    const guest = await ApiClient.as(api.url, 'participant');
    expect(await refused(guest, 'query ($areaId: UUID!) { foundGaps(areaId: $areaId) { resources } }', { areaId })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('knowledge', () => {
  const fields = 'id state seenBy { personId } outcome reason isNewToMe';
  const handIn = async (areaId: string, title: string): Promise<string> =>
    (
      await team.do<{ handInKnowledge: { id: string } }>('mutation ($input: HandInKnowledgeInput!) { handInKnowledge(input: $input) { id } }', {
        input: { areaId, title, text: 'Set af viceværten i går.' },
      })
    ).handInKnowledge.id;
  const mine = async (id: string) =>
    (await team.do<{ myKnowledge: { id: string }[] }>(`{ myKnowledge { ${fields} } }`)).myKnowledge.find((one) => one.id === id);
  const waiting = async (by: ApiClient) => (await by.do<{ knowledgeInbox: { id: string }[] }>(`{ knowledgeInbox { ${fields} } }`)).knowledgeInbox;

  it('goes in through the coordinator, who sees it, and back to who handed it in as what became of it', async () => {
    const areaId = await newArea(coordinator);
    const id = await handIn(areaId, 'Lyset er gået bag hallen');
    expect((await waiting(coordinator)).find((one) => one.id === id)).toMatchObject({ state: 'UNSEEN' });
    expect(await mine(id)).toMatchObject({ state: 'UNSEEN', seenBy: null });
    await coordinator.do('mutation ($id: UUID!) { openKnowledge(id: $id) { id } }', { id });
    expect(await mine(id)).toMatchObject({ state: 'SEEN' });
    const edit = { ...creation('Mørkt bag hallen'), kind: 'UNSAFE_ZONE' };
    await coordinator.do('mutation ($id: UUID!, $edit: MapEditInput!) { putKnowledgeOnMap(id: $id, edit: $edit) { outcomeId } }', { id, edit });
    expect(await mine(id)).toMatchObject({ state: 'SETTLED', outcome: 'ON_MAP' });
    const { areaMap } = await team.do<{ areaMap: { features: { name: string }[] } }>(
      'query ($areaId: UUID!) { areaMap(areaId: $areaId) { features { name } } }',
      { areaId },
    );
    expect(areaMap.features).toEqual([{ name: 'Mørkt bag hallen' }]);
  });

  it('is passed on, and closed with a reason; nothing of it is the team’s before', async () => {
    const areaId = await newArea(coordinator);
    const id = await handIn(areaId, 'Bænken er væk');
    expect(await refused(team, 'mutation ($id: UUID!) { closeKnowledge(id: $id, reason: "x") { id } }', { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await waiting(team)).some((one) => one.id === id)).toBe(false);
    await coordinator.do('mutation ($id: UUID!, $to: [UUID!]!) { passKnowledgeOn(id: $id, personIds: $to) { id } }', { id, to: [colleague.personId] });
    expect((await waiting(team)).find((one) => one.id === id)).toMatchObject({ isNewToMe: true });
    await coordinator.do('mutation ($id: UUID!) { closeKnowledge(id: $id, reason: "Den er på værksted.") { id } }', { id });
    expect(await mine(id)).toMatchObject({ outcome: 'CLOSED', reason: 'Den er på værksted.' });
  });

  it('about a person is refused where it holds their number', async () => {
    const input = { areaId: await newArea(coordinator), title: 'En beboer', text: '010190-1234 har det svært' };
    const { errors } = await team.ask('mutation ($input: HandInKnowledgeInput!) { handInKnowledge(input: $input) { id } }', { input });
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'CPR_NUMBER', field: 'text' });
    expect(JSON.stringify(errors)).not.toContain('010190');
  });
});
