/** Agreements and follow-ups from the one who asks to the one who does, and back. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newArea } from '../support/areas.js';
import type { ApiClient } from '../support/client.js';
import { calm, hasBrowser, kvarter, phone, violations } from './browser.js';

const one = kvarter();
const msPerDay = 86_400_000;
const day = (ahead: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' }).format(new Date(Date.now() + ahead * msPerDay));

async function idOf(persona: string): Promise<string> {
  return (await (await one.client(persona)).do<{ me: { personId: string } }>('{ me { personId } }')).me.personId;
}

async function agreed(coordinator: ApiClient, input: { areaId: string; title: string; responsiblePersonId: string; dueOn: string }): Promise<string> {
  const { createAgreement } = await coordinator.do<{ createAgreement: { id: string } }>(
    'mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id } }',
    { input },
  );
  return createAgreement.id;
}

/** Types a day where the caret would be for someone at a keyboard. */
async function typeDay(page: Page, dialog: string, iso: string): Promise<void> {
  const [year, month, date] = iso.split('-');
  await page.getByRole('dialog', { name: dialog }).getByRole('spinbutton').first().click();
  await page.keyboard.type(`${date}${month}${year}`);
}

async function openArea(page: Page, areaId: string): Promise<void> {
  await page.goto(`${one.url}/aakoebing/areas/${areaId}`);
  await page.getByRole('heading', { name: 'Aftaler' }).waitFor();
}

describe.runIf(hasBrowser)('an agreement', () => {
  it('made by the coordinator is on the desk of the one responsible, and their sentence comes back', async () => {
    const areaId = await newArea(await one.coordinator(), 'Skovkanten');
    const [mette, jonas] = [await one.as('coordinator'), await one.as('team', phone)];
    await openArea(mette, areaId);
    await mette.getByRole('button', { name: 'Ny aftale' }).click();
    await mette.getByRole('button', { name: 'Lav aftalen' }).click();
    await mette.getByText('Der er 3 ting, du skal rette').waitFor();
    await mette.getByLabel('Hvad skal gøres?').fill('Spørge naboerne om stien');
    await mette.getByRole('button', { name: /Hvem har ansvaret/ }).click();
    await mette.getByRole('option', { name: /Jonas Overgaard/ }).click();
    await typeDay(mette, 'Ny aftale', day(9));
    await mette.getByRole('button', { name: 'Lav aftalen' }).click();
    await mette.getByRole('heading', { name: 'Spørge naboerne om stien' }).waitFor();

    await jonas.goto(`${one.url}/aakoebing/desk`);
    await jonas.getByRole('button', { name: 'Gjort: Spørge naboerne om stien' }).click();
    await jonas.getByLabel(/Hvordan gik det/).fill('Ring 010190-1234. Fire vil gerne gå med.');
    await jonas.getByRole('button', { name: 'Meld gjort' }).click();
    // Refused at the row, with what was typed still there.
    await jonas.getByText(/CPR-nummer/).waitFor();
    expect(await jonas.getByLabel(/Hvordan gik det/).inputValue()).toContain('Fire vil gerne gå med.');
    await jonas.getByLabel(/Hvordan gik det/).fill('Fire vil gerne gå med.');
    await jonas.getByRole('button', { name: 'Meld gjort' }).click();
    await jonas.getByText('Gjort. Tak for det. »Fire vil gerne gå med.«').waitFor();
    await jonas.reload();
    await jonas.getByRole('heading', { name: 'Mit skrivebord' }).waitFor();
    await jonas.getByRole('heading', { name: 'Venter på andre' }).waitFor();
    expect(await jonas.getByText('Spørge naboerne om stien').count()).toBe(0);

    await mette.reload();
    await mette.getByText('1 afsluttet aftale').click();
    await mette.getByText('»Fire vil gerne gå med.«').waitFor();
    calm(mette, jonas);
  });

  it('whose day has passed is asked about before it is made', async () => {
    const areaId = await newArea(await one.coordinator());
    const mette = await one.as('coordinator');
    await openArea(mette, areaId);
    await mette.getByRole('button', { name: 'Ny aftale' }).click();
    await mette.getByLabel('Hvad skal gøres?').fill('Det, vi glemte');
    await mette.getByRole('button', { name: /Hvem har ansvaret/ }).click();
    await mette.getByRole('option', { name: /Mette Holm/ }).click();
    await typeDay(mette, 'Ny aftale', day(-10));
    await mette.getByRole('button', { name: 'Lav aftalen' }).click();
    await mette.getByText('Fristen er allerede gået').waitFor();
    expect(await violations(mette)).toEqual([]);
    await mette.getByRole('button', { name: 'Gem den alligevel' }).click();
    await mette.getByRole('heading', { name: 'Det, vi glemte' }).waitFor();
    await mette.goto(`${one.url}/aakoebing/slipping`);
    await mette.getByRole('row').filter({ hasText: 'Det, vi glemte' }).getByText('Mette Holm', { exact: true }).waitFor();
    calm(mette);
  });

  it('that somebody else changed meanwhile is shown as it stands, and nothing typed is lost', async () => {
    const coordinator = await one.coordinator();
    const areaId = await newArea(coordinator);
    const id = await agreed(coordinator, { areaId, title: 'Bænken', responsiblePersonId: await idOf('team'), dueOn: day(20) });
    const mette = await one.as('coordinator');
    await openArea(mette, areaId);
    await mette.getByRole('button', { name: 'Handlinger for »Bænken«' }).click();
    await mette.getByRole('menuitem', { name: 'Ret aftalen' }).click();
    await mette.getByLabel('Hvad skal gøres?').fill('Bænken ved skolen');
    await coordinator.do('mutation ($input: UpdateAgreementInput!) { updateAgreement(input: $input) { id } }', {
      input: { id, version: 1, detail: 'Den grønne' },
    });
    await mette.getByRole('button', { name: 'Gem', exact: true }).click();
    await mette.getByText('En anden har rettet aftalen imens').waitFor();
    await mette.getByRole('definition').filter({ hasText: 'Den grønne' }).waitFor();
    expect(await mette.getByLabel('Hvad skal gøres?').inputValue()).toBe('Bænken ved skolen');
    await mette.getByRole('button', { name: 'Gem mine rettelser' }).click();
    await mette.getByRole('heading', { name: 'Bænken ved skolen' }).waitFor();
    // What the other changed is there, too.
    await mette.getByText('Den grønne').waitFor();
    calm(mette);
  });

  it('can wait, and be ended with a reason', async () => {
    const coordinator = await one.coordinator();
    const areaId = await newArea(coordinator);
    await agreed(coordinator, { areaId, title: 'Vente på gartneren', responsiblePersonId: await idOf('coordinator'), dueOn: day(1) });
    const mette = await one.as('coordinator');
    await mette.goto(`${one.url}/aakoebing/desk`);
    await mette.getByRole('button', { name: 'Senere: Vente på gartneren' }).click();
    await mette.getByLabel(/Hvad venter det på/).fill('Gartneren er syg');
    await mette.getByRole('button', { name: 'Flyt det' }).click();
    await mette.getByText(/^Flyttet til .*»Gartneren er syg«/).waitFor();
    await openArea(mette, areaId);
    await mette.getByText('»Gartneren er syg«').waitFor();
    await mette.getByRole('button', { name: 'Handlinger for »Vente på gartneren«' }).click();
    await mette.getByRole('menuitem', { name: 'Ikke længere aktuel' }).click();
    await mette.getByRole('button', { name: 'Afslut aftalen' }).click();
    await mette.getByText('Skriv kort, hvorfor den ikke længere er aktuel.').waitFor();
    await mette.getByLabel('Hvorfor?').fill('Buskene er fældet');
    await mette.getByRole('button', { name: 'Afslut aftalen' }).click();
    await mette.getByText('Alle aftaler er afsluttet.').waitFor();
    calm(mette);
  });
});

describe.runIf(hasBrowser)('a follow-up', () => {
  it('is begun with its days in sight, put on hold and taken up again', async () => {
    const areaId = await newArea(await one.coordinator());
    const mette = await one.as('coordinator');
    await openArea(mette, areaId);
    await mette.getByRole('button', { name: 'Ny opfølgning' }).click();
    await mette.getByText(/^De første datoer bliver/).waitFor();
    expect(await violations(mette)).toEqual([]);
    await mette.getByLabel('Hvad skal I følge op på?').fill('Åben hal om fredagen');
    await mette.getByRole('button', { name: /Hvem har ansvaret/ }).click();
    await mette.getByRole('option', { name: /Mette Holm/ }).click();
    await mette.getByRole('button', { name: 'Begynd opfølgningen' }).click();
    await mette.getByRole('heading', { name: 'Åben hal om fredagen' }).waitFor();
    const choose = async (item: string) => {
      await mette.getByRole('button', { name: 'Handlinger for »Åben hal om fredagen«' }).click();
      await mette.getByRole('menuitem', { name: item }).click();
    };
    await choose('Sæt på pause');
    await mette.getByText(/^På pause siden/).waitFor();
    await choose('Genoptag');
    await mette.getByText(/^Derefter/).waitFor();
    await choose('Afslut');
    await mette.getByRole('button', { name: 'Afslut opfølgningen' }).click();
    await mette.getByText('Når noget er sat i gang').waitFor();
    calm(mette);
  });
});
