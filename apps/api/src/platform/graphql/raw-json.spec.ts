import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, RawJson, stringify } from './raw-json.js';

describe('stringify', () => {
  it('is JSON.stringify where nothing is ready-made', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => stringify(value) === JSON.stringify(value)));
  });

  it('puts ready-made JSON anywhere, as it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (values) => {
        const ready = values.map((value) => new RawJson(JSON.stringify(value, undefined, 1)));
        expect(JSON.parse(stringify({ list: ready, deep: { one: ready[0] } }))).toEqual(JSON.parse(JSON.stringify({ list: values, deep: { one: values[0] } })));
      }),
    );
    expect(stringify([new RawJson('{ "a":  1.50 }')])).toBe('[{ "a":  1.50 }]');
  });

  it('takes nothing in ready-made text for a mark of its own', () => {
    const mark = stringify({ a: new RawJson('1') }).length; // a first use must not show the mark to later ones
    expect(mark).toBe(7);
    expect(stringify([new RawJson('"$& $1 $$"'), '$&'])).toBe('["$& $1 $$","$&"]');
  });

  it('is the same in UTF-8 and in parts', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.string({ unit: 'binary' }), (values, text) => {
        const parts = values.map((value, index) => (index === 0 ? '' : ',') + JSON.stringify(value));
        const value = { text, list: new RawJson('[', ...parts, ']') };
        expect(stringify(value)).toBe(JSON.stringify({ text, list: values }));
        expect(encode(value).equals(Buffer.from(stringify(value)))).toBe(true);
      }),
    );
  });

  it('is the parsed value to JSON.stringify, and after a failure too', () => {
    const circle: Record<string, unknown> = { raw: new RawJson('1') };
    circle['self'] = circle;
    expect(() => stringify(circle)).toThrow();
    expect(JSON.stringify({ raw: new RawJson('[1]') })).toBe('{"raw":[1]}');
  });
});
