/** The boundaries of the 98 municipalities as areas, where KVARTER_TEST_DATA names the folder that holds them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBoundaries } from '@kvarter/geo';
import { ApiClient } from '../support/client.js';
import { seedDemo, type Server, startApi } from '../support/servers.js';

const file = join(process.env['KVARTER_TEST_DATA'] ?? '/nonexistent', 'dk-municipalities.geojson');

let api: Server;
beforeAll(async () => {
  if (!existsSync(file)) return;
  await seedDemo();
  api = await startApi();
});
afterAll(() => api?.stop());

it.runIf(existsSync(file))('are imported whole, with islands, holes and Danish letters', async () => {
  const text = readFileSync(file, 'utf8');
  const read = readBoundaries(text);
  const found = (read.ok ? read.candidates : []).flatMap(({ name, check }) => (check.ok ? [{ name: name, boundary: check.geometry }] : []));
  expect(found).toHaveLength(98);
  const coordinator = await ApiClient.as(api.url, 'coordinator');
  for (const { name, boundary } of found) {
    await coordinator.do('mutation ($input: CreateAreaInput!) { createArea(input: $input) { id } }', { input: { name, boundary } });
  }
  const { areas } = await coordinator.do<{ areas: { name: string; boundary: { type: string; coordinates: unknown[][] } }[] }>('{ areas { name boundary } }');
  const given = (JSON.parse(text) as { features: { geometry: { type: string; coordinates: unknown[] } }[] }).features;
  const rings = (geometry: { type: string; coordinates: unknown }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates as unknown[]] : (geometry.coordinates as unknown[][])).map((polygon) => polygon.length);
  for (const [index, { name }] of found.entries()) {
    const area = areas.find((one) => one.name === name);
    expect(area, name).toBeDefined();
    // As many islands, each with as many holes.
    expect(rings(area?.boundary as never).sort()).toEqual(rings(given[index]?.geometry as never).sort());
  }
  for (const name of ['Ærø', 'Læsø', 'Tårnby', 'Brønderslev', 'Rødovre'])
    expect(
      areas.some((area) => area.name.includes(name)),
      name,
    ).toBe(true);
});
