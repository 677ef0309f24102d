/**
 * A year of two areas by the pages alone: from the first team meeting to the second map, by a coordinator, a colleague with a
 * phone and a guest, who find each step by what they can see.
 */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { square } from '../support/areas.js';
import { calm, hasBrowser, kvarter, middleOf, phone, place } from './browser.js';
import { MovedClock } from './clock.js';

const clock = new MovedClock();
const one = kvarter(clock.settings);
afterAll(() => clock.dispose());

const [first, second] = ['Engparken', 'Kanalkvarteret'];
const copying: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true }).first().click();
const isShown = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();

/** A dialog has taken what was typed. */
const saved = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' });

async function choose(page: Page, field: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Types a day, and a clock behind it where one is asked for. */
async function type(page: Page, field: string, digits: string): Promise<void> {
  await page.getByRole('group', { name: field, exact: true }).getByRole('spinbutton').first().click();
  await page.keyboard.type(digits);
}

async function toArea(page: Page, name: string): Promise<void> {
  await follow(page, 'Overblik');
  await follow(page, name);
  await isShown(page, name);
}

async function planMeeting(page: Page, title: string, days: number): Promise<void> {
  await press(page, 'Planlæg et møde');
  await page.getByLabel('Hvad handler mødet om?').fill(title);
  await type(page, 'Hvornår begynder det?', `${clock.digits(days)}1900`);
}

/** From an area's page: an area meeting is planned. */
async function planAreaMeeting(page: Page, title: string, days: number): Promise<void> {
  await planMeeting(page, title, days);
  await press(page, 'Planlæg mødet');
  await saved(page);
}

/** The meeting that is led goes through all its questions. */
async function leadThrough(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Mødet', exact: true });
  const end = panel.getByText('Det var det sidste spørgsmål.');
  await press(page, 'Begynd med velkomsten');
  await panel.getByText(/^Spørgsmål 1 af/).waitFor();
  while (!(await end.isVisible())) {
    const before = await panel.innerText();
    await panel.getByRole('button', { name: /^(Næste spørgsmål|Videre til)/ }).click();
    await expect.poll(() => panel.innerText()).not.toBe(before);
  }
}

async function drawArea(page: Page, name: string): Promise<void> {
  await follow(page, 'Overblik');
  await follow(page, 'Nyt område');
  await page.getByLabel('Hvad hedder området?').fill(name);
  await page.locator('canvas.maplibregl-canvas').scrollIntoViewIfNeeded();
  const { x, y } = await middleOf(page);
  const corners = [
    [-90, -60],
    [90, -60],
    [90, 60],
    [-90, 60],
  ] as const;
  for (const [index, [right, down]] of corners.entries()) {
    await page.mouse.click(x + right, y + down);
    await page.getByText(new RegExp(`^${index + 1} hjørner? sat`)).waitFor();
  }
  await press(page, 'Færdig');
  await page.getByText('Træk i hjørnerne for at rette.').waitFor();
  await press(page, 'Opret området');
  await isShown(page, name);
}

async function importArea(page: Page, name: string): Promise<void> {
  await follow(page, 'Overblik');
  await follow(page, 'Nyt område');
  await page.getByRole('tab', { name: 'Hent fra en fil' }).click();
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Vælg en fil');
  const feature = { type: 'Feature', properties: { name }, geometry: square(10.2, 56.1) };
  const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  await (await chooser).setFiles({ name: 'kvarterer.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) });
  await press(page, 'Opret 1 område');
  await follow(page, 'Se dem i overblikket');
  await page.getByRole('link', { name, exact: true }).waitFor();
}

/** Who works on an area: they are asked to prepare. */
async function putOnArea(page: Page, area: string, ...people: string[]): Promise<void> {
  await follow(page, 'Holdet');
  await page.getByRole('tab', { name: 'Efter område' }).click();
  await press(page, `Vælg personer til ${area}`);
  for (const name of people) await page.getByRole('checkbox', { name }).press('Space');
  await press(page, 'Gem');
  await saved(page);
}

async function teamMeeting(page: Page): Promise<void> {
  const title = 'Hvor begynder vi?';
  await follow(page, 'Møder');
  await planMeeting(page, title, 21);
  await choose(page, /Kommer mødet igen/, 'Hvert kvartal');
  await page.getByText('De kommende møder').waitFor();
  await press(page, 'Planlæg mødet');
  await follow(page, title);
  await isShown(page, title);
  await press(page, 'Skriv dagsordenen');
  await page.getByLabel('Punkt 1', { exact: true }).fill('Hvem kender hvem?');
  await page.getByRole('textbox', { name: /^Minutter til punkt 1/ }).fill('40');
  await page.getByLabel('Punkt 2', { exact: true }).fill('Det første kort');
  await press(page, 'Gem dagsordenen');
  await saved(page);
  await press(page, 'Tilføj');
  for (const name of ['Jonas Overgaard', 'Mette Holm']) await page.getByRole('dialog').getByRole('checkbox', { name }).press('Space');
  await press(page, 'Sæt på listen');
  await saved(page);
  await press(page, 'Send 2 invitationer');
  await page.getByRole('dialog').getByRole('button', { name: 'Send 2 invitationer' }).click();
  await saved(page);
  await page.getByText('2 mangler at svare').waitFor();

  await press(page, 'Åbn mødet');
  await leadThrough(page);
  await page.getByLabel('Skriv en idé eller et udbytte').fill('Spørg viceværten om nøglen');
  await press(page, 'Skriv på');
  await press(page, /^Handlinger for »Spørg viceværten/);
  await page.getByRole('menuitem', { name: 'Ret teksten' }).click();
  await page.getByRole('dialog').getByLabel('Det, der blev sagt').fill('Spørg viceværten om nøglen til festsalen');
  await page.getByRole('dialog').getByRole('button', { name: 'Gem' }).click();
  await saved(page);
  await press(page, 'Gør til aftale: »Spørg viceværten om nøglen til festsalen«');
  await choose(page, /Hvem har ansvaret/, /Jonas Overgaard/);
  await type(page, 'Hvornår skal det være gjort?', clock.digits(12));
  await press(page, 'Lav aftalen');
  await saved(page);
  await page.getByRole('heading', { name: 'Spørg viceværten om nøglen til festsalen' }).waitFor();
  await page.getByLabel('Skriv, mens I taler').fill('Vi begynder i Engparken og tager kanalen bagefter.');
  await page.getByText(/^Sidst skrevet af Mette Holm/).waitFor();
  await press(page, 'Afslut mødet');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Afslut mødet' }).click();
  await page.getByText(/^Mødet blev holdt/).waitFor();
  await page.getByText('Vi begynder i Engparken og tager kanalen bagefter.').waitFor();
}

/** A round is begun, and a meeting of it planned and tied. */
async function beginRound(page: Page): Promise<void> {
  await toArea(page, first);
  await follow(page, 'Ny kortlægning');
  await page.getByLabel('Navn').fill('Det første år');
  await page.getByRole('checkbox', { name: 'Yngre søskende' }).press('Space');
  await page.getByLabel(/^Hvad mangler I at vide/).fill('Hvor er pigerne om aftenen?');
  await type(page, 'Fra', clock.digits(0));
  await type(page, 'Til', clock.digits(120));
  await press(page, 'Begynd kortlægningen');
  await isShown(page, 'Det første år');
  await press(page, /^Ressourcer/);
  await follow(page, 'Gå til området');
  await planAreaMeeting(page, 'Ressourcer', 14);
  await follow(page, 'Åbn kortlægningen');
  await press(page, /^Ressourcer/);
  await choose(page, /Knyt et områdemøde/, /Ressourcer/);
  await page.getByRole('button', { name: 'Løsn »Ressourcer« fra trinnet' }).waitFor();
}

async function prepare(page: Page): Promise<void> {
  await follow(page, 'Skrivebord');
  await page
    .getByRole('listitem')
    .filter({ hasText: first })
    .getByRole('link', { name: /^Forbered/ })
    .click();
  await isShown(page, 'Forbered ressourcemødet');
  await press(page, 'Føj til listen');
  await page.getByLabel('Navn').fill('Festsalen');
  await press(page, 'Sæt stedet her');
  await page.getByText('Stedet er sat').waitFor();
  await press(page, 'Gem punktet');
  await page.getByText('Festsalen', { exact: true }).waitFor();
  await press(page, 'Jeg er klar');
  await page.getByText(/Du meldte dig klar/).waitFor();
}

/** The first map: a guest, the coordinator and what was prepared, each with a mark; kept as the meeting closes. */
async function firstMap(page: Page, guest: Page): Promise<void> {
  await toArea(page, first);
  await press(page, 'Åbn mødet');
  await page.getByRole('button', { name: 'Afslut mødet' }).waitFor();
  await press(page, 'Inviter');
  await press(page, 'Lav 12 invitationer');
  const link = await page.getByLabel('Link 1', { exact: true }).inputValue();
  await press(page, 'Kopiér alle');
  await page.getByText('Kopieret.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Luk' }).click();
  await guest.goto(link);
  await guest.getByLabel('Hvad hedder du?').fill('Amal');
  await press(guest, 'Vær med');
  await guest.locator('canvas.maplibregl-canvas').waitFor();
  await place(guest, 'Forening', 'Håndboldklubben', { x: 60, y: 20 });

  await follow(page, 'Ressourcer');
  await follow(page, 'Mødet med kortet');
  await page.getByRole('button', { name: 'Ny markering' }).first().waitFor();
  await place(page, 'Sted', 'Bænkene ved søen', { x: -40, y: -20 });
  await page.getByText('Alt er gemt').first().waitFor({ state: 'attached' });
  await follow(page, 'Mødets side');
  await follow(page, first);
  await follow(page, 'Åbn kortlægningen');
  await press(page, 'Sæt på kortet: Festsalen');
  await page.getByRole('link', { name: 'Se markeringen »Festsalen«' }).waitFor();
  await follow(page, first);
  await press(page, 'Afslut mødet');
  await press(page, 'Afslut og gem kortet');
  await page.getByRole('link', { name: 'Se kortet fra mødet »Ressourcer«' }).waitFor();
}

/** Who stands behind something: a talk, what they told, and the answer they are owed. */
async function stakeholder(page: Page): Promise<void> {
  await follow(page, 'Se aktørerne');
  await press(page, 'Ny aktør');
  await page.getByLabel('Navn').fill('Engparkens Håndbold');
  await press(page, 'Tilføj aktøren');
  await saved(page);
  await press(page, 'Skriv en samtale op');
  await page.getByLabel('Hvad talte I om?').fill('Hallen er fuld om tirsdagen.');
  await press(page, 'Gem samtalen');
  await saved(page);
  await page.getByText('Hallen er fuld om tirsdagen.').waitFor();
  const told = page.getByRole('region', { name: 'Det har de fortalt' });
  await told.getByRole('button', { name: 'Tilføj' }).click();
  await page.getByLabel('Hvad blev sagt?').fill('Der mangler en time til pigerne.');
  await page.getByLabel(/^I hvilken egenskab/).fill('Træner');
  await type(page, 'Hvornår?', clock.digits(-7));
  await press(page, 'Gem');
  await told.getByText(/^Svar senest/).waitFor();

  await follow(page, 'Skrivebord');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Engparkens Håndbold' })
    .getByRole('button', { name: /^Gjort:/ })
    .click();
  await page.getByLabel(/Hvad fik de at vide/).fill('Pigerne får hallen torsdag kl. 18.');
  await press(page, 'Meld gjort');
  await page.getByText(/Pigerne får hallen torsdag/).waitFor();
}

async function gap(page: Page, colleague: Page): Promise<void> {
  await toArea(page, first);
  await follow(page, 'Se hullerne');
  await page
    .getByRole('button', { name: /^Tag op:/ })
    .first()
    .click();
  await page.getByLabel('Hvad vil I finde ud af?').fill('Hvor er pigerne om aftenen?');
  await press(page, 'Tag det op');
  await saved(page);
  await press(page, 'Giv det til en');
  await choose(page, /Hvem\?/, /Jonas Overgaard/);
  await type(page, 'Hvornår skal vi vide det?', clock.digits(9));
  await press(page, 'Giv opgaven');
  await saved(page);

  await follow(colleague, 'Skrivebord');
  await follow(colleague, 'Hvor er pigerne om aftenen?');
  await press(colleague, 'Skriv svaret');
  await colleague.getByLabel('Svaret').fill('På biblioteket, til det lukker kl. 19.');
  await press(colleague, 'Gem svaret');
  await colleague.getByText('1 afsluttet spørgsmål').waitFor();
}

async function news(page: Page, colleague: Page): Promise<void> {
  await toArea(colleague, first);
  await press(colleague, 'Aflever viden');
  await colleague.getByLabel('Hvad handler det om?').fill('Nyt lys på stien');
  await colleague.getByLabel('Hvad ved du?').fill('Stien ved søen har fået lys.');
  await press(colleague, 'Send til koordinatoren');
  await saved(colleague);

  await follow(page, 'Skrivebord');
  await follow(page, 'Åbn indbakken');
  await press(page, 'Læs: Nyt lys på stien');
  await press(page, 'Giv videre');
  await page.getByRole('dialog').getByRole('checkbox').first().press('Space');
  await page.getByRole('dialog').getByRole('button', { name: 'Giv videre' }).click();
  await page
    .getByText(/^Givet videre til/)
    .first()
    .waitFor();
  await follow(colleague, 'Se, hvad der blev af det');
  await colleague
    .getByText(/^Set af Mette Holm/)
    .first()
    .waitFor();
}

/** From an area's page with its meeting planned: opened, marked and closed on the map itself. */
async function mapAtMeeting(page: Page, marks: () => Promise<void>): Promise<void> {
  await press(page, 'Åbn mødet');
  await follow(page, 'Åbn kortet');
  await page.getByRole('button', { name: 'Ny markering' }).first().waitFor();
  await marks();
  await page.getByText('Alt er gemt').first().waitFor({ state: 'attached' });
  await press(page, 'Afslut møde');
  await press(page, 'Afslut og gem kortet');
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
  await follow(page, 'Tilbage til området');
}

it.runIf(hasBrowser)(
  'a year of two areas is run in the browser, from the first team meeting to the second map',
  async () => {
    const [mette, jonas, guest] = [await one.as('coordinator', copying), await one.as('team', phone), await one.as(null)];
    await mette.goto(one.url);
    await jonas.goto(one.url);
    await drawArea(mette, first);
    await importArea(mette, second);
    await putOnArea(mette, first, 'Mette Holm', 'Jonas Overgaard');
    await teamMeeting(mette);
    await beginRound(mette);
    await prepare(jonas);
    await firstMap(mette, guest);
    await stakeholder(mette);
    await gap(mette, jonas);
    await news(mette, jonas);
    await toArea(mette, second);
    await planAreaMeeting(mette, 'Langs kanalen', 1);
    await mapAtMeeting(mette, () => place(mette, 'Sted', 'Broen'));
    calm(mette, jonas, guest);

    const later = new Date(clock.now);
    later.setMonth(later.getMonth() + 6);
    clock.goTo(later);
    const spring = await clock.hungIn(await one.as('coordinator'));
    await spring.goto(one.url);
    await follow(spring, 'Skrivebord');
    const again = spring.getByRole('listitem').filter({ hasText: 'Områdets kort skal åbnes igen' });
    await again.getByRole('link', { name: first, exact: true }).click();
    await isShown(spring, first);
    await planAreaMeeting(spring, 'Et halvt år efter', 2);
    await mapAtMeeting(spring, async () => {
      await place(spring, 'Institution', 'Pigeklubben', { x: 20, y: -40 });
      await spring.getByRole('button', { name: 'Tabel', exact: true }).click();
      await spring.getByRole('button', { name: 'Bænkene ved søen', exact: true }).click();
      await spring.getByLabel('Hvad kalder I det?').fill('Bænkene ved den nye sti');
      await spring.getByLabel('Hvad kalder I det?').blur();
      await spring.getByRole('row').filter({ hasText: 'Bænkene ved den nye sti' }).waitFor();
    });
    await spring.getByRole('checkbox', { name: 'Sammenlign »Ressourcer«' }).press('Space');
    await spring.getByRole('checkbox', { name: 'Sammenlign »Et halvt år efter«' }).press('Space');
    await follow(spring, 'Sammenlign de to');
    await spring.getByText('1 ny · 1 ændret · 0 fjernede').waitFor();
    await spring.getByRole('listitem').filter({ hasText: 'Pigeklubben' }).waitFor();
    await spring.getByText(/^Navnet: .*Bænkene ved søen.* → .*Bænkene ved den nye sti/).waitFor();
    // The next time is another half year away.
    await follow(spring, 'Tilbage til området');
    await follow(spring, 'Skrivebord');
    await again.filter({ hasText: second }).waitFor();
    await again.filter({ hasText: first }).waitFor({ state: 'detached' });
    calm(spring);
  },
  540_000,
);
