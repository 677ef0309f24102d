/** Two people on one map, a phone, no network, a crash: what they see, and that nothing is lost. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as driver } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromium } from '../../infra/local/services/programs.mjs';
import { apply, creation, meetingOn, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { calm, hasBrowser, kvarter, middleOf, openMap, phone, place } from './browser.js';

const one = kvarter();

async function freshArea(): Promise<{ areaId: string; coordinator: ApiClient }> {
  const coordinator = await one.coordinator();
  return { areaId: await newArea(coordinator), coordinator };
}

const namesOn = async (coordinator: ApiClient, areaId: string) =>
  (
    await coordinator.do<{ areaMap: { features: { name: string }[] } }>('query ($areaId: UUID!) { areaMap(areaId: $areaId) { features { name } } }', { areaId })
  ).areaMap.features
    .map(({ name }) => name)
    .sort();

describe.runIf(hasBrowser)('two people on one map', () => {
  it('see what the other does: created, renamed, undone, redone, removed, put back', async () => {
    const { areaId } = await freshArea();
    const [mette, jonas] = [await one.as('coordinator'), await one.as('team')];
    await Promise.all([openMap(mette, one.url, areaId), openMap(jonas, one.url, areaId, '?view=table')]);
    await jonas.getByText('Mette Holm').first().waitFor({ state: 'attached' }); // they see that the other is here
    await place(mette, 'Forening', 'Skakklubben Tårnet');
    const row = (name: string) => jonas.getByRole('row').filter({ hasText: name });
    await row('Skakklubben Tårnet').waitFor();
    await mette.getByLabel('Hvad kalder I det?').fill('Skakklubben Springeren');
    await mette.getByLabel('Hvad kalder I det?').blur();
    await row('Skakklubben Springeren').waitFor();
    await mette.getByRole('button', { name: 'Fortryd', exact: true }).first().click();
    await row('Skakklubben Tårnet').waitFor();
    await mette.getByRole('button', { name: 'Gentag' }).click();
    await row('Skakklubben Springeren').waitFor();
    await jonas.getByRole('button', { name: 'Skakklubben Springeren', exact: true }).click();
    await jonas.getByRole('button', { name: 'Fjern', exact: true }).click();
    await row('Skakklubben Springeren').waitFor({ state: 'detached' });
    await mette.getByText('Fjernet fra kortet').waitFor();
    await mette.getByRole('button', { name: 'Sæt tilbage på kortet' }).click();
    await row('Skakklubben Springeren').waitFor();
    calm(mette, jonas);
  });

  it('are both shown where they meant different things, and one decides', async () => {
    const { areaId, coordinator } = await freshArea();
    const edit = creation('Klubben');
    await apply(coordinator, areaId, edit);
    const jonas = await one.as('team');
    await openMap(jonas, one.url, areaId, '?view=table');
    await jonas.getByRole('button', { name: 'Klubben', exact: true }).click();
    await jonas.context().setOffline(true);
    await jonas.getByLabel('Hvad kalder I det?').fill('Jonas’ navn');
    await jonas.getByLabel('Hvad kalder I det?').blur();
    await jonas.getByText('1 ændring venter på nettet').first().waitFor();
    await apply(coordinator, areaId, { editId: randomUUID(), featureId: edit.featureId, baseVersion: 1, op: 'UPDATE', name: 'Mettes navn' });
    await jonas.context().setOffline(false);
    await jonas.getByText('I har ændret det samme').waitFor();
    await jonas.getByText('»Mettes navn«').first().waitFor();
    await jonas.getByRole('button', { name: 'Behold mit' }).click();
    await jonas.getByText('Alt er gemt').waitFor();
    expect(await namesOn(coordinator, areaId)).toEqual(['Jonas’ navn']);
    calm(jonas);
  });

  it('are told at the field what can’t be written, and nothing typed is lost', async () => {
    const { areaId, coordinator } = await freshArea();
    const mette = await one.as('coordinator');
    await openMap(mette, one.url, areaId);
    await mette.getByRole('button', { name: 'Ny markering' }).click();
    await mette.getByRole('button', { name: 'Note', exact: true }).click();
    const { x, y } = await middleOf(mette);
    await mette.mouse.click(x, y);
    await mette.getByLabel('Hvad kalder I det?').fill('Ring 010190-1234');
    await mette.getByLabel(/Beskriv det kort/).fill('En lang beskrivelse');
    await mette.getByRole('button', { name: 'Sæt på kortet' }).click();
    await mette
      .getByText(/CPR-nummer/)
      .first()
      .waitFor();
    expect(await mette.getByLabel(/Beskriv det kort/).inputValue()).toBe('En lang beskrivelse');
    expect(await namesOn(coordinator, areaId)).toEqual([]);
    await mette.getByLabel('Hvad kalder I det?').fill('Ring til klubben');
    await mette.getByRole('button', { name: 'Sæt på kortet' }).click();
    await mette.getByRole('heading', { name: 'Ring til klubben' }).waitFor();
    calm(mette);
  });

  it('work by keyboard alone', async () => {
    const { areaId, coordinator } = await freshArea();
    const mette = await one.as('coordinator');
    await openMap(mette, one.url, areaId);
    await mette.locator('canvas.maplibregl-canvas').focus();
    await mette.keyboard.press('n');
    await mette.getByRole('button', { name: 'Sted', exact: true }).focus();
    await mette.keyboard.press('Enter');
    await mette.getByText(/Klik på kortet/).waitFor();
    await mette.keyboard.press('ArrowRight');
    await mette.keyboard.press('Enter');
    await mette.getByLabel('Hvad kalder I det?').waitFor();
    await mette.keyboard.type('Bænken');
    await mette.keyboard.press('Enter');
    await mette.getByRole('heading', { name: 'Bænken' }).waitFor();
    await mette.getByText('Alt er gemt').waitFor();
    expect(await namesOn(coordinator, areaId)).toEqual(['Bænken']);
    calm(mette);
  });

  it('are stopped kindly by the host, and go on when the map thaws', async () => {
    const { areaId, coordinator } = await freshArea();
    const meetingId = await meetingOn(coordinator, areaId);
    const jonas = await one.as('team');
    await openMap(jonas, one.url, areaId);
    await jonas.getByRole('button', { name: 'Ny markering' }).waitFor();
    const freeze = (frozen: boolean) =>
      coordinator.do('mutation ($id: UUID!, $frozen: Boolean!) { freezeMap(meetingId: $id, frozen: $frozen) { id } }', { id: meetingId, frozen });
    await freeze(true);
    await jonas.getByText('Værten har frosset kortet').waitFor();
    await jonas.getByRole('button', { name: 'Ny markering' }).waitFor({ state: 'detached' });
    await freeze(false);
    await jonas.getByRole('button', { name: 'Ny markering' }).waitFor();
    calm(jonas);
  });
});

describe.runIf(hasBrowser)('on a phone', () => {
  it('a mark is placed with the thumb', async () => {
    const { areaId, coordinator } = await freshArea();
    const page = await one.as('team', phone);
    await openMap(page, one.url, areaId);
    await page.getByRole('button', { name: 'Ny markering' }).last().tap();
    await page.getByRole('button', { name: 'Ildsjæl' }).tap();
    await page.getByRole('button', { name: 'Sæt her' }).tap();
    await page.getByLabel('Hvad kalder I det?').fill('Ildsjæl i vaskeriet');
    await page.getByRole('button', { name: 'Sæt på kortet' }).tap();
    await page.getByRole('heading', { name: 'Ildsjæl i vaskeriet' }).waitFor();
    await expect.poll(() => namesOn(coordinator, areaId)).toEqual(['Ildsjæl i vaskeriet']);
    calm(page);
  });
});

describe.runIf(hasBrowser)('without a network', () => {
  it('edits wait in sight, outlive the browser, and are sent once', async () => {
    const { areaId, coordinator } = await freshArea();
    const profile = mkdtempSync(join(tmpdir(), 'kvarter-profile-'));
    const open = () =>
      driver.launchPersistentContext(profile, {
        executablePath: chromium() as string,
        args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--use-angle=swiftshader'],
        viewport: { width: 1200, height: 800 },
        locale: 'da-DK',
      });
    try {
      const before = await open();
      await before.request.post(`${one.url}/auth/demo`, { data: { persona: 'team' } });
      const page = await before.newPage();
      await openMap(page, one.url, areaId);
      await before.setOffline(true);
      await place(page, 'Note', 'Skrevet uden net');
      await page.getByText('1 ændring venter på nettet').first().waitFor();
      expect(await namesOn(coordinator, areaId)).toEqual([]);
      // Nothing on the disk can be read without this browser's key.
      const stored = await page.evaluate(async () => {
        const db = await new Promise<IDBDatabase>((resolve) => {
          const asked = indexedDB.open('kvarter-unsent');
          asked.onsuccess = () => resolve(asked.result);
        });
        const all = await new Promise<unknown[]>((resolve) => {
          const asked = db.transaction('drawers').objectStore('drawers').getAll();
          asked.onsuccess = () => resolve(asked.result as unknown[]);
        });
        const texts = all.map((one) => new TextDecoder().decode((one as { data: ArrayBuffer }).data));
        return { count: all.length, readable: texts.some((text) => text.includes('Skrevet')) };
      });
      expect(stored).toEqual({ count: 1, readable: false });
      await before.close();

      const after = await open();
      const again = await after.newPage();
      await openMap(again, one.url, areaId, '?view=table');
      await again.getByRole('row').filter({ hasText: 'Skrevet uden net' }).waitFor();
      await expect.poll(() => namesOn(coordinator, areaId)).toEqual(['Skrevet uden net']);
      await again.getByText('Alt er gemt').waitFor();
      await after.close();
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
});

describe.runIf(hasBrowser)('forty people', () => {
  it('and a browser among them, which shows every mark once', async () => {
    const { areaId, coordinator } = await freshArea();
    const page = await one.as('coordinator');
    await openMap(page, one.url, areaId, '?view=table');
    const team = await ApiClient.as(one.url, 'team');
    const people = Array.from({ length: 39 }, (_, index) => (index % 2 ? coordinator : team));
    const edits = Array.from({ length: 195 }, (_, index) =>
      creation(`Nr. ${String(index).padStart(3, '0')}`, {
        geometry: { type: 'Point', coordinates: [10.001 + (index % 14) * 0.0005, 56.001 + Math.floor(index / 14) * 0.0005] },
      }),
    );
    await Promise.all(
      people.map(async (person, who) => {
        for (let n = who; n < edits.length; n += people.length) await apply(person, areaId, edits[n] as (typeof edits)[number]);
      }),
    );
    await page.getByText('195 markeringer').first().waitFor();
    const names = await page.getByRole('rowheader').allInnerTexts();
    expect(names.map((name) => name.trim()).sort()).toEqual(edits.map(({ name }) => name));
    // It still answers at once.
    await page
      .getByRole('searchbox', { name: 'Find en markering' })
      .or(page.getByRole('button', { name: 'Nr. 007', exact: true }))
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Nr. 007', exact: true }).click();
    await page.getByRole('heading', { name: 'Nr. 007' }).waitFor();
    calm(page);
  });
});
