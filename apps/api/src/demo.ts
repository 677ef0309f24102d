/** `dist/demo.js`: what infra/local/demo/seed.mjs calls with the demonstration it tells. */
import { Client } from 'pg';
import type { DemoTenant } from './demo/demo-facts.js';
import { writeDemo } from './demo/write-demo.js';

/**
 * @param adminUrl a login that may become kvarter_owner
 * @param demo tells the demonstration from the moment of seeding
 * @returns whether anything was written: not where the tenants are there already
 */
export async function seedDemo(adminUrl: string, demo: (now: Date) => readonly DemoTenant[]): Promise<boolean> {
  const now = new Date();
  const client = new Client({ connectionString: adminUrl, application_name: 'kvarter demo' });
  await client.connect();
  try {
    return await writeDemo(client, demo(now), now);
  } finally {
    await client.end();
  }
}
