import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openPassword, sealPassword } from './sealed-password.js';

const [key, tenant] = [randomBytes(32), randomUUID()];

it('a sealed password opens for its tenant under its key, and no other', () => {
  const sealed = sealPassword(key, tenant, 'rød grød 1');
  expect(openPassword(key, tenant, sealed)).toBe('rød grød 1');
  expect(sealed.toString('latin1')).not.toContain('gr');
  expect(sealPassword(key, tenant, 'rød grød 1')).not.toEqual(sealed);
  expect(openPassword(key, randomUUID(), sealed)).toBeNull();
  expect(openPassword(randomBytes(32), tenant, sealed)).toBeNull();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openPassword(key, tenant, changed)).toBeNull();
  }
});
