import { expect, it } from 'vitest';
import { derivedUrl, rooms } from '../../apps/api/src/platform/db/logins.js';
import { derivedLogins } from './logins.mjs';

it('gives the same passwords under another name, port and database of the server', () => {
  const passwords = (adminUrl: string) => Object.values(derivedLogins(adminUrl)).map((url) => new URL(url).password);
  expect(passwords('postgres://a:b@localhost/one')).toEqual(passwords('postgres://a:b@127.0.0.1:5555/two'));
  expect(passwords('postgres://a:b@localhost/one')).not.toEqual(passwords('postgres://a:c@localhost/one'));
});

it('derives the logins the migration makes', () => {
  const adminUrl = 'postgres://admin:p%40ss@db.example:5433/kvarter?sslmode=require';
  expect(Object.values(derivedLogins(adminUrl))).toEqual(rooms.map(({ login }) => derivedUrl(adminUrl, login)));
});
