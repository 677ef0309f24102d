import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText, cleanText, findCpr } from './free-text.js';

describe('findCpr', () => {
  it.each([
    '010203-1234',
    '0102031234',
    '010203 1234',
    '010203 - 1234',
    '010203–1234',
    '010203−1234',
    'Ring til 311299-0000 i dag',
    '(290204-1234)',
    '01 02 03-1234',
    '01.02.03-1234',
    '01/02/03 - 1234',
    '０１０２０３-１２３４',
    '610203-1234',
    'cpr:010203-1234.',
    '010203\u00a01234',
    '٠١٠٢٠٣-١٢٣٤',
    '۰۱۰۲۰۳ ۱۲۳۴',
    '99999 010203-1234',
  ])('sees %s', (text) => expect(findCpr(text)).not.toBeNull());

  it.each([
    '',
    'Tlf. 12 34 56 78',
    '+45 12345678',
    '+4512345678',
    '000000-1234',
    '320103-1234',
    '011303-1234',
    '300203-1234',
    '290203-1234',
    '410203-1234',
    '010203-12345',
    '9010203-1234',
    '010203-123',
    'EAN 5790001234567',
    '12.05.26 kl. 1900',
    '2026-05-14',
    'Blok 7, 1. sal, 2300 S',
  ])('lets %s pass', (text) => expect(findCpr(text)).toBeNull());

  it('says where', () => {
    const text = 'Ring til 010203-1234 i dag';
    const { start, end } = findCpr(text) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('010203-1234');
  });

  it('sees every number of a day that exists, in any company of words', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const words = fc.string({ unit: fc.constantFrom('a', ' ', 'ø', '.', '-') });
    fc.assert(
      fc.property(day, fc.nat(9999), fc.constantFrom('', '-', ' '), words, words, (date, last, between, before, after) => {
        const [year, month, dayOfMonth] = date.toISOString().slice(2, 10).split('-');
        expect(findCpr(`${before}${dayOfMonth}${month}${year}${between}${String(last).padStart(4, '0')}${after}`)).not.toBeNull();
      }),
    );
  });

  it('is quick on long texts of digits and blanks', () => {
    const start = performance.now();
    findCpr('01 02 03   '.repeat(20_000));
    findCpr('010203   '.repeat(20_000));
    findCpr('1'.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('cleanText', () => {
  it('composes letters, keeps line breaks, drops what can’t be seen', () => {
    expect(cleanText(' A\u030aben\u0007\r\nhver\tdag\u200b\ufeff ')).toBe('Åben\nhver dag');
    expect(cleanText('skift\u202eretning')).toBe('skiftretning');
    expect(cleanText('👩\u200d👧')).toBe('👩\u200d👧');
  });

  it('is done after one go, and leaves nothing PostgreSQL refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toContain('\0');
        expect(() => encodeURIComponent(clean)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('lets nothing hide between digits', () => {
    expect(findCpr(cleanText('0102\u200d03-12\u200b34'))).not.toBeNull();
    expect(findCpr(cleanText('010203\u200c1234'))).not.toBeNull();
  });

  it('is quick on texts made to be slow', () => {
    const start = performance.now();
    for (const text of ['\u200d', '1\u200d', ' ', 'e\u0301', '\u0301\u0320', '\t\r\n']) cleanText(`a${text.repeat(40_000)}b`);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('drops half a character', () => expect(cleanText('a\ud800b')).toBe('ab'));
});

describe('checkText', () => {
  it('gives null for nothing, and a fault where something is needed', () => {
    expect(checkText(' ', { field: 'note', max: 5 })).toEqual({ text: null });
    expect(checkText(undefined, { field: 'note', max: 5, required: true }).fault).toEqual({ reason: 'FIELD_EMPTY', params: { field: 'note' }, path: 'note' });
    expect(checkText(null, { field: 'name', max: 5, required: true }).fault).toMatchObject({ reason: 'NAME_EMPTY' });
  });

  it('refuses what is far too long unread', () => {
    const start = performance.now();
    expect(checkText('\u0301'.repeat(4_000_000), { field: 'note', max: 2000 }).fault).toMatchObject({ reason: 'TEXT_TOO_LONG' });
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('counts characters, not code units, at the edge', () => {
    expect(checkText('😀😀', { field: 'note', max: 2 }).fault).toBeUndefined();
    expect(checkText('😀😀😀', { field: 'note', max: 2 }).fault).toMatchObject({ reason: 'TEXT_TOO_LONG', params: { max: 2 } });
  });
});
