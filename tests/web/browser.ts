/** A real browser on a real server, for one spec file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { chromium } from '../../infra/local/services/programs.mjs';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, type ServerSettings, startApi } from '../support/servers.js';

export const hasBrowser = chromium() !== undefined;
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export class Kvarter {
  api!: Server;
  browser!: Browser;
  private readonly contexts: BrowserContext[] = [];

  get url(): string {
    return this.api.url;
  }

  async start(settings: ServerSettings = {}): Promise<void> {
    await seedDemo();
    this.api = await startApi(settings);
    this.browser = await driver.launch({
      executablePath: chromium() as string,
      args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--use-gl=angle', '--use-angle=swiftshader'],
    });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.api?.stop();
  }

  /** A window of somebody; whatever it complains of or fetches from elsewhere fails the test that ends it with `calm`. */
  async as(persona: string | null, options: BrowserContextOptions = {}): Promise<Page & { complaints: string[] }> {
    const context = await this.browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce', ...desk, ...options });
    context.setDefaultTimeout(20_000);
    this.contexts.push(context);
    const complaints: string[] = [];
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.url) complaints.push(`asked ${origin}`);
    });
    context.on('console', (message) => {
      // A network that is cut on purpose is no fault.
      if (message.type() === 'error' && !/net::|WebSocket connection/.test(message.text())) complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    if (persona) await context.request.post(`${this.url}/auth/demo`, { data: { persona } });
    const page = await context.newPage();
    return Object.assign(page, { complaints });
  }

  client = (persona: string): Promise<ApiClient> => ApiClient.as(this.url, persona);

  coordinator = (): Promise<ApiClient> => this.client('coordinator');

  /** The mapping round that goes on in Birkelunden. */
  async roundUnderWay(): Promise<string> {
    const { rounds } = await (await this.coordinator()).do<{ rounds: { id: string }[] }>('query ($areaId: UUID!) { rounds(areaId: $areaId) { id } }', {
      areaId: await this.birkelunden(),
    });
    return rounds[0]?.id ?? '';
  }

  async birkelunden(): Promise<string> {
    const { areas } = await (await this.coordinator()).do<{ areas: { id: string; name: string }[] }>('{ areas { id name } }');
    return areas.find(({ name }) => name === 'Birkelunden')?.id ?? '';
  }
}

/** One Kvarter for the file. @param settings of its server, over the defaults */
export function kvarter(settings: ServerSettings = {}): Kvarter {
  const one = new Kvarter();
  beforeAll(async () => {
    if (hasBrowser) await one.start(settings);
  });
  afterAll(() => one.stop());
  return one;
}

/** What axe finds on the page as it is, by rule and place. */
export async function violations(page: Page): Promise<string[]> {
  // As a test's own script, which the page's policy does not concern.
  await page.evaluate(axe);
  // What is on its way to another colour is not what one will read.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))).then(() => undefined));
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown[]; html: string }[] }[] }> } };
    const { violations: found } = await engine.run();
    return found.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`));
  });
}

/** Opens an area's map and waits until it can be used. */
export async function openMap(page: Page, url: string, areaId: string, search = ''): Promise<void> {
  await page.goto(`${url}/aakoebing/areas/${areaId}/map${search}`);
  await page.getByText('Alt er gemt').first().waitFor({ state: 'attached' });
  await page.locator('canvas.maplibregl-canvas').waitFor();
}

/** The middle of the map on the screen. */
export async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

/** Puts a mark of a kind on the middle of the map. */
export async function place(page: Page, kind: string, name: string, offset = { x: 0, y: 0 }): Promise<void> {
  await page.getByRole('button', { name: 'Ny markering' }).first().click();
  await page.getByRole('button', { name: kind, exact: true }).click();
  await page.getByText(/Klik på kortet|Tryk på kortet/).waitFor();
  const { x, y } = await middleOf(page);
  await page.mouse.click(x + offset.x, y + offset.y);
  await page.getByLabel('Hvad kalder I det?').fill(name);
  await page.getByRole('button', { name: 'Sæt på kortet' }).click();
  await page.getByRole('heading', { name }).waitFor();
}

export const calm = (...pages: { complaints: string[] }[]): void => {
  for (const { complaints } of pages) expect(complaints).toEqual([]);
};
