/** Every page at the width of a desk and of a phone, light and dark: axe finds nothing, nothing is fetched from elsewhere, nothing needs to be scrolled sideways. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { calm, hasBrowser, kvarter, openMap, phone, violations } from './browser.js';

const one = kvarter();

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.runIf(hasBrowser)('pages', () => {
  it.each([
    ['a desk', {}],
    ['a phone', phone],
    ['a desk in the dark', { colorScheme: 'dark' as const }],
    ['a desk at 200 %', { viewport: { width: 720, height: 450 } }],
  ])('hold on %s', async (_name, options) => {
    const page = await one.as('coordinator', options);
    const areaId = await one.birkelunden();
    const roundPage = `/aakoebing/areas/${areaId}/rounds/${await one.roundUnderWay()}`;
    const paths: [path: string, heading: string, settled?: string][] = [
      ['/aakoebing', 'Overblik', 'Se, hvad der glider'],
      ['/aakoebing/desk', 'Mit skrivebord', 'Venter på andre'],
      ['/aakoebing/slipping', 'Hvad glider?', 'Gadeteamets faste fredage'],
      ['/aakoebing/rules', 'Regler for opfølgning', 'Den lokale administrator kan ændre reglerne.'],
      [`/aakoebing/areas/${areaId}`, 'Birkelunden', '5 afsluttede aftaler'],
      ['/aakoebing/areas/new', 'Nyt område'],
      ['/aakoebing/mail', 'Mails til dig'],
      ['/aakoebing/mailbox', 'Postkasse i demonstrationen'],
      ['/aakoebing/people', 'Holdet'],
      [`/aakoebing/areas/${areaId}/stakeholders`, 'Aktører'],
      ['/aakoebing/meetings', 'Møder'],
      [`/aakoebing/areas/${areaId}/gaps`, 'Huller i vores viden', 'Hvad bruges grønningen mod øst til om vinteren?'],
      ['/aakoebing/inbox', 'Indbakke', 'Kiosken på torvet får ny ejer'],
      [`/aakoebing/areas/${areaId}/rounds/new`, 'Ny kortlægning'],
      [`${roundPage}?step=purpose`, 'Anden kortlægning', 'Fem nøglepersoner er besøgt'],
      [`${roundPage}?step=preparation`, 'Anden kortlægning', 'er klar'],
      [`${roundPage}?step=resources`, 'Anden kortlægning', 'Madklubben i blok 12'],
      [`${roundPage}?step=key_people`, 'Anden kortlægning', 'Åbn aktørerne'],
      [`${roundPage}?step=follow_up`, 'Anden kortlægning', 'Afslut kortlægningen'],
      [`${roundPage}/edit`, 'Ret formål og periode', 'Hvem leder kortlægningen?'],
      [`${roundPage}/prepare/resources`, 'Forbered ressourcemødet', 'Din liste'],
      ['/aakoebing/ranking', 'Hvilke områder først?', 'Tidligere rangordninger'],
    ];
    const { meetings } = await (await one.coordinator()).do<{ meetings: { id: string; kind: string; state: string; title: string }[] }>(
      '{ meetings { id kind state title } }',
    );
    for (const [kind, state] of [
      ['TEAM', 'PLANNED'],
      ['TEAM', 'CLOSED'],
      ['NETWORK', 'CANCELLED'],
      ['AREA', 'OPEN'],
    ]) {
      const meeting = meetings.find((its) => its.kind === kind && its.state === state);
      expect(meeting, `${kind} ${state}`).toBeDefined();
      if (meeting) paths.push([`/aakoebing/meetings/${meeting.id}`, meeting.title]);
    }
    for (const [path, heading, settled] of paths) {
      await page.goto(one.url + path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      if (settled) await page.getByText(settled).first().waitFor();
      expect(await violations(page), path).toEqual([]);
      expect(await sideways(page), path).toBeLessThanOrEqual(0);
    }
    await openMap(page, one.url, areaId);
    expect(await violations(page), 'map').toEqual([]);
    expect(await sideways(page), 'map').toBeLessThanOrEqual(0);
    calm(page);
  });

  it('hold on the dialogs of a meeting, its wall and beside the map, and lead through it', async () => {
    const page = await one.as('coordinator');
    const check = async (what: string) => expect(await violations(page), what).toEqual([]);
    await page.goto(`${one.url}/aakoebing/meetings`);
    await page.getByRole('button', { name: 'Planlæg et møde' }).click();
    await page.getByLabel('Hvad handler mødet om?').waitFor();
    await check('planning');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Teammøde: status og næste skridt' }).first().click();
    for (const [button, dialog] of [
      ['Ret planen', 'Planen for mødet'],
      ['Ret dagsordenen', 'Dagsorden'],
      ['Tilføj', 'Tilføj deltagere'],
      ['Nyt punkt', 'Nyt punkt i drejebogen'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog', { name: dialog }).waitFor();
      await check(dialog);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.goto(`${one.url}/aakoebing/meetings`);
    await page.getByRole('link', { name: /Områdemøde 4/ }).click();
    await page.getByText('Spørgsmål 2 af 5').waitFor();
    await page.getByRole('button', { name: /^Handlinger for »Multibanen/ }).click();
    await page.getByRole('menuitem', { name: 'Ret teksten' }).click();
    await page.getByRole('dialog', { name: 'Ret teksten' }).waitFor();
    await check('rewording');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Næste spørgsmål' }).click();
    await page.getByText('Spørgsmål 3 af 5').waitFor();
    await page.getByLabel('Skriv, mens I taler').fill('Skrevet af en, der tester');
    await page.getByText('Ikke gemt endnu').waitFor();
    await page.getByText('Gemt', { exact: true }).waitFor();
    await check('live');
    const address = page.url();
    await page.goto(`${address}/wall`);
    await page.getByRole('heading', { level: 1, name: /Hvem gør en forskel/ }).waitFor();
    await check('wall');
    await page.goto(`${address}/map`);
    await page.locator('canvas.maplibregl-canvas').waitFor();
    await page.getByText('Spørgsmål 3 af 5').waitFor();
    await check('beside the map');
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    calm(page);
  });

  it('hold before anybody is signed in, and in English', async () => {
    const page = await one.as(null);
    await page.goto(one.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    for (const address of ['/invitation', `/invitation#${'x'.repeat(43)}`]) {
      await page.goto(one.url + address);
      // The second differs in its fragment alone, which loads nothing.
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await violations(page), address).toEqual([]);
      expect(await sideways(page), address).toBeLessThanOrEqual(0);
    }
    await page.getByRole('textbox').waitFor();
    await page.goto(one.url);
    await page.evaluate(() => localStorage.setItem('kvarter.locale', 'en'));
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await violations(page)).toEqual([]);
    calm(page);
  });

  it.each([
    ['a desk', {}],
    ['a phone in the dark', { ...phone, colorScheme: 'dark' as const }],
  ])('hold where one answers on one’s desk, on %s', async (_name, options) => {
    const page = await one.as('team', options);
    await page.goto(`${one.url}/aakoebing/desk`);
    for (const task of [/^Gjort: /, /^Senere: /, /^Spring over: /]) {
      await page.getByRole('button', { name: task }).first().click();
      await page.locator('form').first().waitFor();
      expect(await violations(page), String(task)).toEqual([]);
      expect(await sideways(page), String(task)).toBeLessThanOrEqual(0);
    }
    calm(page);
  });

  it('hold on the panels and dialogs of the map', async () => {
    const page = await one.as('coordinator');
    await openMap(page, one.url, await one.birkelunden());
    const check = async (what: string) => expect(await violations(page), what).toEqual([]);
    await page.getByRole('button', { name: 'Ny markering' }).click();
    await page.getByRole('heading', { name: 'Hvad vil du sætte på kortet?' }).waitFor();
    await check('kinds');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Tabel', exact: true }).click();
    await page.getByRole('table').waitFor();
    await check('table');
    await page.getByRole('button', { name: 'Torvet', exact: true }).click();
    await page.getByRole('heading', { name: 'Torvet' }).waitFor();
    await page
      .getByRole('button', { name: /ændring/ })
      .first()
      .click();
    await page.getByRole('list', { name: 'Historik' }).waitFor();
    await check('feature');
    await page.getByRole('button', { name: 'Sammenlign' }).click();
    await page.getByRole('heading', { name: 'Hvad er ændret?' }).waitFor();
    await page.getByText(/nye ·/).waitFor();
    await check('comparison');
    await page.getByRole('button', { name: 'Luk sammenligningen' }).click();
    await page.getByRole('button', { name: 'Inviter' }).click();
    await page.getByRole('dialog').waitFor();
    await check('invitations');
    calm(page);
  });
});
