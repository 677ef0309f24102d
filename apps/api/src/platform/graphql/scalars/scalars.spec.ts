import * as fc from 'fast-check';
import { type GraphQLScalarType, parseValue as literal } from 'graphql';
import { describe, expect, it } from 'vitest';
import { RawJson } from '../raw-json.js';
import { CalendarDate } from './calendar-date.js';
import { DateTime } from './date-time.js';
import { GeoJSONFeatureCollection, GeoJSONGeometry } from './geo-json.js';
import { UUID } from './uuid.js';

/** Given as a variable and as a literal, a value has to meet the same fate. */
const takes = (scalar: GraphQLScalarType, value: unknown): boolean => {
  const fates = [() => scalar.parseValue(value), () => scalar.parseLiteral(literal(JSON.stringify(value)))].map((parse) => {
    try {
      parse();
      return true;
    } catch (error) {
      if (typeof value === 'string' && value.length > 4) expect(String(error)).not.toContain(value);
      return false;
    }
  });
  expect(fates[0]).toBe(fates[1]);
  return fates[0] as boolean;
};

describe('UUID', () => {
  it('takes any version, in lower case from then on', () => {
    fc.assert(fc.property(fc.uuid(), (id) => UUID.parseValue(id.toUpperCase()) === id));
    expect(takes(UUID, '00000000-0000-0000-0000-000000000000')).toBe(true);
  });

  it.each([
    '',
    'x',
    '0b7d2c9e2f7c4a519a3f0d6d3f3f1c11',
    '{0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11}',
    '0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11\n',
    '0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c1g',
    7,
    true,
    ['0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11'],
  ])('refuses %j', (value) => expect(takes(UUID, value)).toBe(false));
});

describe('DateTime', () => {
  it('takes every moment it sends', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') }), (moment) => {
        expect(DateTime.parseValue(DateTime.serialize(moment))).toEqual(moment);
      }),
    );
    expect(DateTime.parseValue('2026-03-29T03:00:00+02:00')).toEqual(new Date('2026-03-29T01:00:00Z'));
  });

  it.each([
    '',
    '2026-11-21',
    '2026-11-21T09:00:00',
    '2026-02-30T09:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T09:60:00Z',
    '2026-11-21 09:00:00Z',
    '2026-11-21T09:00:00+25:00',
    1_700_000_000_000,
    null,
    {},
  ])('refuses %j', (value) => expect(takes(DateTime, value)).toBe(false));

  it('sends no moment that is none', () => {
    expect(() => DateTime.serialize(new Date(Number.NaN))).toThrow();
    expect(() => DateTime.serialize('yesterday')).toThrow();
  });
});

describe('Date', () => {
  it.each(['2024-02-29', '0001-01-01', '9999-12-31'])('takes %s', (value) => expect(takes(CalendarDate, value)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '2026-11-21T00:00:00Z', '+12026-11-21', 20_261_121, null])(
    'refuses %j',
    (value) => expect(takes(CalendarDate, value)).toBe(false),
  );
});

describe('GeoJSON', () => {
  it('passes any JSON value in, as variable or literal', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => GeoJSONGeometry.parseValue(value) === value));
    const point = { type: 'Point', coordinates: [10.2, 56.1] };
    expect({ ...(GeoJSONGeometry.parseLiteral(literal('{type: "Point", coordinates: [10.2, 56.1]}')) as object) }).toEqual(point);
  });

  it('sends ready-made text as it stands, and takes no collection in', () => {
    const ready = new RawJson('{}');
    expect(GeoJSONFeatureCollection.serialize(ready)).toBe(ready);
    expect(() => GeoJSONFeatureCollection.parseValue({})).toThrow();
    expect(() => GeoJSONFeatureCollection.parseLiteral(literal('{a: 1}'))).toThrow();
  });
});
