/** Who is to come: put on the list, invited, answered, there; and the meeting as a file for calendars. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
let team: ApiClient;
let teamId: string;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  [coordinator, team] = [await ApiClient.as(api.url, 'coordinator'), await ApiClient.as(api.url, 'team')];
  teamId = (await team.do<{ me: { personId: string } }>('{ me { personId } }')).me.personId;
});
afterAll(() => api.stop());

interface Participant {
  id: string;
  personId: string | null;
  name: string;
  organisation: string | null;
  email: string | null;
  invitedAt: string | null;
  answer: string | null;
  attended: boolean | null;
}
const list = 'participants { id personId name organisation email invitedAt answer attended }';
const addDocument = `mutation ($id: UUID!, $input: AddParticipantsInput!) { addParticipants(meetingId: $id, input: $input) { ${list} } }`;
const replyDocument = `mutation ($id: UUID!, $participantId: UUID!, $answer: MeetingAnswer!) { replyToMeeting(meetingId: $id, participantId: $participantId, answer: $answer) { ${list} } }`;
const attendDocument = `mutation ($id: UUID!, $participantId: UUID!, $attended: Boolean) { setAttendance(meetingId: $id, participantId: $participantId, attended: $attended) { ${list} } }`;
const sofie = { name: 'Sofie Dam', email: 'sofie@bibliotek.example', organisation: 'Biblioteket' };

async function meeting(more = ''): Promise<{ id: string; seriesMeetings: { id: string }[] }> {
  const { scheduleMeeting } = await coordinator.do<{ scheduleMeeting: { id: string; seriesMeetings: { id: string }[] } }>(
    `mutation { scheduleMeeting(input: { kind: TEAM, title: "Teammøde; forår", startsAt: "2027-02-02T08:00:00Z" ${more} }) { id seriesMeetings { id } } }`,
  );
  return scheduleMeeting;
}
const add = async (id: string, input: object): Promise<Participant[]> =>
  (await coordinator.do<{ addParticipants: { participants: Participant[] } }>(addDocument, { id, input })).addParticipants.participants;
const seen = async (by: ApiClient, id: string): Promise<Participant[]> =>
  (await by.do<{ meeting: { participants: Participant[] } }>(`query ($id: UUID!) { meeting(id: $id) { ${list} } }`, { id })).meeting.participants;
const reason = async (by: ApiClient, text: string, variables: object) => (await by.ask(text, variables)).errors?.[0]?.extensions.reason;
const cancel = (id: string) => coordinator.do('mutation ($id: UUID!) { cancelMeeting(id: $id, reason: "For få") { id } }', { id });

describe('participants', () => {
  it('are members and others, each once; the host sees addresses, the team names', async () => {
    const { id } = await meeting();
    await add(id, { personIds: [teamId], externals: [sofie] });
    const again = await add(id, { personIds: [teamId], externals: [{ ...sofie, email: 'SOFIE@bibliotek.example' }, { name: 'Vicevært' }] });
    expect(again.map(({ name, email }) => [name, email])).toEqual(
      expect.arrayContaining([
        ['Sofie Dam', sofie.email],
        ['Vicevært', null],
      ]),
    );
    expect(again).toHaveLength(3);
    expect((await seen(team, id)).map(({ email }) => email)).toEqual([null, null, null]);
    expect((await seen(team, id)).find(({ personId }) => personId === teamId)?.name).not.toBe('');
  });

  it('come to the later meetings of a series as well, where that is wished', async () => {
    const { id, seriesMeetings } = await meeting('series: QUARTERLY');
    await cancel(seriesMeetings[2]?.id ?? '');
    await add(id, { personIds: [teamId], laterToo: true });
    const counts = [];
    for (const one of seriesMeetings) counts.push((await seen(coordinator, one.id)).length);
    expect(counts).toEqual([1, 1, 0, 1]);
  });

  it.each([
    ['somebody who is no member', { personIds: [randomUUID()] }, 'MEMBER_NOT_FOUND'],
    ['nobody’s name', { externals: [{ name: ' ' }] }, 'NAME_EMPTY'],
    ['an address that is none', { externals: [{ name: 'Sofie', email: 'sofie@' }] }, 'MAIL_ADDRESS_INVALID'],
    ['an address with a header in it', { externals: [{ name: 'Sofie', email: 'a@b.dk\r\nBcc: c@d.dk' }] }, 'MAIL_ADDRESS_INVALID'],
    ['a CPR number', { externals: [{ name: 'Sofie 010203-1234' }] }, 'CPR_NUMBER'],
    ['a whole town', { externals: Array.from({ length: 101 }, () => ({ name: 'Borger' })) }, 'NUMBER_OUT_OF_RANGE'],
  ])('are refused: %s', async (_what, input, why) => {
    const { id } = await meeting();
    expect(await reason(coordinator, addDocument, { id, input })).toBe(why);
    expect(await seen(coordinator, id)).toEqual([]);
  });

  it('are invited once, answer for themselves, and the host notes what others said', async () => {
    const { id } = await meeting();
    const people = await add(id, { personIds: [teamId], externals: [sofie] });
    const [mine, hers] = [people.find(({ personId }) => personId === teamId), people.find(({ personId }) => personId === null)];
    const invite = async () =>
      (
        await coordinator.do<{ inviteParticipants: { participants: Participant[] } }>(
          `mutation ($id: UUID!) { inviteParticipants(meetingId: $id) { ${list} } }`,
          { id },
        )
      ).inviteParticipants.participants;
    const invited = await invite();
    expect(invited.every(({ invitedAt }) => invitedAt !== null)).toBe(true);
    expect(await invite()).toEqual(invited);
    await team.do(replyDocument, { id, participantId: mine?.id, answer: 'YES' });
    expect(await reason(team, replyDocument, { id, participantId: hers?.id, answer: 'NO' })).toBe('PARTICIPANT_NOT_FOUND');
    await coordinator.do(replyDocument, { id, participantId: hers?.id, answer: 'MAYBE' });
    expect((await seen(coordinator, id)).map(({ answer }) => answer).sort()).toEqual(['MAYBE', 'YES']);
    expect(await reason(team, replyDocument, { id, participantId: randomUUID(), answer: 'YES' })).toBe('PARTICIPANT_NOT_FOUND');
  });

  it('can’t answer to a meeting that was called off, which is said', async () => {
    const { id } = await meeting();
    const [mine] = await add(id, { personIds: [teamId] });
    await cancel(id);
    expect(await reason(team, replyDocument, { id, participantId: mine?.id, answer: 'YES' })).toBe('MEETING_CANCELLED');
    expect(await reason(coordinator, addDocument, { id, input: { externals: [sofie] } })).toBe('MEETING_CANCELLED');
  });

  it('are ticked off in the meeting by the team, not before it', async () => {
    const { id } = await meeting();
    const [hers] = await add(id, { externals: [sofie] });
    const attended = { id, participantId: hers?.id, attended: true };
    expect(await reason(team, attendDocument, attended)).toBe('MEETING_NOT_OPEN');
    await coordinator.do('mutation ($id: UUID!) { openMeeting(id: $id) { id } }', { id });
    await team.do(attendDocument, attended);
    expect(await seen(coordinator, id)).toMatchObject([{ attended: true }]);
    // Also while it is open, nobody answers for another.
    expect(await reason(team, replyDocument, { id, participantId: hers?.id, answer: 'NO' })).toBe('PARTICIPANT_NOT_FOUND');
  });

  it('are no business of guests who came by a link', async () => {
    const meetingId = await meetingOn(coordinator, await newArea(coordinator));
    await add(meetingId, { externals: [sofie] });
    const { createInvitations } = await coordinator.do<{ createInvitations: { url: string }[] }>(
      'mutation ($id: UUID!) { createInvitations(meetingId: $id, count: 1) { url } }',
      { id: meetingId },
    );
    const answer = await fetch(`${api.url}/auth/invitation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: createInvitations[0]?.url.split('#')[1], name: 'Gæst' }),
    });
    const guest = ApiClient.withCookie(api.url, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'aakoebing');
    expect(await seen(guest, meetingId)).toEqual([]);
  });
});

describe('the calendar file', () => {
  const fetchFile = (id: string, by: ApiClient, tenant = 'aakoebing') =>
    fetch(`${api.url}/calendar/${tenant}/${id}.ics`, { headers: by.cookie ? { cookie: by.cookie } : {} });

  it('is fetched by whoever may see the meeting, and rises with each change', async () => {
    const { id } = await meeting('place: "Rådhuset, lokale 2"');
    const answer = await fetchFile(id, team);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = await answer.text();
    expect(text).toContain('SUMMARY:Teammøde\\; forår\r\n');
    expect(text).toContain(`UID:${id}@kvarter\r\nSEQUENCE:0\r\n`);
    expect(text).toContain('DTSTART:20270202T080000Z\r\n');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    await coordinator.do('mutation ($id: UUID!) { rescheduleMeeting(id: $id, startsAt: "2027-02-09T08:00:00Z") { id } }', { id });
    await cancel(id);
    const after = await (await fetchFile(id, team)).text();
    expect(after).toContain(`UID:${id}@kvarter\r\nSEQUENCE:2\r\n`);
    expect(after).toContain('STATUS:CANCELLED\r\n');
  });

  it('tells the title alone of an area kept to some', async () => {
    const areaId = await newArea(coordinator);
    const { id } = await meeting(`areaId: "${areaId}", purpose: "Hemmeligt formål", place: "Et sted"`);
    await coordinator.do('mutation ($id: UUID!) { updateArea(id: $id, input: { restricted: true }) { id } }', { id: areaId });
    expect(await (await fetchFile(id, coordinator)).text()).not.toMatch(/Hemmeligt|Et sted/);
    expect((await fetchFile(id, team)).status).toBe(404);
  });

  it('is for nobody who isn’t signed in, no member of the tenant, or asks for what is none', async () => {
    const { id } = await meeting();
    expect((await fetchFile(id, ApiClient.nobody(api.url))).status).toBe(401);
    const neighbour = await ApiClient.as(api.url, 'neighbour', 'nordstrand');
    expect((await fetchFile(id, neighbour)).status).toBe(403);
    expect((await fetchFile(id, neighbour, 'nordstrand')).status).toBe(404);
    for (const wrong of [randomUUID(), 'x', "1' or 1=1"]) expect((await fetchFile(encodeURIComponent(wrong), team)).status).toBe(404);
    expect((await fetchFile(id, await ApiClient.as(api.url, 'case-worker'))).status).toBe(403);
  });
});
