import { expect, it } from 'vitest';
import { derivedUrl, rooms } from '../../apps/api/src/platform/db/logins.js';
import { derivedLogins } from './logins.mjs';

it('derives the logins the migration makes', () => {
  const adminUrl = 'postgres://admin:p%40ss@db.example:5433/kvarter?sslmode=require';
  expect(Object.values(derivedLogins(adminUrl))).toEqual(rooms.map(({ login }) => derivedUrl(adminUrl, login)));
});
