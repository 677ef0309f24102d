/** A meeting from plan to snapshot, with guests who come by link; and the ends of rights, while sockets are open. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, applyDocument, creation, editsDocument, type LoggedEdit, meetingOn, newArea } from '../support/areas.js';
import { ApiClient, cookieIn } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  coordinator = await ApiClient.as(api.url, 'coordinator');
});
afterAll(() => api.stop());

const invite = async (meetingId: string): Promise<{ id: string; code: string; url: string }> => {
  const { createInvitations } = await coordinator.do<{ createInvitations: { id: string; url: string }[] }>(
    'mutation ($id: UUID!) { createInvitations(meetingId: $id, count: 1) { id url } }',
    { id: meetingId },
  );
  const [one] = createInvitations;
  return { id: one?.id ?? '', url: one?.url ?? '', code: one?.url.split('#')[1] ?? '' };
};
const accept = (code: string, name = 'Gæst') =>
  fetch(`${api.url}/auth/invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'da' },
    body: JSON.stringify({ code, name }),
  });
const reasonOf = async (answer: Response) => ((await answer.json()) as { errors: { extensions: { reason: string } }[] }).errors[0]?.extensions.reason;

async function guestOf(meetingId: string, name = 'Gæst'): Promise<ApiClient> {
  const answer = await accept((await invite(meetingId)).code, name);
  expect(answer.status).toBe(200);
  return ApiClient.withCookie(api.url, cookieIn(answer), 'aakoebing');
}
const codeOf = async (client: ApiClient, areaId: string) => {
  const { errors } = await client.ask(applyDocument, { areaId, edits: [creation()] });
  return errors?.[0]?.extensions.reason;
};

describe('a meeting', () => {
  it('is planned, opened, frozen, thawed and closed; guests edit while it is open and not frozen; closing keeps the map', async () => {
    const areaId = await newArea(coordinator);
    const meetingId = await meetingOn(coordinator, areaId, 'Ressourcer');
    const guest = await guestOf(meetingId, 'Aisha');
    expect(await apply(guest, areaId, creation('Fra gæsten'))).toMatchObject([{ status: 'APPLIED', seq: 1 }]);
    const freeze = (frozen: boolean) =>
      coordinator.do('mutation ($id: UUID!, $frozen: Boolean!) { freezeMap(meetingId: $id, frozen: $frozen) { frozen } }', { id: meetingId, frozen });
    await freeze(true);
    expect(await codeOf(guest, areaId)).toBe('MAP_FROZEN');
    expect(await codeOf(await ApiClient.as(api.url, 'team'), areaId)).toBe('MAP_FROZEN');
    expect(await apply(coordinator, areaId, creation('Værten må'))).toMatchObject([{ status: 'APPLIED' }]);
    await freeze(false);
    expect(await apply(guest, areaId, creation('Igen'))).toMatchObject([{ status: 'APPLIED', seq: 3 }]);
    const { closeMeeting } = await coordinator.do<{ closeMeeting: { snapshotId: string } }>('mutation ($id: UUID!) { closeMeeting(id: $id) { snapshotId } }', {
      id: meetingId,
    });
    const { mapSnapshots } = await coordinator.do<{ mapSnapshots: { id: string; seq: number; name: string }[] }>(
      'query ($areaId: UUID!) { mapSnapshots(areaId: $areaId) { id seq name } }',
      { areaId },
    );
    expect(mapSnapshots).toEqual([{ id: closeMeeting.snapshotId, seq: 3, name: 'Ressourcer' }]);
    expect(await codeOf(guest, areaId)).toMatch(/MEETING_CLOSED|AREA_NOT_FOUND/);
  });

  it('lets a guest in once by each link, not when it is withdrawn, and says why', async () => {
    const areaId = await newArea(coordinator);
    const meetingId = await meetingOn(coordinator, areaId);
    const [used, withdrawn] = [await invite(meetingId), await invite(meetingId)];
    expect(used.url).toMatch(/\/invitation#[\w-]{43}$/);
    expect((await accept(used.code)).status).toBe(200);
    expect(await reasonOf(await accept(used.code))).toBe('INVITATION_USED');
    await coordinator.do('mutation ($id: UUID!) { revokeInvitation(id: $id) { id } }', { id: withdrawn.id });
    expect(await reasonOf(await accept(withdrawn.code))).toMatch(/INVITATION_(REVOKED|EXPIRED|NOT_FOUND|UNKNOWN|INVALID)/);
    expect(await reasonOf(await accept('x'.repeat(43)))).toMatch(/INVITATION/);
    expect(await reasonOf(await accept((await invite(meetingId)).code, ''))).toBe('NAME_EMPTY');
  });

  it('shows a guest their own area and nothing else', async () => {
    const [areaId, other] = [await newArea(coordinator), await newArea(coordinator)];
    const guest = await guestOf(await meetingOn(coordinator, areaId));
    expect((await guest.do<{ areas: { id: string }[] }>('{ areas { id } }')).areas).toEqual([{ id: areaId }]);
    const reason = async (area: string) =>
      (await guest.ask('query ($areaId: UUID!) { areaMap(areaId: $areaId) { seq } }', { areaId: area })).errors?.[0]?.extensions.code;
    expect([await reason(other), await reason(randomUUID())]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect((await guest.ask('{ members { name } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('shows its host, and nobody else, who changed the map: guests and members', async () => {
    const areaId = await newArea(coordinator);
    const meetingId = await meetingOn(coordinator, areaId);
    const [guest, member] = [await guestOf(meetingId, 'Aisha'), await ApiClient.as(api.url, 'team')];
    await apply(guest, areaId, creation('Gæstens'));
    await apply(member, areaId, creation('Medlemmets'), creation('Og et til'));
    const asked = async (by: ApiClient) =>
      (
        await by.do<{ meeting: { guests: { name: string; editCount: number }[]; editors: { personId: string; editCount: number }[] } }>(
          'query ($id: UUID!) { meeting(id: $id) { guests { name editCount } editors { personId editCount } } }',
          { id: meetingId },
        )
      ).meeting;
    const { personId } = (await member.do<{ me: { personId: string } }>('{ me { personId } }')).me;
    expect(await asked(coordinator)).toEqual({ guests: [{ name: 'Aisha', editCount: 1 }], editors: [{ personId, editCount: 2 }] });
    expect(await asked(member)).toEqual({ guests: [], editors: [] });
    await coordinator.do('mutation ($meetingId: UUID!, $personId: UUID!) { takeBackEdits(meetingId: $meetingId, personId: $personId) { takenBack } }', {
      meetingId,
      personId,
    });
    const { areaMap } = await coordinator.do<{ areaMap: { features: { name: string }[] } }>(
      'query ($areaId: UUID!) { areaMap(areaId: $areaId) { features { name } } }',
      { areaId },
    );
    expect(areaMap.features).toEqual([{ name: 'Gæstens' }]);
  });

  it('takes back what one person did, and leaves what others built on it', async () => {
    const areaId = await newArea(coordinator);
    const meetingId = await meetingOn(coordinator, areaId);
    const guest = await guestOf(meetingId);
    const { personId } = (await guest.do<{ me: { personId: string } }>('{ me { personId } }')).me;
    const [alone, shared] = [creation('Alene'), creation('Fælles')];
    await apply(guest, areaId, alone, shared);
    await apply(coordinator, areaId, { editId: randomUUID(), featureId: shared.featureId, baseVersion: 1, op: 'UPDATE', note: 'Værtens ord' });
    const { takeBackEdits } = await coordinator.do<{ takeBackEdits: { takenBack: number; kept: number } }>(
      'mutation ($meetingId: UUID!, $personId: UUID!) { takeBackEdits(meetingId: $meetingId, personId: $personId) { takenBack kept } }',
      { meetingId, personId },
    );
    expect(takeBackEdits).toEqual({ takenBack: 1, kept: 1 });
    const { areaMap } = await coordinator.do<{ areaMap: { features: { name: string }[] } }>(
      'query ($areaId: UUID!) { areaMap(areaId: $areaId) { features { name } } }',
      { areaId },
    );
    expect(areaMap.features).toEqual([{ name: 'Fælles' }]);
  });
});

describe('the end of a right', () => {
  const follow = (client: ApiClient, areaId: string) => client.follow<{ mapEdits: LoggedEdit }>(editsDocument, { areaId, afterSeq: 0 });

  it('ends the streams of a guest who is removed, before anything more is told', async () => {
    const areaId = await newArea(coordinator);
    const meetingId = await meetingOn(coordinator, areaId);
    const guest = await guestOf(meetingId);
    const stream = follow(guest, areaId);
    await apply(coordinator, areaId, creation('Før'));
    await stream.until(1);
    const { personId } = (await guest.do<{ me: { personId: string } }>('{ me { personId } }')).me;
    await coordinator.do('mutation ($meetingId: UUID!, $personId: UUID!) { removeGuest(meetingId: $meetingId, personId: $personId) { id } }', {
      meetingId,
      personId,
    });
    const since = performance.now();
    await apply(coordinator, areaId, creation('Efter'));
    await stream.until(Number.POSITIVE_INFINITY);
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(JSON.stringify(stream.events)).not.toContain('Efter');
    expect(await codeOf(guest, areaId)).toMatch(/GUEST_REMOVED|AREA_NOT_FOUND/);
  });

  it('closes the sockets of a sign-in that is ended', async () => {
    const areaId = await newArea(coordinator);
    const team = await ApiClient.as(api.url, 'team');
    const stream = follow(team, areaId);
    await apply(coordinator, areaId, creation('Før'));
    await stream.until(1);
    await fetch(`${api.url}/auth/sign-out`, { method: 'POST', headers: { cookie: team.cookie ?? '' } });
    const since = performance.now();
    const { code } = await stream.closed();
    expect(performance.now() - since).toBeLessThan(5_000);
    // The stream may be told first; with nothing left to hear, a client closes the socket by itself.
    if (code === 1000) expect(JSON.stringify(stream.events.at(-1))).toContain('UNAUTHENTICATED');
    else expect(code).toBe(4401);
  });

  it('hides a restricted area from everyone but those named', async () => {
    const areaId = await newArea(coordinator);
    const team = await ApiClient.as(api.url, 'team');
    const sees = async () => (await team.ask('query ($id: UUID!) { area(id: $id) { id } }', { id: areaId })).errors?.[0]?.extensions.code ?? 'seen';
    expect(await sees()).toBe('seen');
    await coordinator.do('mutation ($id: UUID!) { updateArea(id: $id, input: { restricted: true }) { id } }', { id: areaId });
    expect(await sees()).toBe('NOT_FOUND');
    expect(await codeOf(team, areaId)).toBe('AREA_NOT_FOUND');
    const { personId } = (await team.do<{ me: { personId: string } }>('{ me { personId } }')).me;
    await coordinator.do('mutation ($areaId: UUID!, $personIds: [UUID!]!) { setAreaMembers(areaId: $areaId, personIds: $personIds) { id } }', {
      areaId,
      personIds: [personId],
    });
    expect(await sees()).toBe('seen');
    expect(await apply(team, areaId, creation())).toMatchObject([{ status: 'APPLIED' }]);
  });
});
