import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf } from './csv';

it('quotes what has to be quoted, and ends lines as the standard says', () => {
  expect(
    csvOf([
      ['Navn', 'Note'],
      ['Klubben; den nye', 'Siger "ja"\nog mere'],
    ]),
  ).toBe('\uFEFFNavn;Note\r\n"Klubben; den nye";"Siger ""ja""\nog mere"\r\n');
});

it('never hands a spreadsheet a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, rest) => {
      const [cell = ''] = csvOf([[first + rest]])
        .slice(1)
        .split(/;|\r\n$/);
      return cell.replace(/^"/, '').startsWith("'");
    }),
  );
});
