/** What people say in a meeting: kept under its question, put on the map, taken out again, and made into an agreement once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, creation, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
let coordinator: ApiClient;
let team: ApiClient;
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  [coordinator, team] = [await ApiClient.as(api.url, 'coordinator'), await ApiClient.as(api.url, 'team')];
});
afterAll(() => api.stop());

interface Outcome {
  id: string;
  text: string;
  phase: string | null;
  question: number | null;
  featureId: string | null;
  featureName: string | null;
  agreement: { title: string } | null;
}
const outcome = '{ id text phase question featureId featureName agreement { title } }';
const noteDocument = `mutation ($id: UUID!, $input: MeetingOutcomeInput!) { noteOutcome(meetingId: $id, input: $input) { outcomes ${outcome} } }`;
const attachDocument = `mutation ($id: UUID!, $featureId: UUID) { attachOutcome(outcomeId: $id, featureId: $featureId) ${outcome} }`;
const removeDocument = `mutation ($id: UUID!) { removeOutcome(outcomeId: $id) { outcomes ${outcome} } }`;
const agreeDocument = `mutation ($id: UUID!, $input: CreateAgreementInput!) { agreeOnOutcome(outcomeId: $id, input: $input) ${outcome} }`;

const reason = async (by: ApiClient, text: string, variables: object) => (await by.ask(text, variables)).errors?.[0]?.extensions.reason;
const mark = async (areaId: string, name: string): Promise<string> => {
  const edit = creation(name);
  await apply(coordinator, areaId, edit);
  return edit.featureId;
};
/** An open meeting round an area's map, with a mark on it. */
async function open(): Promise<{ areaId: string; meetingId: string; featureId: string }> {
  const areaId = await newArea(coordinator);
  const featureId = await mark(areaId, 'Stien bag hallen');
  return { areaId, featureId, meetingId: await meetingOn(coordinator, areaId) };
}
const note = async (meetingId: string, input: object): Promise<Outcome[]> =>
  (await team.do<{ noteOutcome: { outcomes: Outcome[] } }>(noteDocument, { id: meetingId, input })).noteOutcome.outcomes;
const close = (id: string) => coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id });

describe('what is said', () => {
  it('stands under its question, and at the mark it is about', async () => {
    const { areaId, meetingId, featureId } = await open();
    await note(meetingId, { text: 'Mere lys', phase: 'IDEAS', question: 1 });
    const said = await note(meetingId, { text: 'Her er mørkt', phase: 'SITUATION', question: 0, featureId });
    expect(said).toMatchObject([
      { text: 'Mere lys', phase: 'IDEAS', question: 1, featureId: null },
      { text: 'Her er mørkt', phase: 'SITUATION', question: 0, featureId, featureName: 'Stien bag hallen' },
    ]);
    const onMap = `query ($areaId: UUID!) { outcomesOnMap(areaId: $areaId) ${outcome} }`;
    expect(await coordinator.do(onMap, { areaId })).toMatchObject({ outcomesOnMap: [{ text: 'Her er mørkt' }] });
  });

  it('is put at another mark and taken off, while the meeting is open; at none of another area', async () => {
    const { areaId, meetingId, featureId } = await open();
    const other = await mark(areaId, 'Hallen');
    const elsewhere = await mark(await newArea(coordinator), 'Et andet sted');
    const [said] = await note(meetingId, { text: 'Her er mørkt', featureId });
    const attach = (to: string | null) => ({ id: said?.id, featureId: to });
    expect(await team.do(attachDocument, attach(other))).toMatchObject({ attachOutcome: { featureName: 'Hallen' } });
    expect(await reason(team, attachDocument, attach(elsewhere))).toBe('FEATURE_NOT_HERE');
    expect(await team.do(attachDocument, attach(null))).toMatchObject({ attachOutcome: { featureId: null } });
    await close(meetingId);
    expect(await reason(team, attachDocument, attach(other))).toBe('MEETING_ALREADY_CLOSED');
  });

  it('is said better by whoever wrote it or a coordinator, while the meeting is open', async () => {
    const { meetingId } = await open();
    const [said] = await note(meetingId, { text: 'Mere lyss' });
    const reword = `mutation ($id: UUID!, $text: String!) { rewordOutcome(outcomeId: $id, text: $text) ${outcome} }`;
    const to = (text: string) => ({ id: said?.id, text });
    expect(await team.do(reword, to('Mere lys'))).toMatchObject({ rewordOutcome: { text: 'Mere lys' } });
    expect(await coordinator.do(reword, to('Mere lys på stien'))).toMatchObject({ rewordOutcome: { text: 'Mere lys på stien' } });
    expect(await reason(team, reword, to(' '))).toBe('FIELD_EMPTY');
    expect(await reason(team, reword, to('Spørg 010190-1234'))).toBe('MEETING_ABOUT_PERSON');
    const { noteOutcome } = await coordinator.do<{ noteOutcome: { outcomes: Outcome[] } }>(noteDocument, { id: meetingId, input: { text: 'En bænk' } });
    const hers = noteOutcome.outcomes.find(({ text }) => text === 'En bænk');
    expect(await reason(team, reword, { id: hers?.id, text: 'To bænke' })).toBe('NOT_ALLOWED');
    await close(meetingId);
    expect(await reason(coordinator, reword, to('Lys'))).toBe('MEETING_ALREADY_CLOSED');
  });

  it('is taken out by the team in the meeting, and after it by coordinators alone', async () => {
    const { meetingId } = await open();
    const [first] = await note(meetingId, { text: 'Skrevet to gange' });
    await note(meetingId, { text: 'Skrevet to gange' });
    expect(await team.do(removeDocument, { id: first?.id })).toMatchObject({ removeOutcome: { outcomes: [{ text: 'Skrevet to gange' }] } });
    const [left] = (
      await coordinator.do<{ meeting: { outcomes: Outcome[] } }>(`query ($id: UUID!) { meeting(id: $id) { outcomes ${outcome} } }`, { id: meetingId })
    ).meeting.outcomes;
    await close(meetingId);
    expect(await reason(team, removeDocument, { id: left?.id })).toBe('NOT_ALLOWED');
    expect(await coordinator.do(removeDocument, { id: left?.id })).toEqual({ removeOutcome: { outcomes: [] } });
    expect(await reason(coordinator, removeDocument, { id: left?.id })).toBe('OUTCOME_NOT_FOUND');
  });

  it('becomes an agreement once, also after the meeting', async () => {
    const { meetingId } = await open();
    const [said] = await note(meetingId, { text: 'Spørge om lys' });
    await close(meetingId);
    const { personId } = (await team.do<{ me: { personId: string } }>('{ me { personId } }')).me;
    const agree = { id: said?.id, input: { title: 'Ringe om lys', responsiblePersonId: personId, dueOn: '2199-01-02' } };
    expect(await team.do(agreeDocument, agree)).toMatchObject({ agreeOnOutcome: { agreement: { title: 'Ringe om lys' } } });
    expect(await reason(team, agreeDocument, agree)).toBe('OUTCOME_AGREED');
  });

  it.each([
    ['nothing', { text: ' ' }, 'FIELD_EMPTY'],
    ['about a citizen', { text: 'Naboen 010203-1234' }, 'MEETING_ABOUT_PERSON'],
    ['under no question there is', { text: 'Lys', phase: 'IDEAS', question: -1 }, 'NUMBER_OUT_OF_RANGE'],
    ['of a mark that isn’t there', { text: 'Lys', featureId: randomUUID() }, 'FEATURE_NOT_HERE'],
  ])('is refused: %s', async (_what, input, why) => {
    const { meetingId } = await open();
    expect(await reason(team, noteDocument, { id: meetingId, input })).toBe(why);
  });
});
