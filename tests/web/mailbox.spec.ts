/** The mailbox that answers to invitations go to: set up, tried and taken away by who administers the municipality. */
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { calm, hasBrowser, kvarter, phone, violations } from './browser.js';

const one = kvarter();

/** What a worker notes of a visit. */
async function note(reading: string): Promise<void> {
  const db = new Client({ connectionString: inject('database').adminUrl });
  await db.connect();
  await db.query(`insert into open_room.mailbox_reading (tenant_id, mailbox_id) select tenant_id, mailbox_id from open_room.mailbox on conflict do nothing`);
  await db.query(`update open_room.mailbox_reading set ${reading}`);
  await db.end();
}

describe.runIf(hasBrowser)('the mailbox', () => {
  it.each([
    ['a desk', {}],
    ['a phone in the dark', { ...phone, colorScheme: 'dark' as const }],
  ])('is set up on %s, in plain words', async (_name, options) => {
    const page = await one.as('admin', options);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.goto(`${one.url}/aakoebing/people`);
    await page.getByRole('button', { name: /^Mig/ }).click();
    await page.getByRole('menuitem', { name: 'Postkasse til mødesvar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Postkasse til mødesvar' }).waitFor();
    await page.getByText('Der er ingen postkasse endnu').waitFor();
    expect(await violations(page), 'empty').toEqual([]);

    await page.getByLabel('Postkassens mailadresse').fill('moeder@aakoebing.example');
    await page.getByLabel('Mailserver (IMAP)').fill('intet.invalid');
    await page
      .getByText(/^STARTTLS/)
      .first()
      .click();
    expect(await page.getByLabel('Port', { exact: true }).inputValue()).toBe('143');
    await page.getByLabel('Brugernavn').fill('moeder');
    await page.getByRole('button', { name: 'Gem postkassen' }).click();
    await page.getByRole('alert').getByText('Adgangskoden mangler').waitFor();
    expect(await violations(page), 'refused').toEqual([]);
    await page.getByLabel('Adgangskode', { exact: true }).fill('hemmelig');
    await page.getByRole('button', { name: 'Prøv forbindelsen' }).click();
    await page.getByText('Der er ingen mailserver med det navn på internettet').waitFor();
    expect(await violations(page), 'tried').toEqual([]);
    expect(await sideways()).toBeLessThanOrEqual(0);

    // What is typed survives, but for the password.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Postkasse til mødesvar' }).waitFor();
    expect(await page.getByLabel('Mailserver (IMAP)').inputValue()).toBe('intet.invalid');
    expect(await page.getByLabel('Adgangskode', { exact: true }).inputValue()).toBe('');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('hemmelig');
    await page.getByLabel('Adgangskode', { exact: true }).fill('hemmelig');
    await page.getByRole('button', { name: 'Gem postkassen' }).click();
    await page.getByText('Kvarter læser postkassen inden for et minut').first().waitFor();
    await page.getByText('Lad feltet være tomt').waitFor();
    // What React Aria says of a button under way names it for some seconds, on other pages too.
    await page.reload();
    await page.getByText('Lad feltet være tomt').waitFor();
    expect(await violations(page), 'saved').toEqual([]);

    await note("fault = 'SIGN_IN_REFUSED', fault_at = now(), read_at = now() - interval '2 hours'");
    await page.reload();
    await page.getByText('Serveren afviser brugernavnet eller adgangskoden').waitFor();
    await page.getByText('Sidst læst for 2 timer siden').waitFor();
    expect(await violations(page), 'fault').toEqual([]);
    await note('fault = null, fault_at = null, read_at = now()');
    await page.reload();
    await page.getByText('Alt er, som det skal være').waitFor();
    expect(await violations(page), 'read').toEqual([]);

    await page.getByRole('button', { name: 'Fjern postkassen' }).click();
    await page.getByRole('alertdialog', { name: 'Fjern postkassen?' }).getByRole('button', { name: 'Fjern postkassen' }).click();
    await page.getByText('Der er ingen postkasse endnu').waitFor();
    expect(await sideways()).toBeLessThanOrEqual(0);
    calm(page);
  });

  it('shows on the meeting who answered from their calendar', async () => {
    const page = await one.as('coordinator');
    await page.goto(`${one.url}/aakoebing/meetings`);
    await page.getByRole('link', { name: 'Teammøde: status og næste skridt' }).first().click();
    await page.getByText('svarede fra sin kalender').first().waitFor();
    calm(page);
  });

  it('is nothing to others', async () => {
    const page = await one.as('coordinator');
    await page.goto(`${one.url}/aakoebing/reply-mailbox`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByLabel('Adgangskode', { exact: true }).count()).toBe(0);
  });
});
