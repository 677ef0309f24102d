/** The rules of follow-up, set by an administrator and gone by where meetings are planned, held, and answered for. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

let api: Server;
const people: Record<string, ApiClient> = {};
const as = (persona: string): ApiClient => people[persona] ?? expect.fail(persona);
const set = 'mutation ($input: FollowUpRulesInput!) { setFollowUpRules(input: $input) { runSheetDays mapMonths changedBy { name } } }';
const ours = { runSheetDays: 14, feedbackDays: 30, agreementAheadDays: 3, reminderEveryDays: 7, coordinatorAfterDays: 14, mapMonths: 6 };
beforeAll(async () => {
  await seedDemo();
  api = await startApi();
  for (const persona of ['admin', 'coordinator', 'team', 'participant']) people[persona] = await ApiClient.as(api.url, persona);
});
afterAll(async () => {
  // Others go by them as well.
  await as('admin').do(set, { input: ours });
  await api.stop();
});

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

it('are read by those who go by them, and set by administrators alone', async () => {
  const read = '{ followUpRules { runSheetDays } }';
  expect(await as('team').do(read)).toEqual({ followUpRules: { runSheetDays: 14 } });
  expect((await as('participant').ask(read)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await as('coordinator').ask(set, { input: ours })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const wrong = (await as('admin').ask(set, { input: { ...ours, mapMonths: 25 } })).errors?.[0];
  expect(wrong?.extensions).toMatchObject({ reason: 'NUMBER_OUT_OF_RANGE', field: 'mapMonths' });
  expect(wrong?.message).toContain('fra 1 til 24');
});

it('hold for what is planned from then on', async () => {
  const { setFollowUpRules } = await as('admin').do<{ setFollowUpRules: object }>(set, {
    input: { ...ours, runSheetDays: 28, feedbackDays: 10, mapMonths: 12 },
  });
  expect(setFollowUpRules).toMatchObject({ runSheetDays: 28, mapMonths: 12, changedBy: { name: expect.any(String) as string } });
  const areaId = await newArea(as('coordinator'));
  const { scheduleMeeting } = await as('coordinator').do<{ scheduleMeeting: { id: string; runSheet: { offsetDays: number }[] } }>(
    'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id runSheet { offsetDays } } }',
    { input: { areaId, kind: 'AREA', title: 'Ressourcemøde', startsAt: `${day(60)}T16:00:00.000Z` } },
  );
  const { id, runSheet } = scheduleMeeting;
  expect(runSheet.map(({ offsetDays }) => offsetDays)).toEqual([-28, -28, -7, -3, -1, 0, 0, 3, 3, 10, 14]);
  for (const step of ['openMeeting', 'closeMeeting']) await as('coordinator').do(`mutation ($id: UUID!) { ${step}(id: $id) { id } }`, { id });
  const { followUps } = await as('coordinator').do<{ followUps: { subjectType: string; plannedOn: string }[] }>(
    'query ($from: Date!, $to: Date!, $areaId: UUID!) { followUps(from: $from, to: $to, areaId: $areaId) { subjectType plannedOn } }',
    { areaId, from: day(300), to: day(400) },
  );
  expect(followUps.filter(({ subjectType }) => subjectType === 'AREA')).toHaveLength(1);
});
