/**
 * `npm run screenshots`: the pictures of the README, taken of a fresh start with demo data. Needs Chromium.
 * Nothing in them depends on this machine but the day: the demonstration is told from today.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium as driver } from 'playwright-core';
import { isReady } from '../../infra/local/processes.mjs';
import { freePort } from '../../infra/local/services/ports.mjs';
import { chromium } from '../../infra/local/services/programs.mjs';
import { root } from '../../infra/local/workspace.mjs';

/** @typedef {import('playwright-core').Page} Page */

const pictures = join(root, 'tests/web/screenshots');
const directory = mkdtempSync(join(tmpdir(), 'kvarter-pictures-'));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const env = { ...process.env, KVARTER_PORT: String(port), KVARTER_DATA_DIR: directory };
const server = spawn(process.execPath, [join(root, 'infra/local/start.mjs')], { env, stdio: ['ignore', 'ignore', 'inherit'] });
try {
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error('Kvarter did not start');
    await wait(200);
  }
  const browser = await driver.launch({ executablePath: chromium(), args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--use-angle=swiftshader'] });
  mkdirSync(pictures, { recursive: true });
  const wide = { viewport: { width: 1440, height: 900 } };
  const narrow = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

  /**
   * @param {string} persona
   * @param {import('playwright-core').BrowserContextOptions} options
   */
  const as = async (persona, options) => {
    const context = await browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce', ...options });
    await context.request.post(`${url}/auth/demo`, { data: { persona } });
    return context.newPage();
  };
  /** @param {Page} page @param {string} name */
  const take = async (page, name) => {
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    console.log(`tests/web/screenshots/${name}.png`);
  };
  /** @param {Page} page */
  const settled = async (page) => {
    await page.getByText('Alt er gemt').first().waitFor({ state: 'attached' });
    await page.evaluate('new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 3000 }))');
    await wait(1500); // the map's labels fade in
  };

  const mette = await as('coordinator', wide);
  await mette.goto(`${url}/aakoebing`);
  await mette.getByRole('heading', { level: 1 }).waitFor();
  await mette.getByRole('link', { name: 'Skrivebord' }).click();
  await mette.getByRole('heading', { name: 'Over tid' }).waitFor();
  await take(mette, 'desk-1440');

  await mette.goto(`${url}/aakoebing`);
  await mette.getByRole('link', { name: 'Åbn kortet', exact: true }).first().click();
  await settled(mette);
  const map = mette.url();

  const jonas = await as('team', wide);
  await jonas.goto(map);
  await settled(jonas);
  await jonas.mouse.move(760, 560);
  await mette.getByRole('button', { name: 'Tabel', exact: true }).click();
  await mette.getByRole('button', { name: 'Skolegården efter kl. 22', exact: true }).click();
  await mette.getByRole('button', { name: 'Kort', exact: true }).click();
  await jonas.mouse.move(770, 570);
  await settled(mette);
  await take(mette, 'map-1440');

  await mette.goto(map);
  await settled(mette);
  await mette.getByRole('button', { name: 'Sammenlign' }).click();
  await mette.getByText(/nye ·/).waitFor();
  await wait(1500);
  await take(mette, 'comparison-1440');

  await mette.goto(`${url}/aakoebing/meetings`);
  await mette.getByRole('link', { name: /Områdemøde 4/ }).click();
  await mette.getByRole('heading', { level: 1, name: /Områdemøde 4/ }).waitFor();
  await mette.goto(`${mette.url()}/map`);
  await settled(mette);
  await mette.locator('canvas.maplibregl-canvas').waitFor();
  await take(mette, 'meeting-1440');

  await mette.goto(map.replace(/map$/, 'gaps'));
  await mette.getByRole('heading', { name: 'Det viser kortet' }).waitFor();
  await mette.locator('canvas.maplibregl-canvas').waitFor();
  await wait(3000); // the map draws
  await take(mette, 'gaps-1440');

  await mette.goto(map.replace(/\/map$/, ''));
  await mette.getByRole('link', { name: 'Åbn kortlægningen' }).click();
  await mette.getByRole('heading', { name: 'Det har holdet skrevet ned' }).waitFor();
  await take(mette, 'round-1440');

  const phone = await as('team', narrow);
  await phone.goto(map);
  await settled(phone);
  await take(phone, 'map-390');
  await browser.close();
} finally {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  rmSync(directory, { recursive: true, force: true });
}
