/** Mapping rounds as people use them: led by steps, prepared on a phone, placed from the meeting; and areas ranked by keyboard. */
import { expect, it } from 'vitest';
import { newArea } from '../support/areas.js';
import { calm, hasBrowser, kvarter, phone, violations } from './browser.js';

const one = kvarter();

it.runIf(hasBrowser)('a round is begun, its steps are led without walls, and a milestone is reached', async () => {
  const coordinator = await one.coordinator();
  const areaId = await newArea(coordinator, 'Vestervang');
  const page = await one.as('coordinator');
  await page.goto(`${one.url}/aakoebing/areas/${areaId}`);
  await page.getByRole('link', { name: 'Ny kortlægning' }).click();
  await page.getByRole('button', { name: 'Begynd kortlægningen' }).click();
  await page
    .getByRole('alert')
    .getByText(/Navnet mangler/)
    .first()
    .waitFor();
  expect(await violations(page), 'refused').toEqual([]);
  await page.getByLabel('Navn').fill('Foråret');
  await page.getByRole('checkbox', { name: 'Familier' }).press('Space');
  await page.getByLabel(/^Egne målgrupper/).fill('Unge uden klub');
  const type = async (label: string, digits: string) => {
    await page.getByRole('group', { name: label, exact: true }).getByRole('spinbutton').first().click();
    await page.keyboard.type(digits);
  };
  await type('Fra', '01022027');
  await type('Til', '01052027');
  // What is typed outlives the page.
  await page.reload();
  expect(await page.getByLabel('Navn').inputValue()).toBe('Foråret');
  await page.getByRole('button', { name: 'Begynd kortlægningen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Foråret' }).waitFor();
  await page.getByText('Unge uden klub').waitFor();

  await page
    .getByRole('navigation', { name: 'De seks trin' })
    .getByRole('button', { name: /Udfordringer/ })
    .press('Enter');
  await page.getByText(/er ikke gjort endnu. I kan godt gå i gang alligevel/).waitFor();
  await page.getByRole('button', { name: 'Begynd trinnet' }).click();
  await page.getByRole('button', { name: /Udfordringer\s*I gang/ }).waitFor();
  await page.getByRole('button', { name: 'Trinnet er gjort' }).click();
  await page.getByRole('button', { name: 'Tag trinnet op igen' }).click();
  await page.getByRole('button', { name: /Udfordringer\s*I gang/ }).waitFor();

  await page.getByRole('button', { name: /^Formål/ }).click();
  await page.getByRole('textbox', { name: 'Milepæl' }).fill('Alle er inviteret');
  await type('Dag', '01032027');
  await page.getByRole('button', { name: 'Tilføj milepæl' }).click();
  await page.getByRole('checkbox', { name: '»Alle er inviteret« er nået' }).press('Space');
  await page.getByText(/^Nået /).waitFor();

  await page.getByRole('button', { name: /^Opfølgning/ }).click();
  await page.getByRole('button', { name: 'Afslut kortlægningen' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Afslut kortlægningen' }).click();
  await page.getByText(/kan læses, men ikke ændres/).waitFor();
  await page.reload();
  await page.getByText(/kan læses, men ikke ændres/).waitFor();
  expect(await violations(page), 'closed').toEqual([]);
  calm(page);
});

it.runIf(hasBrowser)('a member prepares on a phone, and says when they are ready', async () => {
  const page = await one.as('team', phone);
  await page.goto(`${one.url}/aakoebing/areas/${await one.birkelunden()}/rounds/${await one.roundUnderWay()}/prepare/challenges`);
  await page.getByRole('heading', { name: 'Spørg for eksempel' }).waitFor();
  await page.getByRole('button', { name: 'Føj til listen' }).click();
  await page.getByLabel('Navn').fill('Trappen ved blok 9');
  await page.getByRole('button', { name: 'Sæt stedet her' }).click();
  await page.getByText('Stedet er sat').waitFor();
  expect(await violations(page), 'dialog').toEqual([]);
  await page.getByRole('button', { name: 'Gem punktet' }).click();
  await page.getByText('Trappen ved blok 9', { exact: true }).waitFor();
  await page.getByText('Har et sted').waitFor();
  await page.getByRole('button', { name: 'Jeg er klar', exact: true }).click();
  await page.getByText(/Du meldte dig klar/).waitFor();
  await page.reload();
  await page.getByText(/Du meldte dig klar/).waitFor();
  expect(await violations(page), 'ready').toEqual([]);
  await page.getByRole('button', { name: 'Jeg er ikke klar alligevel' }).click();
  await page.getByRole('button', { name: 'Jeg er klar', exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  calm(page);
});

it.runIf(hasBrowser)('what was prepared is placed on the map by one press while its meeting is open', async () => {
  const page = await one.as('coordinator');
  await page.goto(`${one.url}/aakoebing/areas/${await one.birkelunden()}/rounds/${await one.roundUnderWay()}?step=resources`);
  await page.getByRole('button', { name: 'Sæt på kortet: Madklubben i blok 12' }).click();
  await page.getByRole('link', { name: 'Se markeringen »Madklubben i blok 12«' }).click();
  await page.getByRole('heading', { name: 'Madklubben i blok 12' }).waitFor();
  calm(page);
});

it.runIf(hasBrowser)('areas are ranked by keyboard, with a reason each, and what was judged before stays', async () => {
  const page = await one.as('coordinator');
  await page.goto(`${one.url}/aakoebing`);
  await page.getByRole('link', { name: 'Rangordning' }).click();
  await page.getByRole('button', { name: 'Lav en ny rangordning' }).click();
  await page.getByRole('button', { name: 'Flyt Sandved op' }).press('Enter');
  await page.getByRole('status').getByText('Sandved er nu nummer 3.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Flyt Sandved op');
  await page.keyboard.press('Enter');
  await page.getByLabel('Hvorfor står Sandved her?').fill('');
  await page.getByRole('button', { name: 'Gem rangordningen' }).click();
  await page.getByRole('alert').getByText('Begrundelsen for Sandved mangler.').first().waitFor();
  expect(await violations(page), 'refused').toEqual([]);
  await page.getByLabel('Hvorfor står Sandved her?').fill('Foreningshuset åbner til foråret.');
  await page.getByRole('button', { name: 'Gem rangordningen' }).click();
  await page.getByRole('button', { name: 'Lav en ny rangordning' }).waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: /^2\s*Sandved\s*Foreningshuset/ })
    .waitFor();
  const reader = await one.as('steering', phone);
  await reader.goto(`${one.url}/aakoebing/ranking`);
  await reader.getByText('Foreningshuset åbner til foråret.').waitFor();
  expect(await reader.getByRole('button', { name: 'Lav en ny rangordning' }).count()).toBe(0);
  expect(await violations(reader), 'reader').toEqual([]);
  calm(page, reader);
});
