/** The register of an area's stakeholders: one set of rows behind table, graph and map, and nobody's details shown to guests. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, creation, meetingOn, newArea } from '../support/areas.js';
import { ApiClient, cookieIn } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
let team: ApiClient;
let areaId: string;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  coordinator = await ApiClient.as(api.url, 'coordinator');
  team = await ApiClient.as(api.url, 'team');
  areaId = await newArea(coordinator);
});
afterAll(() => api.stop());

interface Stakeholder {
  id: string;
  name: string;
  version: number;
  featureId: string | null;
  contact: { name: string | null; phone: string | null; consentNotedBy: { name: string } | null } | null;
  talks: { summary: string; by: { name: string } | null }[];
  perspectives: { id: string; said: string; feedbackDueOn: string; feedback: string | null }[];
  feedbackDueOn: string | null;
}
const fields =
  'id name version featureId contact { name phone consentNotedBy { name } } talks { summary by { name } } perspectives { id said feedbackDueOn feedback } feedbackDueOn';
const createDocument = `mutation ($input: CreateStakeholderInput!) { createStakeholder(input: $input) { ${fields} } }`;
const create = async (name: string, more: object = {}, by = team): Promise<Stakeholder> =>
  (await by.do<{ createStakeholder: Stakeholder }>(createDocument, { input: { areaId, name, kind: 'CLUB', ...more } })).createStakeholder;
const register = async (by: ApiClient): Promise<Stakeholder[]> =>
  (await by.do<{ stakeholders: Stakeholder[] }>(`query ($areaId: UUID!) { stakeholders(areaId: $areaId) { ${fields} } }`, { areaId })).stakeholders;
const refused = async (by: ApiClient, query: string, variables: object) => (await by.ask(query, variables)).errors?.[0]?.extensions;

async function guest(): Promise<ApiClient> {
  const meetingId = await meetingOn(coordinator, areaId);
  const { createInvitations } = await coordinator.do<{ createInvitations: { url: string }[] }>(
    'mutation ($id: UUID!) { createInvitations(meetingId: $id, count: 1) { url } }',
    { id: meetingId },
  );
  const answer = await fetch(`${api.url}/auth/invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: createInvitations[0]?.url.split('#')[1], name: 'Gæst' }),
  });
  return ApiClient.withCookie(api.url, cookieIn(answer), 'aakoebing');
}

describe('the register', () => {
  it('is made from marks on the map and read by guests without anybody’s details', async () => {
    const edit = creation('Klub Lunden');
    await apply(team, areaId, edit);
    const made = await create('Klub Lunden', { featureId: edit.featureId, contact: { name: 'Amina Yusuf', phone: '10 20 30 07' } });
    expect(made).toMatchObject({ featureId: edit.featureId, version: 1, contact: { name: 'Amina Yusuf', phone: '10 20 30 07' } });
    await team.do('mutation ($input: LogContactInput!) { logContact(input: $input) { id } }', {
      input: { stakeholderId: made.id, on: '2026-11-01', way: 'VISIT', summary: 'Om pigeaftenen' },
    });
    const visitor = await guest();
    const [seen] = await register(visitor);
    expect(seen).toEqual({ ...made, contact: null, talks: [], perspectives: [], feedbackDueOn: null });
    expect(await refused(visitor, createDocument, { input: { areaId, name: 'Ny', kind: 'CLUB' } })).toMatchObject({ code: 'FORBIDDEN' });
    await apply(team, areaId, { editId: randomUUID(), featureId: edit.featureId, baseVersion: 1, op: 'REMOVE' });
    expect((await register(team))[0]).toMatchObject({ featureId: null, talks: [{ summary: 'Om pigeaftenen', by: { name: 'Jonas Overgaard' } }] });
  });

  it('keeps a private person’s details with their consent alone, and says why not', async () => {
    const contact = { privatePerson: true, phone: '12 34 56 78' };
    expect(await refused(team, createDocument, { input: { areaId, name: 'Ildsjæl', kind: 'VOLUNTEER', contact } })).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'CONSENT_MISSING',
      field: 'consentOn',
    });
    const given = { ...contact, consentOn: '2026-10-01', consentFor: 'At holdet må ringe' };
    expect(await create('Ildsjæl', { contact: given })).toMatchObject({ contact: { phone: '12 34 56 78', consentNotedBy: { name: 'Jonas Overgaard' } } });
  });

  it('answers a change that came too late with what stands', async () => {
    const { id } = await create('Biblioteket');
    const update = `mutation ($id: UUID!, $version: Int!, $input: UpdateStakeholderInput!) { updateStakeholder(id: $id, version: $version, input: $input) { saved stakeholder { name version contribution } } }`;
    const change = (by: ApiClient, input: object) =>
      by.do<{ updateStakeholder: object }>(update, { id, version: 1, input }).then(({ updateStakeholder }) => updateStakeholder);
    expect(await change(team, { contribution: 'Rum til kl. 22' })).toMatchObject({ saved: true, stakeholder: { version: 2 } });
    expect(await change(coordinator, { contribution: 'Noget andet' })).toEqual({
      saved: false,
      stakeholder: { name: 'Biblioteket', version: 2, contribution: 'Rum til kl. 22' },
    });
  });

  it('finds two that are one, and makes one of them', async () => {
    const [keep, drop, third] = [await create('Åens Spejdere'), await create('Aaens spejdere'), await create('Naturskolen')];
    const similar = 'query ($areaId: UUID!) { similarStakeholders(areaId: $areaId) { first { id } second { id } } }';
    const { similarStakeholders } = await team.do<{ similarStakeholders: { first: { id: string }; second: { id: string } }[] }>(similar, { areaId });
    expect(similarStakeholders.map(({ first, second }) => [first.id, second.id].sort())).toEqual([[keep.id, drop.id].sort()]);
    await team.do('mutation ($from: UUID!, $to: UUID!) { relateStakeholders(fromId: $from, toId: $to, kind: WORKS_WITH) { kind } }', {
      from: drop.id,
      to: third.id,
    });
    await team.do('mutation ($keep: UUID!, $drop: UUID!) { mergeStakeholders(keepId: $keep, keepVersion: 1, dropId: $drop, dropVersion: 1) { id } }', {
      keep: keep.id,
      drop: drop.id,
    });
    const { stakeholderRelations } = await team.do<{ stakeholderRelations: { fromId: string; toId: string }[] }>(
      'query ($areaId: UUID!) { stakeholderRelations(areaId: $areaId) { fromId toId } }',
      { areaId },
    );
    expect(stakeholderRelations.map(({ fromId, toId }) => [fromId, toId].sort())).toEqual([[keep.id, third.id].sort()]);
    expect((await register(team)).map(({ id }) => id)).not.toContain(drop.id);
  });

  it('owes whoever told something an answer, and shows until when', async () => {
    const { id } = await create('Nyttehaverne');
    const { addPerspective } = await team.do<{ addPerspective: Stakeholder }>(
      `mutation ($input: AddPerspectiveInput!) { addPerspective(input: $input) { ${fields} } }`,
      { input: { stakeholderId: id, saidOn: '2026-11-02', said: 'Skuret er sårbart om vinteren', capacity: 'Kasserer' } },
    );
    expect(addPerspective.feedbackDueOn).toBe('2026-12-02');
    const { giveFeedback } = await team.do<{ giveFeedback: Stakeholder }>(
      `mutation ($id: UUID!) { giveFeedback(perspectiveId: $id, feedback: "Der kommer en ny lås") { ${fields} } }`,
      { id: addPerspective.perspectives[0]?.id },
    );
    expect(giveFeedback).toMatchObject({ feedbackDueOn: null, perspectives: [{ feedback: 'Der kommer en ny lås' }] });
  });

  it('is believable in the demonstration', async () => {
    const { areas } = await team.do<{ areas: { id: string; name: string }[] }>('{ areas { id name } }');
    const { stakeholders } = await team.do<{ stakeholders: Stakeholder[] }>(`query ($areaId: UUID!) { stakeholders(areaId: $areaId) { ${fields} } }`, {
      areaId: areas.find(({ name }) => name === 'Birkelunden')?.id,
    });
    expect(stakeholders.length).toBeGreaterThanOrEqual(18);
    expect(stakeholders.filter(({ featureId }) => featureId).length).toBeGreaterThan(8);
    expect(stakeholders.some(({ feedbackDueOn }) => feedbackDueOn)).toBe(true);
  });
});
