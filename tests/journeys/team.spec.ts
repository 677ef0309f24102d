/** The team: who is on it, how they are reached, who works where, and what roles are called. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingOn, newArea } from '../support/areas.js';
import { ApiClient, cookieIn } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
let admin: ApiClient;
let team: ApiClient;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  coordinator = await ApiClient.as(api.url, 'coordinator');
  admin = await ApiClient.as(api.url, 'admin');
  team = await ApiClient.as(api.url, 'team');
});
afterAll(() => api.stop());

interface Member {
  personId: string;
  name: string;
  roles: string[];
  email: string | null;
  phone: string | null;
  function: string | null;
  areaIds: string[];
}
const fields = 'personId name roles email phone function areaIds';
const members = async (by: ApiClient) => (await by.do<{ members: Member[] }>(`{ members { ${fields} } }`)).members;
const reasonOf = async (by: ApiClient, query: string, variables: object = {}) => (await by.ask(query, variables)).errors?.[0]?.extensions.reason;
const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) { ${fields} } }`;
const update = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { ${fields} } }`;
const someone = (more: object = {}) => ({ name: 'Ny Kollega', email: `${randomUUID()}@kommune.example`, roles: ['team_member'], ...more });
const own = async (client: ApiClient) => (await client.do<{ me: { personId: string } }>('{ me { personId } }')).me.personId;

describe('the team', () => {
  it('grows by coordinators and administrators, each within their own rights', async () => {
    const input = someone({ function: 'Sundhedsplejerske' });
    const { addMember } = await coordinator.do<{ addMember: Member }>(add, { input });
    expect(addMember).toMatchObject({ name: input.name, email: input.email, roles: ['team_member'], function: 'Sundhedsplejerske', areaIds: [] });
    expect((await members(team)).find(({ personId }) => personId === addMember.personId)).toEqual(addMember);
    expect(await reasonOf(coordinator, add, { input: someone({ email: input.email.toUpperCase() }) })).toBe('EMAIL_TAKEN');
    expect(await reasonOf(coordinator, add, { input: someone({ roles: ['tenant_admin'] }) })).toBe('ROLE_BY_ADMIN');
    expect(await reasonOf(coordinator, add, { input: someone({ roles: [] }) })).toBe('ROLE_MISSING');
    expect(await reasonOf(coordinator, add, { input: someone({ email: 'kollega' }) })).toBe('EMAIL_INVALID');
    expect(await reasonOf(coordinator, add, { input: someone({ email: ' ' }) })).toBe('FIELD_EMPTY');
    expect(await reasonOf(admin, add, { input: someone({ roles: ['coordinator'] }) })).toBeUndefined();
    expect(await reasonOf(admin, add, { input: someone({ roles: ['participant'] }) })).toBe('ROLE_UNKNOWN');
    expect(await reasonOf(team, add, { input: someone() })).toBe('NOT_ALLOWED');
  });

  it('lets everyone change how they are reached, and nothing else of anybody', async () => {
    const me = await own(team);
    const { updateMember } = await team.do<{ updateMember: Member }>(update, { input: { personId: me, phone: '+45 10 20 30 99' } });
    expect(updateMember.phone).toBe('+45 10 20 30 99');
    expect(await reasonOf(team, update, { input: { personId: me, function: 'Chef' } })).toBe('ONLY_OWN_CONTACT');
    expect(await reasonOf(team, update, { input: { personId: await own(coordinator), phone: '10203040' } })).toBe('ONLY_OWN_CONTACT');
    expect(await reasonOf(coordinator, update, { input: { personId: randomUUID(), phone: '10203040' } })).toBe('MEMBER_NOT_FOUND');
    await coordinator.do(update, { input: { personId: me, phone: null } });
    expect((await members(coordinator)).find(({ personId }) => personId === me)).toMatchObject({ phone: null, function: 'Gademedarbejder' });
  });

  it('is no business of guests', async () => {
    const meetingId = await meetingOn(coordinator, await newArea(coordinator));
    const { createInvitations } = await coordinator.do<{ createInvitations: { url: string }[] }>(
      'mutation ($id: UUID!) { createInvitations(meetingId: $id, count: 1) { url } }',
      { id: meetingId },
    );
    const answer = await fetch(`${api.url}/auth/invitation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: createInvitations[0]?.url.split('#')[1], name: 'Gæst' }),
    });
    const guest = ApiClient.withCookie(api.url, cookieIn(answer), 'aakoebing');
    expect(await reasonOf(guest, '{ members { email } }')).toBe('NOT_ALLOWED');
    expect(await reasonOf(guest, update, { input: { personId: await own(guest), phone: '10203040' } })).toBe('NOT_ALLOWED');
    expect(await reasonOf(guest, '{ localNames { term da } }')).toBeUndefined();
  });

  it('knows who works on an area, and the function of coordinator is shared', async () => {
    const areaId = await newArea(coordinator);
    const both = (await members(coordinator)).filter(({ roles }) => roles.includes('coordinator')).slice(0, 2);
    const set = 'mutation ($areaId: UUID!, $personId: UUID!, $on: Boolean!) { assignToArea(areaId: $areaId, personId: $personId, assigned: $on) { areaIds } }';
    for (const { personId } of both) await coordinator.do(set, { areaId, personId, on: true });
    const there = async () => (await members(team)).filter(({ areaIds }) => areaIds.includes(areaId)).map(({ personId }) => personId);
    expect((await there()).sort()).toEqual(both.map(({ personId }) => personId).sort());
    await coordinator.do(set, { areaId, personId: both[0]?.personId, on: false });
    expect(await there()).toEqual([both[1]?.personId]);
    expect(await reasonOf(team, set, { areaId, personId: await own(team), on: true })).toBe('NOT_ALLOWED');
    expect(await reasonOf(coordinator, set, { areaId: randomUUID(), personId: both[0]?.personId, on: true })).toBe('AREA_NOT_FOUND');
  });
});

describe('a role', () => {
  it('is called what the municipality calls it, and may do what it could before', async () => {
    const set = 'mutation ($term: String!, $da: String, $en: String) { setLocalName(term: $term, da: $da, en: $en) { term da en } }';
    const name = { term: 'coordinator', da: 'Områdekoordinator', en: null };
    await admin.do(set, name);
    expect((await team.do<{ localNames: unknown[] }>('{ localNames { term da en } }')).localNames).toEqual([name]);
    expect(await reasonOf(coordinator, set, name)).toBe('NOT_ALLOWED');
    expect(await reasonOf(admin, set, { term: 'king', da: 'Konge' })).toBe('TERM_UNKNOWN');
    expect((await admin.do<{ setLocalName: unknown[] }>(set, { term: 'coordinator', da: ' ' })).setLocalName).toEqual([]);
  });
});
