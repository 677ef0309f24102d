/** Reporting on an agreement from the link in a reminder, without signing in. */
import { randomUUID } from 'node:crypto';
import { addDays, localDateOf, previousWorkingDay } from '@kvarter/cadence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startWorker } from '../support/servers.js';
import { hasBrowser, kvarter, phone, violations } from './browser.js';

const one = kvarter();
let worker: Server | undefined;
beforeAll(async () => {
  if (hasBrowser) worker = await startWorker();
});
afterAll(() => worker?.stop());

/** An agreement whose reminder has gone out: its id and where the reminder leads. */
async function reminded(): Promise<{ id: string; link: string }> {
  const coordinator = await one.coordinator();
  const { me } = await coordinator.do<{ me: { personId: string } }>('{ me { personId } }');
  const title = `Ring til klubben ${randomUUID().slice(0, 8)}`;
  const input = {
    areaId: await one.birkelunden(),
    title,
    responsiblePersonId: me.personId,
    dueOn: previousWorkingDay(addDays(localDateOf(new Date()), -1)),
    confirmPast: true,
  };
  const { createAgreement } = await coordinator.do<{ createAgreement: { id: string } }>(
    'mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id } }',
    { input },
  );
  const linkIn = async () => {
    const { demoMails } = await coordinator.do<{ demoMails: { subject: string; lines: { path: string | null }[] }[] }>(
      '{ demoMails { subject lines { path } } }',
    );
    return demoMails.find(({ subject }) => subject.includes(title))?.lines.find(({ path }) => path?.startsWith('/report/'))?.path ?? '';
  };
  await expect.poll(linkIn, { timeout: 30_000, interval: 500 }).toContain('/report/');
  return { id: createAgreement.id, link: await linkIn() };
}

describe.runIf(hasBrowser)('a reminder', () => {
  it('is answered on a phone: why not is asked for, nothing typed is lost, and the answer counts once', async () => {
    const { id, link } = await reminded();
    const page = await one.as(null, phone);
    await page.goto(one.url + link);
    await page.getByRole('heading', { level: 1, name: 'Hvordan går det med aftalen?' }).waitFor();
    expect(await violations(page), 'question').toEqual([]);
    expect(await page.locator('body').textContent()).not.toContain('Ring til klubben');
    await page.getByText('Det kan ikke lade sig gøre').click();
    await page.getByRole('button', { name: 'Send svar' }).click();
    await page.getByText('Skriv kort hvorfor').waitFor();
    expect(await violations(page), 'mistake').toEqual([]);
    await page.getByLabel('Hvorfor ikke?').fill('Om 010190-1234');
    await page.getByRole('button', { name: 'Send svar' }).click();
    await page.getByRole('alert').getByText('CPR').waitFor();
    expect(await page.getByLabel('Hvorfor ikke?').inputValue()).toBe('Om 010190-1234');
    await page.getByLabel('Hvorfor ikke?').fill('Klubben er lukket.');
    await page.getByRole('button', { name: 'Send svar' }).click();
    await page.getByRole('heading', { name: 'Tak for svaret' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Der er allerede svaret' }).waitFor();
    expect(await violations(page), 'answered').toEqual([]);
    const coordinator = await one.coordinator();
    expect(await coordinator.do('query ($id: UUID!) { agreement(id: $id) { state report } }', { id })).toEqual({
      agreement: { state: 'CANT', report: 'Klubben er lukket.' },
    });
    // The browser itself notes what was refused.
    expect(page.complaints.filter((one) => !one.includes('status of 400'))).toEqual([]);
  });

  it('that was copied in part says so', async () => {
    const page = await one.as(null);
    await page.goto(`${one.url}/report/x`);
    await page.getByRole('heading', { name: 'Linket virker ikke' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
