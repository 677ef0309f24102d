/** Planning meetings of every kind: series, holidays, moving, calling off; and all that a plan is refused for. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
let areaId: string;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  coordinator = await ApiClient.as(api.url, 'coordinator');
  areaId = await newArea(coordinator);
});
afterAll(() => api.stop());

interface Planned {
  id: string;
  areaId: string | null;
  kind: string;
  title: string;
  startsAt: string;
  endsAt: string;
  state: string;
  series: string | null;
  cancelReason: string | null;
  warnings: { code: string; message: string; on: string }[];
  seriesMeetings: { id: string; startsAt: string; state: string }[];
}
const fields = 'id areaId kind title startsAt endsAt state series cancelReason warnings { code message on } seriesMeetings { id startsAt state }';
const document = `mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { ${fields} } }`;
const plan = { kind: 'TEAM', title: 'Teammøde', startsAt: '2027-02-02T08:00:00Z' };
const schedule = async (input: object): Promise<Planned> =>
  (await coordinator.do<{ scheduleMeeting: Planned }>(document, { input: { ...plan, ...input } })).scheduleMeeting;
const refusal = async (text: string, variables: object, by = coordinator) => (await by.ask(text, variables)).errors?.[0]?.extensions;
const change = (call: string) => `mutation ($id: UUID!) { ${call} { ${fields} } }`;

describe('a plan', () => {
  it.each([
    ['TEAM', null, 90],
    ['NETWORK', null, 120],
    ['TEAM', 'area', 90],
    ['WALK', 'area', 90],
    ['AREA', 'area', 120],
  ])('takes a %s meeting (area: %s)', async (kind, about, minutes) => {
    const meeting = await schedule({ kind, areaId: about && areaId, place: 'Beboerhuset, mødelokale 2', purpose: 'Status på indsatserne' });
    expect(meeting).toMatchObject({ kind, areaId: about && areaId, state: 'PLANNED', series: null, warnings: [] });
    expect(Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)).toBe(minutes * 60_000);
    expect(meeting.seriesMeetings).toEqual([{ id: meeting.id, startsAt: meeting.startsAt, state: 'PLANNED' }]);
  });

  it('puts a year of a series in the calendar at the same hour, warns of a holiday among the days, and moves none', async () => {
    // The second Thursdays: in May that is Ascension Day 2026's neighbour of 2027, 6 May.
    const meeting = await schedule({ areaId, series: 'QUARTERLY', startsAt: '2027-02-04T09:00:00Z', title: 'Fast teammøde' });
    expect(meeting.seriesMeetings.map(({ startsAt }) => startsAt)).toEqual([
      '2027-02-04T09:00:00.000Z',
      '2027-05-06T08:00:00.000Z',
      '2027-08-05T08:00:00.000Z',
      '2027-11-04T09:00:00.000Z',
    ]);
    expect(meeting.warnings).toMatchObject([{ code: 'HOLIDAY', on: '2027-05-06', message: expect.stringContaining('Kristi himmelfartsdag') }]);
    const { meetingDates } = await coordinator.do<{ meetingDates: { startsAt: string; warning: { code: string } | null }[] }>(
      '{ meetingDates(startsAt: "2027-02-04T09:00:00Z", series: QUARTERLY) { startsAt warning { code } } }',
    );
    expect(meetingDates.map(({ startsAt }) => startsAt)).toEqual(meeting.seriesMeetings.map(({ startsAt }) => startsAt));
    expect(meetingDates.map(({ warning }) => warning?.code)).toEqual([undefined, 'HOLIDAY', undefined, undefined]);
    const { meetings } = await coordinator.do<{ meetings: { id: string }[] }>('query ($areaId: UUID!) { meetings(areaId: $areaId) { id } }', { areaId });
    expect(meetings.map(({ id }) => id)).toEqual(expect.arrayContaining(meeting.seriesMeetings.map(({ id }) => id)));
  });

  it('takes a meeting on Christmas Eve, or on a Sunday, and says so', async () => {
    expect((await schedule({ startsAt: '2026-12-24T09:00:00Z' })).warnings).toMatchObject([{ code: 'HOLIDAY' }]);
    expect((await schedule({ startsAt: '2027-01-10T09:00:00Z' })).warnings).toMatchObject([{ code: 'WEEKEND' }]);
  });

  it.each([
    ['an area meeting without its area', { kind: 'AREA' }, 'MEETING_NEEDS_AREA'],
    ['a walk without its area', { kind: 'WALK' }, 'MEETING_NEEDS_AREA'],
    ['an area that is not there', { areaId: randomUUID() }, 'AREA_NOT_FOUND'],
    ['no title', { title: '  ' }, 'FIELD_EMPTY'],
    ['a title as long as a book', { title: 'x'.repeat(121) }, 'TEXT_TOO_LONG'],
    ['a single citizen in the title', { title: 'Om 010203-1234' }, 'MEETING_ABOUT_PERSON'],
    ['a single citizen in the purpose', { purpose: 'Drøfte 0102031234 og familien' }, 'MEETING_ABOUT_PERSON'],
    ['five minutes', { durationMinutes: 5 }, 'NUMBER_OUT_OF_RANGE'],
    ['the year 1', { startsAt: '0001-01-01T00:00:00Z' }, 'VALUE_INVALID'],
    ['the year 9999', { startsAt: '9999-01-01T00:00:00Z' }, 'VALUE_INVALID'],
  ])('is refused for %s, and nothing is written', async (_what, input, reason) => {
    const count = async () => (await coordinator.do<{ meetings: { id: string }[] }>('{ meetings { id } }')).meetings.length;
    const before = await count();
    expect(await refusal(document, { input: { ...plan, ...input, series: 'MONTHLY' } })).toMatchObject({ reason });
    expect(await count()).toBe(before);
  });

  it('says how to hand a worry in where it is about a citizen, and does not repeat the number', async () => {
    const answer = await coordinator.ask(document, { input: { ...plan, title: 'Om 010203-1234' } });
    expect(answer.errors?.[0]?.message).toMatch(/infohus-tovholder/);
    expect(JSON.stringify(answer)).not.toContain('010203');
  });

  it('is made by coordinators alone', async () => {
    for (const persona of ['team', 'steering', 'participant'])
      expect(await refusal(document, { input: plan }, await ApiClient.as(api.url, persona))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a planned meeting', () => {
  it('is described anew, field by field', async () => {
    const { id } = await schedule({ place: 'Rådhuset' });
    const { describeMeeting } = await coordinator.do<{ describeMeeting: object }>(
      'mutation ($id: UUID!) { describeMeeting(id: $id, input: { title: "Nyt navn", purpose: "Hvorfor", place: "" }) { title place purpose process } }',
      { id },
    );
    expect(describeMeeting).toEqual({ title: 'Nyt navn', place: null, purpose: 'Hvorfor', process: null });
    expect(await refusal('mutation ($id: UUID!) { describeMeeting(id: $id, input: { process: "010203-1234" }) { id } }', { id })).toMatchObject({
      reason: 'MEETING_ABOUT_PERSON',
    });
  });

  it('is moved, and the others of its series stay', async () => {
    const { id, seriesMeetings } = await schedule({ series: 'HALF_YEARLY' });
    const { rescheduleMeeting } = await coordinator.do<{ rescheduleMeeting: Planned }>(change('rescheduleMeeting(id: $id, startsAt: "2027-02-09T08:00:00Z")'), {
      id,
    });
    expect(rescheduleMeeting).toMatchObject({ startsAt: '2027-02-09T08:00:00.000Z', warnings: [] });
    expect(rescheduleMeeting.seriesMeetings[1]).toEqual(seriesMeetings[1]);
  });

  it('is called off with a reason, and then neither opened, moved, described nor called off again', async () => {
    const { id } = await schedule({});
    expect(await refusal(change('cancelMeeting(id: $id, reason: " ")'), { id })).toMatchObject({ reason: 'FIELD_EMPTY' });
    const { cancelMeeting } = await coordinator.do<{ cancelMeeting: Planned }>(change('cancelMeeting(id: $id, reason: "For få kan komme")'), { id });
    expect(cancelMeeting).toMatchObject({ state: 'CANCELLED', cancelReason: 'For få kan komme' });
    for (const call of [
      'cancelMeeting(id: $id, reason: "Igen")',
      'openMeeting(id: $id)',
      'rescheduleMeeting(id: $id, startsAt: "2027-02-09T08:00:00Z")',
      'describeMeeting(id: $id, input: { title: "Nyt" })',
    ])
      expect(await refusal(change(call), { id }), call).toMatchObject({ code: 'CONFLICT', reason: 'MEETING_CANCELLED' });
  });

  it('of the team runs beside the one round the map, and leaves no snapshot', async () => {
    const area = await newArea(coordinator);
    const ids = [];
    for (const kind of ['AREA', 'TEAM', 'WALK']) ids.push((await schedule({ kind, areaId: area })).id);
    const [round, team, walk] = ids;
    for (const id of [round, team]) await coordinator.do(change('openMeeting(id: $id)'), { id });
    expect(await refusal(change('openMeeting(id: $id)'), { id: walk })).toMatchObject({ reason: 'OTHER_MEETING_OPEN' });
    const { area: seen } = await coordinator.do<{ area: object }>('query ($id: UUID!) { area(id: $id) { openMeeting { id } } }', { id: area });
    expect(seen).toEqual({ openMeeting: { id: round } });
    expect(await refusal('mutation ($id: UUID!) { freezeMap(meetingId: $id, frozen: true) { id } }', { id: team })).toMatchObject({
      reason: 'MEETING_WITHOUT_MAP',
    });
    expect(await refusal('mutation ($id: UUID!) { createInvitations(meetingId: $id, count: 1) { id } }', { id: team })).toMatchObject({
      reason: 'MEETING_WITHOUT_MAP',
    });
    const { closeMeeting } = await coordinator.do<{ closeMeeting: object }>('mutation ($id: UUID!) { closeMeeting(id: $id) { state snapshotId } }', {
      id: team,
    });
    expect(closeMeeting).toEqual({ state: 'CLOSED', snapshotId: null });
    expect(await refusal(change('cancelMeeting(id: $id, reason: "For sent")'), { id: team })).toMatchObject({ reason: 'MEETING_NOT_PLANNED' });
  });

  it('about no single area is seen by the team, and by no guest', async () => {
    const { id } = await schedule({});
    const sees = async (persona: string) =>
      (await (await ApiClient.as(api.url, persona)).do<{ meetings: { id: string }[] }>('{ meetings { id } }')).meetings.some((one) => one.id === id);
    expect([await sees('team'), await sees('steering'), await sees('participant')]).toEqual([true, true, false]);
  });
});
