import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areSimilarNames, nameKey } from './similar-names.js';

describe('names that mean the same', () => {
  it.each([
    ['Klub Lunden', 'klub  lunden'],
    ['Klub Lunden', 'Lunden, klub'],
    ['Åkøbing Boldklub', 'Aakoebing Boldklub'],
    ['Spejderne (Åens)', 'Åens spejderne'],
    ['Café Lunden', 'Cafe Lunden'],
    ['Bager & Café', 'Bager og café'],
    ['Boligforeningen Fjordbo', 'Boligforeninge Fjordbo'],
    ['Nyttehaveforeningen', 'Nytehaveforeninge'],
    ['Spaden', 'Spadan'],
  ])('%s is %s', (one, other) => {
    expect(areSimilarNames(one, other)).toBe(true);
    expect(areSimilarNames(other, one)).toBe(true);
  });

  it.each([
    ['Klub Lunden', 'Klub Fjorden'],
    ['Ildsjæl, blok 3', 'Ildsjæl, blok 4'],
    ['Opgang A', 'Opgang B'],
    ['Ida', 'Ada'],
    ['Skolen', 'Klubben'],
    ['Lundeskolen', 'Lundeskolens SFO'],
    ['', ''],
    ['!!', '??'],
  ])('%s is not %s', (one, other) => {
    expect(areSimilarNames(one, other)).toBe(false);
  });

  it('says the same whichever way round, and of any name that it is like itself', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 40 }), string({ unit: 'grapheme', maxLength: 40 }), (one, other) => {
        expect(areSimilarNames(one, other)).toBe(areSimilarNames(other, one));
        expect(areSimilarNames(one, one)).toBe(nameKey(one) !== '');
      }),
    );
  });
});
