import { expect, it } from 'vitest';
import { numbered } from './numbered';

it('numbers those that have a place, in the order given', () => {
  const at = (x: number) => ({ place: { type: 'Point' as const, coordinates: [x, 56] as const } });
  const [one, none, two] = [at(10), { place: null }, at(11)];
  const { shown, numberOf } = numbered([one, none, two]);
  expect(shown).toEqual([
    { number: 1, place: one.place },
    { number: 2, place: two.place },
  ]);
  expect([numberOf.get(one), numberOf.get(none), numberOf.get(two)]).toEqual([1, undefined, 2]);
});
