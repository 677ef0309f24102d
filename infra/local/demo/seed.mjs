/**
 * `node infra/local/demo/seed.mjs`: fills an empty database with the demonstration, for evaluation and
 * development. Does nothing where it is there already. Wants KVARTER_DATABASE_ADMIN_URL, a migrated
 * database and a built api.
 */
import { demo } from './demo.mjs';

const adminUrl = process.env['KVARTER_DATABASE_ADMIN_URL'];
if (!adminUrl) {
  console.error('KVARTER_DATABASE_ADMIN_URL is missing: it names a login that may become kvarter_owner.');
  process.exit(1);
}

/** @type {{ seedDemo: (adminUrl: string, demo: (now: Date) => unknown) => Promise<boolean> }} built, so that data and rules can't drift apart */
const { seedDemo } = await import(new URL('../../../apps/api/dist/demo.js', import.meta.url).href);
console.log((await seedDemo(adminUrl, demo)) ? 'demo data is ready' : 'demo data was there already');
