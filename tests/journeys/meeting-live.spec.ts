/** The meeting itself: led through its phases, minutes by several at once, closed, and the next one fixed. */
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

const reason = async (by: ApiClient, text: string, variables: object) => (await by.ask(text, variables)).errors?.[0]?.extensions.reason;
const openIt = (id: string) => coordinator.do('mutation ($id: UUID!) { openMeeting(id: $id) { id } }', { id });
const closeIt = (id: string) => coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id });

async function meeting(
  more = '',
  startsAt = '2027-02-02T08:00:00Z',
): Promise<{ id: string; proposedNext: string; nextMeeting: { id: string; startsAt: string } | null }> {
  const { scheduleMeeting } = await coordinator.do<{
    scheduleMeeting: { id: string; proposedNext: string; nextMeeting: { id: string; startsAt: string } | null };
  }>(
    `mutation { scheduleMeeting(input: { kind: NETWORK, title: "Netværk ${randomUUID()}", startsAt: "${startsAt}" ${more} }) { id proposedNext nextMeeting { id startsAt } } }`,
  );
  return scheduleMeeting;
}

describe('leading', () => {
  const document =
    'mutation ($id: UUID!, $phase: MeetingPhase!, $question: Int!, $itemId: UUID) { leadMeeting(meetingId: $id, phase: $phase, question: $question, itemId: $itemId) { phase question itemId itemSince } }';

  it('is the same on every screen; the clock of an item begins once', async () => {
    const { id } = await meeting();
    const { setAgenda } = await coordinator.do<{ setAgenda: { agenda: { id: string }[] } }>(
      'mutation ($id: UUID!) { setAgenda(meetingId: $id, items: [{ title: "Status" }]) { agenda { id } } }',
      { id },
    );
    const itemId = setAgenda.agenda[0]?.id;
    const at = { id, phase: 'STATUS', question: 1, itemId };
    expect(await reason(coordinator, document, at)).toBe('MEETING_NOT_OPEN');
    await openIt(id);
    const first = await coordinator.do<{ leadMeeting: { itemSince: string } }>(document, at);
    expect(first.leadMeeting).toMatchObject({ phase: 'STATUS', question: 1, itemId });
    const second = await coordinator.do<{ leadMeeting: { itemSince: string } }>(document, { ...at, question: 2 });
    expect(second.leadMeeting.itemSince).toBe(first.leadMeeting.itemSince);
    expect(await team.do('query ($id: UUID!) { meeting(id: $id) { phase question } }', { id })).toEqual({ meeting: { phase: 'STATUS', question: 2 } });
    expect((await coordinator.do<{ leadMeeting: object }>(document, { ...at, itemId: null })).leadMeeting).toMatchObject({ itemId: null, itemSince: null });
    expect(await reason(coordinator, document, { ...at, itemId: randomUUID() })).toBe('AGENDA_ITEM_NOT_FOUND');
    expect(await reason(coordinator, document, { ...at, question: -1 })).toBe('NUMBER_OUT_OF_RANGE');
    expect(await reason(team, document, at)).toBe('NOT_ALLOWED');
  });
});

describe('minutes', () => {
  interface Result {
    saved: boolean;
    minutes: { text: string; version: number; writtenBy: { name: string } | null };
  }
  const document =
    'mutation ($id: UUID!, $text: String!, $baseVersion: Int!) { saveMinutes(meetingId: $id, text: $text, baseVersion: $baseVersion) { saved minutes { text version writtenBy { name } } } }';
  const save = async (by: ApiClient, id: string, text: string, baseVersion: number) =>
    (await by.do<{ saveMinutes: Result }>(document, { id, text, baseVersion })).saveMinutes;

  it('are written by several, and nobody writes over another', async () => {
    const { id } = await meeting();
    expect(await reason(coordinator, document, { id, text: 'For tidligt', baseVersion: 0 })).toBe('MEETING_NOT_OPEN');
    await openIt(id);
    expect(await save(coordinator, id, 'Velkommen', 0)).toMatchObject({ saved: true, minutes: { version: 1 } });
    expect(await save(team, id, 'Mit eget', 0)).toMatchObject({ saved: false, minutes: { text: 'Velkommen', version: 1 } });
    expect(await save(team, id, 'Velkommen\nMit eget', 1)).toMatchObject({ saved: true, minutes: { version: 2 } });
    expect(await save(coordinator, id, 'Velkommen\nStatus', 1)).toMatchObject({ saved: false, minutes: { text: 'Velkommen\nMit eget', version: 2 } });
    // The same words twice are no conflict: an answer may have been lost on its way.
    expect(await save(team, id, 'Velkommen\nMit eget', 1)).toMatchObject({ saved: true, minutes: { version: 2 } });
    expect(await reason(coordinator, document, { id, text: 'Om 010203-1234', baseVersion: 2 })).toBe('MEETING_ABOUT_PERSON');
    expect(await reason(coordinator, document, { id, text: 'x'.repeat(20_001), baseVersion: 2 })).toBe('TEXT_TOO_LONG');
    await closeIt(id);
    expect(await reason(coordinator, document, { id, text: 'For sent', baseVersion: 2 })).toBe('MEETING_ALREADY_CLOSED');
  });

  it('lose nothing where twenty write at once: each either stands or was told', async () => {
    const { id } = await meeting();
    await openIt(id);
    const writers = Array.from({ length: 20 }, (_, index) => ({ by: index % 2 === 0 ? coordinator : team, line: `linje ${index}` }));
    await Promise.all(
      writers.map(async ({ by, line }) => {
        let [text, version] = [line, 0];
        for (let result = await save(by, id, text, version); !result.saved; result = await save(by, id, text, version)) {
          [text, version] = [`${result.minutes.text}\n${line}`, result.minutes.version];
        }
      }),
    );
    const { meeting: after } = await coordinator.do<{ meeting: { minutes: { text: string; version: number } } }>(
      'query ($id: UUID!) { meeting(id: $id) { minutes { text version } } }',
      { id },
    );
    expect(after.minutes.text.split('\n').sort()).toEqual(writers.map(({ line }) => line).sort());
    expect(after.minutes.version).toBe(20);
  });
});

describe('closing', () => {
  const agendaOf = async (id: string) =>
    (
      await coordinator.do<{ meeting: { agenda: { title: string; carried: boolean }[] } }>(
        'query ($id: UUID!) { meeting(id: $id) { agenda { title carried } } }',
        { id },
      )
    ).meeting.agenda;
  const setItems = async (id: string, titles: string[]) =>
    (
      await coordinator.do<{ setAgenda: { agenda: { id: string }[] } }>(
        'mutation ($id: UUID!, $items: [AgendaItemInput!]!) { setAgenda(meetingId: $id, items: $items) { agenda { id } } }',
        { id, items: titles.map((title) => ({ title })) },
      )
    ).setAgenda.agenda;
  const fixDocument =
    'mutation ($id: UUID!, $startsAt: DateTime!) { fixNextMeeting(meetingId: $id, startsAt: $startsAt) { id startsAt series agenda { title carried } participants { name invitedAt } runSheet { dueOn } } }';
  interface Next {
    id: string;
    startsAt: string;
    series: string | null;
    agenda: { title: string; carried: boolean }[];
    participants: { name: string; invitedAt: string | null }[];
    runSheet: { dueOn: string }[];
  }

  it('hands what was left open to the next of the series, once', async () => {
    const { id, nextMeeting } = await meeting('series: QUARTERLY');
    const next = nextMeeting?.id ?? '';
    await setItems(next, ['Står her allerede']);
    const [done] = await setItems(id, ['Færdigt', 'Åbent', 'Også åbent']);
    await openIt(id);
    await coordinator.do('mutation ($id: UUID!, $itemId: UUID!) { finishAgendaItem(meetingId: $id, itemId: $itemId, done: true) { id } }', {
      id,
      itemId: done?.id,
    });
    await closeIt(id);
    const carried = [
      { title: 'Står her allerede', carried: false },
      { title: 'Åbent', carried: true },
      { title: 'Også åbent', carried: true },
    ];
    expect(await agendaOf(next)).toEqual(carried);
    const { fixNextMeeting } = await coordinator.do<{ fixNextMeeting: Next }>(fixDocument, { id, startsAt: '2027-05-11T07:00:00Z' });
    expect(fixNextMeeting).toMatchObject({ id: next, startsAt: '2027-05-11T07:00:00.000Z', agenda: carried });
  });

  it('proposes the usual rhythm where there is no series, and plans the next with the same people', async () => {
    const { id, proposedNext, nextMeeting } = await meeting('', '2027-09-07T08:00:00Z');
    expect([proposedNext, nextMeeting]).toEqual(['2027-12-07T09:00:00.000Z', null]);
    await coordinator.do('mutation ($id: UUID!) { addParticipants(meetingId: $id, input: { externals: [{ name: "Sofie" }] }) { id } }', { id });
    await coordinator.do('mutation ($id: UUID!) { inviteParticipants(meetingId: $id) { id } }', { id });
    await setItems(id, ['Åbent']);
    await openIt(id);
    await closeIt(id);
    expect(await reason(coordinator, fixDocument, { id, startsAt: '2027-09-07T08:00:00Z' })).toBe('MEETING_NEXT_TOO_EARLY');
    const { fixNextMeeting } = await coordinator.do<{ fixNextMeeting: Next }>(fixDocument, { id, startsAt: proposedNext });
    expect(fixNextMeeting).toMatchObject({
      startsAt: proposedNext,
      series: null,
      agenda: [{ title: 'Åbent', carried: true }],
      participants: [{ name: 'Sofie', invitedAt: null }],
    });
    expect(fixNextMeeting.runSheet.length).toBeGreaterThan(5);
    expect((await coordinator.do<{ fixNextMeeting: Next }>(fixDocument, { id, startsAt: proposedNext })).fixNextMeeting.id).toBe(fixNextMeeting.id);
    expect(await agendaOf(fixNextMeeting.id)).toHaveLength(1);
  });
});
