import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes } from './codes.js';
import { fieldNames } from './field-names.js';
import { locales } from './locales.js';
import { codeOf, isReason, type ParamsOf, type Reason, reasons } from './reasons.js';
import { localeOf, render } from './render.js';

const all = Object.keys(reasons) as Reason[];
const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('the reasons', () => {
  it.each(all)('%s speaks both languages, with the same placeholders and a known code', (reason) => {
    const { da, en } = reasons[reason];
    expect(codes).toContain(codeOf(reason));
    expect(placeholdersOf(da)).toEqual(placeholdersOf(en));
    expect(da).not.toBe(en);
    for (const text of [da, en]) {
      expect(text).toMatch(/^[A-ZÆØÅ].*\.$/su);
      // What happened, and what to do now: two sentences at least.
      expect(text.split(/[.:;] /).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('give every code at least one reason', () => {
    expect(new Set(all.map(codeOf))).toEqual(new Set(codes));
  });

  it('are told from other texts', () => {
    expect(isReason('CPR_NUMBER')).toBe(true);
    expect(isReason('toString')).toBe(false);
    expect(isReason(undefined)).toBe(false);
  });
});

describe('render', () => {
  const params = fc.record({
    field: fc.constantFrom(...Object.keys(fieldNames)),
    max: fc.integer(),
    min: fc.integer(),
    seconds: fc.nat(),
    lat: fc.double({ noNaN: true, noDefaultInfinity: true }),
    lon: fc.double({ noNaN: true, noDefaultInfinity: true }),
    correlationId: fc.uuid(),
  });

  it('fills every placeholder of every reason in every language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...locales), params, (reason, locale, given) => {
        const text = render(reason, given as unknown as ParamsOf<Reason>, locale);
        expect(text).not.toMatch(/[{}…]|undefined|null|NaN|\[object/);
        expect(text).toMatch(/^[A-ZÆØÅ]/u);
      }),
    );
  });

  it('never says undefined when params of another version are missing or odd', () => {
    const odd = fc.dictionary(fc.constantFrom('field', 'max', 'min', 'lat', 'lon', 'seconds'), fc.anything());
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...locales), odd, (reason, locale, given) => {
        const text = render(reason, given as unknown as ParamsOf<Reason>, locale);
        const own = JSON.stringify(Object.values(given));
        if (!/undefined|NaN|\[object/.test(own)) expect(text).not.toMatch(/undefined|NaN|\[object/);
        expect(text).not.toMatch(/\{\w+\}/);
      }),
    );
  });

  it('writes numbers and names the way each language does', () => {
    expect(render('GEOMETRY_TOO_LARGE', { max: 20_000 }, 'da')).toContain('20.000 punkter');
    expect(render('GEOMETRY_TOO_LARGE', { max: 20_000 }, 'en')).toContain('20,000 points');
    expect(render('GEOMETRY_SELF_INTERSECTION', { lat: 55.5, lon: 12.25 }, 'da')).toContain('55,5 nord, 12,25 øst');
    expect(render('CPR_NUMBER', { field: 'note' }, 'da')).toContain('beskrivelsen er ikke gemt');
    expect(render('CPR_NUMBER', { field: 'note' }, 'en')).toContain('the description has not been saved');
  });
});

describe('localeOf', () => {
  it.each([
    ['da', 'da'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['sv,en;q=0.5,da;q=0.8', 'da'],
    ['de, en;q=0', 'da'],
    ['fr', 'da'],
    ['', 'da'],
    [undefined, 'da'],
    [null, 'da'],
    ['EN', 'en'],
    ['*', 'da'],
  ])('%s asks for %s', (header, locale) => expect(localeOf(header)).toBe(locale));

  it('answers one of ours to anything', () => {
    fc.assert(fc.property(fc.string(), (header) => locales.includes(localeOf(header))));
  });
});
