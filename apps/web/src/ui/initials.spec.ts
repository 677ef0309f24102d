import { expect, it } from 'vitest';
import { initials } from './initials';

it.each([
  ['Mette Holm', 'MH'],
  ['Jonas', 'J'],
  ['  åse  marie ørsted ', 'ÅØ'],
  ['🌳 Lund', '🌳L'],
  ['', ''],
])('initials of %j are %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
