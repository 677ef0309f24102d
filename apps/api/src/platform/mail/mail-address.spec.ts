import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailAddress, oneLine } from './mail-address.js';

describe('an address', () => {
  it.each([
    ['mette@aakoebing.dk', 'mette@aakoebing.dk'],
    ['  mette.holm+kort@aakoebing.dk ', 'mette.holm+kort@aakoebing.dk'],
    ['mette@Åkøbing.DK', 'mette@xn--kbing-lra8k.dk'],
  ])('%j goes out as %j', (given, sent) => expect(mailAddress(given)).toBe(sent));

  it.each([
    '',
    'mette',
    '@aakoebing.dk',
    'mette@',
    'mette@localhost',
    'mette@127.0.0.1',
    'me tte@aakoebing.dk',
    'mette@aakoebing.dk\r\nBcc: alle@aakoebing.dk',
    'mette@aakoebing.dk>, <alle@aakoebing.dk',
    'mette@aakoebing.dk/x',
    'a..b@aakoebing.dk',
    '"mette"@aakoebing.dk',
    'søren@aakoebing.dk',
    `${'x'.repeat(65)}@aakoebing.dk`,
    `x@${'aakoebing.'.repeat(30)}dk`,
  ])('%j is none', (given) => expect(mailAddress(given)).toBeNull());

  it('never holds what could end a header or name a second recipient', () => {
    const nearly = fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom('@', '@a.dk', '@a.dk\r\nBcc: ', ' <', '>, ', '\0'), fc.string());
    fc.assert(
      fc.property(nearly, (parts) => {
        const sent = mailAddress(parts.join(''));
        if (sent !== null) expect(sent).toMatch(/^[!-~]+@[a-z0-9.-]+$/);
        if (sent !== null) expect(sent).not.toMatch(/[<>,;:"()[\]\\\s]/);
      }),
    );
  });
});

it('one line of a header is one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\r\n\0\u0085\u2028\u2029]/);
    }),
  );
  expect(oneLine('Møde\r\nBcc: alle@aakoebing.dk')).toBe('Møde Bcc: alle@aakoebing.dk');
});
