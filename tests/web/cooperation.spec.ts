/** The team and the stakeholders as people use them: panels and dialogs that axe passes, a graph by keyboard, a place on the map. */
import { expect, it } from 'vitest';
import { newArea } from '../support/areas.js';
import { calm, hasBrowser, kvarter, middleOf, phone, violations } from './browser.js';

const one = kvarter();

it.runIf(hasBrowser)('a colleague is found, described and put on an area', async () => {
  const page = await one.as('coordinator');
  await page.goto(`${one.url}/aakoebing/people`);
  await page.getByLabel('Søg efter navn eller det, de kan').fill('opsøgende');
  await page.getByRole('status').filter({ hasText: '1 af' }).waitFor();
  await page.getByRole('button', { name: /Jonas Overgaard/ }).click();
  await page.getByRole('heading', { name: 'Jonas Overgaard' }).waitFor();
  expect(await violations(page), 'panel').toEqual([]);
  await page.getByRole('button', { name: 'Ret oplysninger' }).click();
  await page.getByLabel(/^Telefon/).fill('ring bare');
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await page
    .getByRole('alert')
    .getByText(/Telefonnummeret kan ikke læses/)
    .waitFor();
  expect(await violations(page), 'dialog').toEqual([]);
  await page.getByLabel(/^Telefon/).fill('10 20 30 77');
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await page.getByRole('link', { name: '10 20 30 77' }).waitFor();
  await page.getByRole('button', { name: 'Vælg områder' }).click();
  await page.getByRole('checkbox', { name: 'Sandved' }).press('Space');
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await page.getByRole('link', { name: 'Sandved' }).waitFor();
  expect(page.url()).toBe(`${one.url}/aakoebing/people`);
  calm(page);
});

it.runIf(hasBrowser).each([
  ['a desk', {}],
  ['a phone', phone],
])('the graph is walked by keyboard and said in words on %s', async (_name, options) => {
  const page = await one.as('team', options);
  await page.goto(`${one.url}/aakoebing/areas/${await one.birkelunden()}/stakeholders`);
  await page.getByRole('tab', { name: 'Forbindelser' }).click();
  expect(await page.getByText('Klub Lunden arbejder sammen med').count()).toBe(1);
  const club = page.getByRole('button', { name: /^Klub Lunden, Klub/ });
  await club.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/, \d+ forbindelse/);
  expect(await violations(page), 'graph').toEqual([]);
  await club.click();
  await page.getByRole('heading', { name: 'Klub Lunden', level: 2 }).waitFor();
  await page.getByText('De yngste søskende').waitFor();
  expect(await violations(page), 'panel').toEqual([]);
  calm(page);
});

it.runIf(hasBrowser)('the rules of follow-up are set by an administrator on a phone, and put back', async () => {
  const page = await one.as('admin', phone);
  await page.goto(`${one.url}/aakoebing/rules`);
  const ahead = page.getByLabel('Dage før fristen, hvor den ansvarlige mindes om sin aftale');
  const save = page.getByRole('button', { name: 'Gem reglerne' });
  await ahead.fill('5');
  await save.click();
  await page.getByText(/^Ændret af .* lige nu\.$/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await ahead.waitFor();
  expect(await ahead.inputValue()).toBe('5');
  await page.getByRole('button', { name: 'Sæt Kvarters egne tal ind' }).click();
  expect(await ahead.inputValue()).toBe('3');
  await save.click();
  await page.getByText('Reglerne er gemt.').waitFor();
  calm(page);
});

it.runIf(hasBrowser)('a stakeholder is written down, kept apart from another’s change, and placed on the map', async () => {
  const coordinator = await one.coordinator();
  const areaId = await newArea(coordinator, 'Åbakken');
  const page = await one.as('coordinator');
  await page.goto(`${one.url}/aakoebing/areas/${areaId}/stakeholders`);
  await page.getByRole('button', { name: 'Ny aktør' }).click();
  await page.getByLabel('Navn').fill('Åbakkens Cykelværksted');
  await page.getByLabel(/^Telefon/).fill('12 34 56 78');
  await page.getByRole('checkbox', { name: /privatperson/ }).press('Space');
  await page.getByRole('button', { name: 'Tilføj aktøren' }).click();
  await page
    .getByRole('alert')
    .getByText(/privatperson/)
    .waitFor();
  expect(await violations(page), 'refused').toEqual([]);
  await page.getByRole('checkbox', { name: /privatperson/ }).press('Space');
  await page.getByRole('button', { name: 'Tilføj aktøren' }).click();
  await page.getByRole('heading', { name: 'Åbakkens Cykelværksted' }).waitFor();

  await page.getByRole('button', { name: 'Ret', exact: true }).click();
  await page.getByLabel(/^Motivation/).fill('Flere unge i værkstedet');
  const { stakeholders } = await coordinator.do<{ stakeholders: { id: string }[] }>('query ($areaId: UUID!) { stakeholders(areaId: $areaId) { id } }', {
    areaId,
  });
  await coordinator.do(
    'mutation ($id: UUID!) { updateStakeholder(id: $id, version: 1, input: { motivation: "Noget andet", contribution: "Værktøj" }) { saved } }',
    {
      id: stakeholders[0]?.id,
    },
  );
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await page.getByText('En anden har rettet aktøren imens').waitFor();
  await page.getByRole('button', { name: 'Gem mit alligevel' }).click();
  await page.getByRole('definition').filter({ hasText: 'Flere unge i værkstedet' }).waitFor();
  await page.getByRole('definition').filter({ hasText: 'Værktøj' }).waitFor();

  await page.getByRole('link', { name: 'Sæt på kortet' }).click();
  await page.getByText(/Klik på kortet/).waitFor();
  const { x, y } = await middleOf(page);
  await page.mouse.click(x, y);
  await page.getByRole('button', { name: 'Sæt på kortet' }).click();
  await page.getByText('Åbakkens Cykelværksted er nu på kortet').waitFor();
  await page.getByRole('link', { name: 'Åbakkens Cykelværksted' }).click();
  await page.getByRole('link', { name: 'Se på kortet', exact: true }).waitFor();
  calm(page);
});
