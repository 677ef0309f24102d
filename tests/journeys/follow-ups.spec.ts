/** Agreements and cadences as the outside speaks to them, with the worker sweeping. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, isWorkingDay, localDate, localDateOf, previousWorkingDay } from '@kvarter/cadence';
import { newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi, startWorker } from '../support/servers.js';

interface Check {
  id: string;
  subjectType: string;
  subjectId: string;
  dueOn: string;
  state: string;
  reminders: number;
  responsible: { name: string } | null;
}

let api: Server;
let worker: Server;
let coordinator: ApiClient;
let personId: string;
let areaId: string;
const today = localDateOf(new Date());

beforeAll(async () => {
  await seedDemo();
  [api, worker] = await Promise.all([startApi(), startWorker()]);
  coordinator = await ApiClient.as(api.url, 'coordinator');
  areaId = await newArea(coordinator);
  personId = (await coordinator.do<{ me: { personId: string } }>('{ me { personId } }')).me.personId;
});
afterAll(() => Promise.all([api.stop(), worker.stop()]));

const fields = 'id subjectType subjectId dueOn state reminders responsible { name }';

const startCadence = async (startsOn: string, kind = 'TAPERING'): Promise<Check[]> =>
  (
    await coordinator.do<{ startCadence: Check[] }>(`mutation ($input: StartCadenceInput!) { startCadence(input: $input) { ${fields} } }`, {
      input: { subjectType: 'INTERVENTION', subjectId: randomUUID(), areaId, startsOn, kind, responsiblePersonId: personId },
    })
  ).startCadence;
const listed = async (): Promise<Check[]> =>
  (
    await coordinator.do<{ followUps: Check[] }>(
      `query ($from: Date!, $to: Date!, $areaId: UUID) { followUps(from: $from, to: $to, areaId: $areaId) { ${fields} } }`,
      {
        from: addMonths(today, -36),
        to: addMonths(today, 60),
        areaId,
      },
    )
  ).followUps;
const one = async (id: string): Promise<Check | undefined> => (await listed()).find((check) => check.id === id);

describe('follow-ups', () => {
  it('of a cadence begun today taper off over 24 months, all on working days', async () => {
    const checks = await startCadence(today);
    expect(checks.length).toBeGreaterThanOrEqual(11);
    expect(checks.every(({ dueOn, state }) => isWorkingDay(localDate(dueOn)) && state === 'SCHEDULED')).toBe(true);
    expect(checks[0]).toMatchObject({ subjectType: 'INTERVENTION', reminders: 0, responsible: { name: expect.any(String) as string } });
    expect(localDate(checks.at(-1)?.dueOn) >= addMonths(today, 24)).toBe(true);
    expect(new Set((await listed()).map(({ id }) => id)).size).toBeGreaterThanOrEqual(checks.length);
  });

  it('missed before today are one overdue check, which goes out once, whatever the hour', async () => {
    const [overdue, ...ahead] = await startCadence(addMonths(addDays(today, -10), -7), 'MONTHLY');
    expect(overdue).toMatchObject({ state: 'DUE' });
    expect(localDate(overdue?.dueOn) < today).toBe(true);
    expect(ahead.every(({ dueOn }) => localDate(dueOn) >= today)).toBe(true);
    await expect.poll(async () => (await one(overdue?.id ?? ''))?.reminders, { timeout: 30_000, interval: 500 }).toBe(1);
  });

  it('end when they are reported on', async () => {
    const [overdue] = await startCadence(addMonths(today, -3), 'QUARTERLY');
    const check = overdue as Check;
    const done = await coordinator.do<{ completeFollowUp: Check & { note: string } }>(
      'mutation ($id: UUID!) { completeFollowUp(id: $id, note: "Set efter") { id state note } }',
      { id: check.id },
    );
    expect(done.completeFollowUp).toEqual({ id: check.id, state: 'DONE', note: 'Set efter' });
    const again = await coordinator.ask('mutation ($id: UUID!) { completeFollowUp(id: $id) { id } }', { id: check.id });
    expect(again.errors?.[0]?.extensions.code).toBe('CONFLICT');
  });
});

describe('an agreement', () => {
  const create = (more: object = {}) =>
    coordinator.ask<{ createAgreement: { id: string; title: string; followUp: Check } }>(
      `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id title followUp { ${fields} } } }`,
      { input: { areaId, title: 'Ring til boldklubben', responsiblePersonId: personId, dueOn: addDays(today, 30), ...more } },
    );
  const open = async (): Promise<string[]> =>
    (
      await coordinator.do<{ agreements: { id: string }[] }>('query ($areaId: UUID) { agreements(areaId: $areaId, open: true) { id } }', { areaId })
    ).agreements.map(({ id }) => id);

  it('is chased by one check, and closed with it', async () => {
    const { createAgreement } = (await create()).data as { createAgreement: { id: string; followUp: Check } };
    expect(createAgreement.followUp).toMatchObject({ subjectType: 'AGREEMENT', subjectId: createAgreement.id, state: 'SCHEDULED' });
    expect(await open()).toContain(createAgreement.id);
    await coordinator.do('mutation ($id: UUID!) { completeFollowUp(id: $id) { id } }', { id: createAgreement.followUp.id });
    expect(await open()).not.toContain(createAgreement.id);
  });

  it('due in the past asks for confirmation, and is then reminded of', async () => {
    const past = previousWorkingDay(addDays(today, -1));
    expect((await create({ dueOn: past })).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', reason: 'AGREEMENT_DUE_IN_PAST' });
    const { data } = await create({ dueOn: past, confirmPast: true });
    const { followUp } = (data as { createAgreement: { followUp: Check } }).createAgreement;
    expect(followUp).toMatchObject({ state: 'DUE', dueOn: past });
    await expect.poll(async () => (await one(followUp.id))?.reminders, { timeout: 30_000, interval: 500 }).toBe(1);
  });

  it('is reported on from the mail without signing in: looking changes nothing, and the link ends with the agreement', async () => {
    const title = `Skriv til skolen ${randomUUID().slice(0, 8)}`;
    const { data } = await create({ title, dueOn: previousWorkingDay(addDays(today, -1)), confirmPast: true });
    const { id } = (data as { createAgreement: { id: string } }).createAgreement;
    const linkIn = async (): Promise<string> => {
      const { demoMails } = await coordinator.do<{ demoMails: { subject: string; lines: { path: string | null }[] }[] }>(
        '{ demoMails { subject lines { path } } }',
      );
      return demoMails.find(({ subject }) => subject.includes(title))?.lines.find(({ path }) => path?.startsWith('/report/'))?.path ?? '';
    };
    await expect.poll(linkIn, { timeout: 30_000, interval: 500 }).toMatch(/^\/report\/[\w-]{40,}$/);
    const link = await linkIn();
    const look = async () => (await fetch(`${api.url}/auth${link}`)).json();
    const post = async (body: object, path = link) => {
      const answer = await fetch(`${api.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      return (await answer.json()) as { open?: boolean; errors?: { extensions: { reason: string } }[] };
    };
    const state = async () =>
      (await coordinator.do<{ agreement: object }>('query ($id: UUID!) { agreement(id: $id) { state report dueOn } }', { id })).agreement;
    expect([await look(), await look()]).toEqual([{ open: true }, { open: true }]);
    expect(await state()).toMatchObject({ state: 'OPEN', report: null });
    expect((await post({ answer: 'CANT' })).errors?.[0]?.extensions.reason).toBe('FIELD_EMPTY');
    expect((await post({ answer: 'DONE' }, `${link.slice(0, -4)}AAAA`)).errors?.[0]?.extensions.reason).toBe('LINK_UNKNOWN');
    expect(await post({ answer: 'LATER', dueOn: addDays(today, 10), note: 'Skolen har ferie' })).toEqual({ open: true });
    expect(await state()).toEqual({ state: 'OPEN', report: 'Skolen har ferie', dueOn: addDays(today, 10) });
    expect(await post({ answer: 'DONE', note: 'De kommer' })).toEqual({ open: false });
    expect(await state()).toMatchObject({ state: 'DONE', report: 'De kommer' });
    expect((await post({ answer: 'CANT', note: 'Igen' })).errors?.[0]?.extensions.reason).toBe('AGREEMENT_CLOSED');
    expect(await look()).toEqual({ open: false });
  });

  it('is not for a stranger to know of', async () => {
    const { createAgreement } = (await create()).data as { createAgreement: { id: string } };
    const neighbour = await ApiClient.as(api.url, 'neighbour', 'nordstrand');
    const read = async (id: string) => (await neighbour.ask('query ($id: UUID!) { agreement(id: $id) { id } }', { id })).errors?.[0];
    const [there, nowhere] = [await read(createAgreement.id), await read(randomUUID())];
    expect(there).toEqual(nowhere);
    expect(there?.extensions.code).toBe('NOT_FOUND');
    const participant = await ApiClient.as(api.url, 'participant');
    expect((await participant.ask('{ agreements { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
