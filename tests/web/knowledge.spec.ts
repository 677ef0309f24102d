/** Gaps and the inbox as people use them: taken up, given to somebody, answered; handed in, read, put where it belongs. */
import { expect, it } from 'vitest';
import { newArea } from '../support/areas.js';
import { calm, hasBrowser, kvarter, openMap, phone, violations } from './browser.js';

const one = kvarter();

it.runIf(hasBrowser)('a gap is taken up from the list, given to somebody and answered', async () => {
  const areaId = await newArea(await one.coordinator(), 'Hulbakken');
  const page = await one.as('coordinator');
  await page.goto(`${one.url}/aakoebing/areas/${areaId}/gaps`);
  await page.getByText('hele området er tomt').waitFor();
  expect(await violations(page), 'found').toEqual([]);
  await page.getByRole('button', { name: /^Tag op: Et stykke på/ }).click();
  const question = page.getByLabel('Hvad vil I finde ud af?');
  expect(await question.inputValue()).toContain('den tomme del af området');
  expect(await violations(page), 'take up').toEqual([]);
  await question.fill('Hvem bruger engen?');
  await page.getByRole('button', { name: 'Tag det op' }).click();
  await page.getByRole('heading', { name: 'Hvem bruger engen?' }).waitFor();
  await page.getByText('Kortet viser ingen huller lige nu.').waitFor();
  // What React Aria said of the button that waited stands for some seconds, without the button.
  await page.reload();
  await page.getByRole('button', { name: 'Giv det til en' }).click();
  await page.getByRole('button', { name: 'Giv opgaven' }).click();
  await page.getByRole('alert').getByText('Vælg, hvem der finder ud af det.').waitFor();
  expect(await violations(page), 'assign').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Skriv svaret' }).click();
  expect(await violations(page), 'answer').toEqual([]);
  await page.getByLabel('Svaret').fill('Hundelufterne, morgen og aften.');
  await page.getByRole('button', { name: 'Gem svaret' }).click();
  await page.getByText('1 afsluttet spørgsmål').waitFor();
  await page.reload();
  await page.getByText('1 afsluttet spørgsmål').click();
  await page.getByText('Hundelufterne, morgen og aften.').waitFor();
  expect(await violations(page), 'ended').toEqual([]);
  calm(page);
});

it.runIf(hasBrowser)('the legend of the map shows what nobody knows of, and leads to the list', async () => {
  const page = await one.as('team');
  await openMap(page, one.url, await one.birkelunden());
  await page.getByText('Vis huller i vores viden').click();
  await page.getByText(/skraveret og har et nummer/).waitFor();
  expect(await violations(page), 'legend').toEqual([]);
  await page.getByRole('link', { name: 'Læs om dem på listen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Huller i vores viden' }).waitFor();
  calm(page);
});

it.runIf(hasBrowser).each([
  ['a desk', {}],
  ['a phone', phone],
])('knowledge is handed in with its limits said, read by the coordinator and closed, on %s', async (name, options) => {
  const title = `Boldbanen har fået net (${name})`;
  const page = await one.as('team', options);
  await page.goto(`${one.url}/aakoebing/areas/${await one.birkelunden()}`);
  await page.getByRole('button', { name: 'Aflever viden' }).click();
  await page.getByText('Gå til kommunens infohus-tovholder').waitFor();
  expect(await violations(page), 'form').toEqual([]);
  await page.getByLabel('Hvad handler det om?').fill(title);
  await page.getByLabel('Hvad ved du?').fill('Nummeret er 010190-1234');
  await page.getByRole('button', { name: 'Send til koordinatoren' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Hvad ved du?').fill('Der er sat net op bag målet.');
  await page.getByRole('button', { name: 'Send til koordinatoren' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  const host = await one.as('coordinator', options);
  await host.goto(`${one.url}/aakoebing/desk`);
  await host.getByText(/i indbakken venter på at blive set/).waitFor();
  await host.getByRole('link', { name: 'Åbn indbakken' }).click();
  await host.getByRole('button', { name: `Læs: ${title}` }).click();
  await host.getByText('Der er sat net op bag målet.').waitFor();
  expect(await violations(host), 'read').toEqual([]);
  await host.getByRole('button', { name: 'Giv videre' }).click();
  await host.getByRole('group', { name: 'Hvem vedkommer det?' }).waitFor();
  expect(await violations(host), 'pass on').toEqual([]);
  await host.keyboard.press('Escape');
  await host.getByRole('button', { name: 'Sæt på kortet' }).click();
  await host.getByLabel('Hvad hedder markeringen?').waitFor();
  expect(await violations(host), 'map').toEqual([]);
  await host.keyboard.press('Escape');
  await host.getByRole('button', { name: 'Luk med en grund' }).click();
  await host.getByLabel('Hvorfor?').fill('Det står allerede på kortet.');
  await host.getByRole('button', { name: 'Luk det' }).click();
  await host.getByRole('button', { name: `Fold sammen: ${title}` }).waitFor({ state: 'hidden' });

  await page.goto(`${one.url}/aakoebing/inbox`);
  await page.getByText('Det står allerede på kortet.').first().waitFor();
  calm(page);
  calm(host);
});
