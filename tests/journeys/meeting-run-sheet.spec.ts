/** The run sheet: begun with the meeting, late when it is, checked off, moved with the meeting. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newArea } from '../support/areas.js';
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
  stage: string;
  title: string;
  offsetDays: number;
  dueOn: string;
  done: boolean;
  late: boolean;
  responsible: { name: string } | null;
}
interface Sheet {
  id: string;
  lateItems: number;
  runSheet: Item[];
  seriesMeetings: { runSheet: { id: string }[] }[];
}
const sheet = 'id lateItems runSheet { id stage title offsetDays dueOn done late responsible { name } } seriesMeetings { runSheet { id } }';
const schedule = async (startsAt: string, more = 'kind: TEAM'): Promise<Sheet> =>
  (await coordinator.do<{ scheduleMeeting: Sheet }>(`mutation { scheduleMeeting(input: { title: "Møde", startsAt: "${startsAt}", ${more} }) { ${sheet} } }`))
    .scheduleMeeting;
const change = (call: string) => `mutation ($id: UUID!, $itemId: UUID!) { ${call} { ${sheet} } }`;
const reason = async (by: ApiClient, text: string, variables: object) => (await by.ask(text, variables)).errors?.[0]?.extensions.reason;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a run sheet', () => {
  it('begins with the meeting, two weeks ahead on a working day, for each meeting of a series', async () => {
    const meeting = await schedule('2027-04-08T09:00:00Z', `kind: AREA, areaId: "${await newArea(coordinator)}", series: HALF_YEARLY`);
    expect(meeting.runSheet.map(({ stage }) => stage)).toEqual(
      meeting.runSheet.map(({ stage }) => stage).toSorted((a, b) => 'BDA'.indexOf(a[0] ?? '') - 'BDA'.indexOf(b[0] ?? '')),
    );
    expect(meeting.runSheet.find(({ offsetDays }) => offsetDays === -14)).toMatchObject({
      dueOn: '2027-03-24',
      title: expect.stringContaining('formål'),
      done: false,
      late: false,
    });
    expect(meeting.runSheet.every(({ responsible }) => responsible !== null)).toBe(true);
    expect(meeting.seriesMeetings.map((one) => one.runSheet.length)).toEqual([meeting.runSheet.length, meeting.runSheet.length]);
  });

  it('is late where the meeting is near and nothing was done, and less so for each item checked off', async () => {
    const { id, lateItems, runSheet } = await schedule(inDays(2));
    expect(lateItems).toBeGreaterThanOrEqual(2);
    const [first] = runSheet.filter(({ late }) => late);
    const done = await team.do<{ checkRunSheetItem: Sheet }>(change('checkRunSheetItem(meetingId: $id, runSheetItemId: $itemId, done: true)'), {
      id,
      itemId: first?.id,
    });
    expect(done.checkRunSheetItem.lateItems).toBe(lateItems - 1);
    const undone = await team.do<{ checkRunSheetItem: Sheet }>(change('checkRunSheetItem(meetingId: $id, runSheetItemId: $itemId, done: false)'), {
      id,
      itemId: first?.id,
    });
    expect(undone.checkRunSheetItem.lateItems).toBe(lateItems);
    const moved = await coordinator.do<{ rescheduleMeeting: Sheet }>(
      `mutation ($id: UUID!, $at: DateTime!) { rescheduleMeeting(id: $id, startsAt: $at) { ${sheet} } }`,
      { id, at: inDays(60) },
    );
    expect(moved.rescheduleMeeting.lateItems).toBe(0);
    const off = await coordinator.do<{ cancelMeeting: Sheet }>(`mutation ($id: UUID!) { cancelMeeting(id: $id, reason: "Sygdom") { ${sheet} } }`, { id });
    expect(off.cancelMeeting.lateItems).toBe(0);
    expect(await reason(team, change('checkRunSheetItem(meetingId: $id, runSheetItemId: $itemId, done: true)'), { id, itemId: first?.id })).toBe(
      'MEETING_CANCELLED',
    );
  });

  it('waits on a desk before the meeting no longer than until it was held', async () => {
    const { id, runSheet } = await schedule(inDays(2));
    const waiting = async () => {
      const { followUps } = await coordinator.do<{ followUps: { subjectId: string; state: string }[] }>(
        'query ($from: Date!, $to: Date!) { followUps(from: $from, to: $to) { subjectId state } }',
        { from: inDays(-90).slice(0, 10), to: inDays(90).slice(0, 10) },
      );
      const open = followUps.filter(({ state }) => state === 'DUE' || state === 'SCHEDULED');
      return runSheet.filter((item) => open.some(({ subjectId }) => subjectId === item.id)).map(({ stage }) => stage);
    };
    expect(new Set(await waiting())).toEqual(new Set(['BEFORE', 'AFTER']));
    for (const step of ['openMeeting', 'closeMeeting']) await coordinator.do(`mutation ($id: UUID!) { ${step}(id: $id) { id } }`, { id });
    const left = runSheet.filter(({ stage }) => stage === 'AFTER');
    expect(await waiting()).toEqual(left.map(({ stage }) => stage));
    // What is done after it leaves the rest as it is.
    await team.do(change('checkRunSheetItem(meetingId: $id, runSheetItemId: $itemId, done: true)'), { id, itemId: left[0]?.id });
    expect(await waiting()).toEqual(left.slice(1).map(({ stage }) => stage));
  });

  it('is added to, given to somebody, and shortened by its host', async () => {
    const { id, runSheet } = await schedule('2027-02-02T08:00:00Z');
    const add = async (input: object) =>
      (
        await coordinator.do<{ addRunSheetItem: Sheet }>(
          `mutation ($id: UUID!, $input: RunSheetItemInput!) { addRunSheetItem(meetingId: $id, input: $input) { ${sheet} } }`,
          { id, input },
        )
      ).addRunSheetItem;
    const added = await add({ stage: 'BEFORE', title: 'Bestil kage', offsetDays: -2 });
    const cake = added.runSheet.find(({ title }) => title === 'Bestil kage');
    // The Sunday before moves to the Friday.
    expect(cake).toMatchObject({ dueOn: '2027-01-29', responsible: null });
    const { personId } = (await team.do<{ me: { personId: string } }>('{ me { personId } }')).me;
    const given = await coordinator.do<{ assignRunSheetItem: Sheet }>(
      change(`assignRunSheetItem(meetingId: $id, runSheetItemId: $itemId, responsiblePersonId: "${personId}")`),
      { id, itemId: cake?.id },
    );
    expect(given.assignRunSheetItem.runSheet.find((item) => item.id === cake?.id)?.responsible).not.toBeNull();
    const shorter = await coordinator.do<{ removeRunSheetItem: Sheet }>(change('removeRunSheetItem(meetingId: $id, runSheetItemId: $itemId)'), {
      id,
      itemId: cake?.id,
    });
    expect(shorter.removeRunSheetItem.runSheet).toEqual(runSheet);
    expect(await reason(coordinator, change('removeRunSheetItem(meetingId: $id, runSheetItemId: $itemId)'), { id, itemId: cake?.id })).toBe(
      'RUN_SHEET_ITEM_NOT_FOUND',
    );
  });

  it.each([
    ['no words', { title: ' ' }, 'FIELD_EMPTY'],
    ['a single citizen', { title: 'Ring til 010203-1234' }, 'MEETING_ABOUT_PERSON'],
    ['two years ahead', { offsetDays: -730 }, 'NUMBER_OUT_OF_RANGE'],
    ['somebody who is no member', { responsiblePersonId: randomUUID() }, 'RESPONSIBLE_UNKNOWN'],
  ])('takes no item with %s', async (_what, input, why) => {
    const { id } = await schedule('2027-02-02T08:00:00Z');
    const document = `mutation ($id: UUID!, $input: RunSheetItemInput!) { addRunSheetItem(meetingId: $id, input: $input) { id } }`;
    expect(await reason(coordinator, document, { id, input: { stage: 'BEFORE', title: 'Punkt', offsetDays: -3, ...input } })).toBe(why);
  });
});
