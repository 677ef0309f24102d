import { describe, expect, it } from 'vitest';
import { blankFeature } from './feature-fields.js';
import { looksLikePersonName, namesSomebody } from './person-names.js';

describe('looksLikePersonName', () => {
  it.each([
    'Peter Jensen',
    'Vi talte med Fatima Hassan i går',
    'Søren Ågård',
    'Niels Gade går en tur',
    'Anne Marie Holm',
    'Ida Nørgård',
    'Anne-Marie Holm',
    'Ida B. Holm',
    'Mohammed Al-Khatib',
    'hos Lone Bech, opgang 3',
    'Jens\nHolm',
  ])('warns of %s', (text) => expect(looksLikePersonName(text)).toBe(true));

  it.each([
    '',
    'Stien bag vaskeriet',
    'Peter',
    'Peter kommer tit',
    'Peter Bangs Vej',
    'Christian Winthers Vej 3',
    'Sankt Hans Torv',
    'Hans Tavsens Park',
    'Klub Ida',
    'Maria Kirken',
    'Karen Blixens Plads',
    'Sankt Hans Gade',
    'Skt. Peter Kirke',
    'Hans Jensensvej',
    'Anna. Derefter går vi',
    'peter jensen',
    'Grønne Ringe Forening',
    'Boldklubben Frem',
  ])('lets %s pass', (text) => expect(looksLikePersonName(text)).toBe(false));
});

describe('namesSomebody', () => {
  const enthusiast = blankFeature('ENTHUSIAST', 'Lone Bech');

  it('looks at every text of a mark', () => {
    const blank = blankFeature('NOTE', 'Bænk');
    expect(namesSomebody(blank)).toBe(false);
    expect(namesSomebody({ ...blank, note: 'Spørg Lone Bech' })).toBe(true);
    expect(namesSomebody({ ...blank, details: { couldHelp: 'Lone Bech' } })).toBe(true);
    expect(namesSomebody({ ...blank, voices: [{ id: 'v', capacity: 'Lone Bech', stance: 'SAYS', saidOn: '2026-05-14' }] })).toBe(true);
  });

  it('lets an enthusiast who said yes be named, in the name alone', () => {
    expect(namesSomebody(enthusiast)).toBe(true);
    expect(namesSomebody({ ...enthusiast, details: { consent: true } })).toBe(false);
    expect(namesSomebody({ ...enthusiast, details: { consent: true }, note: 'Gift med Peter Bech' })).toBe(true);
    expect(namesSomebody({ ...enthusiast, kind: 'NOTE', details: { consent: true } })).toBe(true);
  });
});
