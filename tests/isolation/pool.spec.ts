/** One pool of five connections for everyone: no transaction ever sees the settings of another, however they interleave or break. */
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Db } from '../../apps/api/src/platform/db/db.js';
import { openDb } from '../../apps/api/src/platform/db/open.js';
import { connect } from './rooms.js';
import { makeTenant, type Tenant } from './two-tenants.js';

const proof = process.env['KVARTER_TEST_PROOF'] === '1';
const runs = proof ? 100_000 : 2_000;
const tenants: Tenant[] = [];

let admin: Client;
let db: Db;
beforeAll(async () => {
  admin = await connect('admin');
  await admin.query('set role kvarter_owner');
  for (let n = 0; n < (proof ? 98 : 12); n++) tenants.push(await makeTenant(admin));
  db = await openDb(Db, inject('database').appUrl, [], 5);
});
afterAll(async () => {
  await db.close();
  await admin.end();
});

it('shows each transaction its own tenant and nothing else', async () => {
  let next = 0;
  let wrong = 0;
  const names = () => db.query<{ name: string }>('select name from open_room.area');
  const one = async (): Promise<void> => {
    while (next < runs) {
      const n = next++;
      const mine = tenants[n % tenants.length] as Tenant;
      const as = { personId: mine.coordinator, tenant: { id: mine.tenantId, slug: '' } };
      if (n % 7 === 0) {
        // It breaks in the middle: by an error of its own, or of the database's.
        const broken = db.run(as, 'read', async () => {
          await names();
          if (n % 2) throw new Error('given up');
          await db.query('select 1 / 0');
        });
        await expect(broken).rejects.toThrow();
      } else if (n % 11 === 0) {
        const seen = await db.run(null, 'read', names);
        if (seen.length > 0) wrong += 1;
      } else {
        const seen = await db.run(as, 'read', names, { readOnly: n % 2 === 0 });
        if (seen.length !== 1 || seen[0]?.name !== mine.canary) wrong += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 20 }, one));
  expect(wrong).toBe(0);
});
