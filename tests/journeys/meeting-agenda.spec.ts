/** The agenda of a meeting: planned by its host, noted on while it is open. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

interface Item {
  id: string;
  title: string;
  minutes: number | null;
  done: boolean;
  outcome: string | null;
  responsible: { personId: string; name: string } | null;
}
const agenda = 'agenda { id title minutes done outcome responsible { personId name } }';
const setDocument = `mutation ($id: UUID!, $items: [AgendaItemInput!]!) { setAgenda(meetingId: $id, items: $items) { ${agenda} } }`;
const finishDocument = `mutation ($id: UUID!, $itemId: UUID!, $done: Boolean!, $outcome: String) { finishAgendaItem(meetingId: $id, itemId: $itemId, done: $done, outcome: $outcome) { ${agenda} } }`;

async function meeting(): Promise<string> {
  const { scheduleMeeting } = await coordinator.do<{ scheduleMeeting: { id: string } }>(
    'mutation { scheduleMeeting(input: { kind: TEAM, title: "Teammøde", startsAt: "2027-02-02T08:00:00Z" }) { id } }',
  );
  return scheduleMeeting.id;
}
const set = async (id: string, items: object[]): Promise<Item[]> =>
  (await coordinator.do<{ setAgenda: { agenda: Item[] } }>(setDocument, { id, items })).setAgenda.agenda;
const reason = async (by: ApiClient, text: string, variables: object) => (await by.ask(text, variables)).errors?.[0]?.extensions.reason;

describe('an agenda', () => {
  it('is kept in the order given, with minutes and somebody responsible', async () => {
    const id = await meeting();
    const { personId } = (await team.do<{ me: { personId: string } }>('{ me { personId } }')).me;
    const [first, second] = await set(id, [{ title: 'Status', minutes: 20, responsiblePersonId: personId }, { title: 'Ideer' }]);
    expect(first).toMatchObject({ title: 'Status', minutes: 20, done: false, outcome: null, responsible: { personId } });
    const again = await set(id, [{ title: 'Ideer til foråret', id: second?.id }, { title: 'Nyt' }, { title: 'Status', id: first?.id }]);
    expect(again.map(({ title }) => title)).toEqual(['Ideer til foråret', 'Nyt', 'Status']);
    expect([again[0]?.id, again[2]?.id]).toEqual([second?.id, first?.id]);
    expect(again[2]?.responsible).toBeNull();
    expect(await set(id, [])).toEqual([]);
  });

  it.each([
    ['an item without a title', [{ title: ' ' }], 'FIELD_EMPTY'],
    ['a single citizen', [{ title: 'Vedr. 010203-1234' }], 'MEETING_ABOUT_PERSON'],
    ['a day for one item', [{ title: 'Status', minutes: 481 }], 'NUMBER_OUT_OF_RANGE'],
    ['more items than anybody gets through', Array.from({ length: 51 }, () => ({ title: 'Punkt' })), 'NUMBER_OUT_OF_RANGE'],
    ['somebody who is no member', [{ title: 'Status', responsiblePersonId: randomUUID() }], 'MEMBER_NOT_FOUND'],
    ['the same item twice', [1, 2].map(() => ({ title: 'Status', id: '11111111-1111-4111-8111-111111111111' })), 'VALUE_INVALID'],
  ])('is refused with %s, and stays as it was', async (_what, items, why) => {
    const id = await meeting();
    const before = await set(id, [{ title: 'Status' }]);
    expect(await reason(coordinator, setDocument, { id, items })).toBe(why);
    const { meeting: after } = await coordinator.do<{ meeting: { agenda: Item[] } }>(`query ($id: UUID!) { meeting(id: $id) { ${agenda} } }`, { id });
    expect(after.agenda).toEqual(before);
  });

  it('is planned by coordinators, and noted on by the team while the meeting is open', async () => {
    const id = await meeting();
    const [item] = await set(id, [{ title: 'Status' }]);
    const noted = { id, itemId: item?.id, done: true, outcome: 'Aftalt at spørge boligforeningen' };
    expect(await reason(team, setDocument, { id, items: [] })).toBe('NOT_ALLOWED');
    expect(await reason(team, finishDocument, noted)).toBe('MEETING_NOT_OPEN');
    await coordinator.do('mutation ($id: UUID!) { openMeeting(id: $id) { id } }', { id });
    const { finishAgendaItem } = await team.do<{ finishAgendaItem: { agenda: Item[] } }>(finishDocument, noted);
    expect(finishAgendaItem.agenda).toMatchObject([{ done: true, outcome: noted.outcome }]);
    expect(await reason(team, finishDocument, { ...noted, itemId: randomUUID() })).toBe('AGENDA_ITEM_NOT_FOUND');
    expect(await reason(team, finishDocument, { ...noted, outcome: '010203-1234 var med' })).toBe('MEETING_ABOUT_PERSON');
    expect(await reason(await ApiClient.as(api.url, 'steering'), finishDocument, noted)).toBe('NOT_ALLOWED');
    await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id });
    expect(await reason(coordinator, setDocument, { id, items: [] })).toBe('MEETING_ALREADY_CLOSED');
  });
});
