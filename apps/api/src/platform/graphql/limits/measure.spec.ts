import { buildSchema, type GraphQLObjectType, getIntrospectionQuery, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.js';
import { measure } from './measure.js';

const schema = buildSchema(`
  interface Named { name: String! }
  type Thing implements Named { id: ID! name: String! parts: [Thing!]! tags: [String!]! whole: Thing dear: Int }
  type Query { thing: Thing! things: [Thing!]! number: Int cheap: Int }
`);
const thing = schema.getType('Thing') as GraphQLObjectType;
Object.assign(thing.getFields()['dear']?.extensions ?? {}, { complexity: 70 });
Object.assign(schema.getQueryType()?.getFields()['cheap']?.extensions ?? {}, { complexity: 2 });

const of = (text: string) => {
  const document = parse(text);
  return measure(schema, document, document.definitions[0] as OperationDefinitionNode);
};

describe('measure', () => {
  it('counts fields, depth, aliases and points', () => {
    expect(of('{ number }')).toEqual({ depth: 1, fields: 1, aliases: 0, cost: 250 });
    expect(of('{ n: number m: number }')).toEqual({ depth: 1, fields: 2, aliases: 2, cost: 500 });
    expect(of('{ thing { id tags whole { n: name } } }')).toEqual({ depth: 3, fields: 5, aliases: 1, cost: 254 });
  });

  it('counts what lies below a list tenfold, and its own complexity where a field has one', () => {
    expect(of('{ things { id parts { id name } } }').cost).toBe(250 + 10 * (1 + 1 + 10 * 2));
    expect(of('{ cheap thing { dear } }').cost).toBe(2 + 250 + 70);
  });

  it('counts a fragment wherever it is spread, by itself or inline', () => {
    const inline = of('{ thing { ... on Named { name } ... { id } } things { name id } }');
    expect(of('{ thing { ...N ...I } things { ...N ...I } } fragment N on Named { name } fragment I on Thing { id }')).toEqual(inline);
    expect(inline).toEqual({ depth: 2, fields: 6, aliases: 0, cost: 250 + 2 + 250 + 20 });
  });

  it('counts doubling fragments without taking their time', () => {
    const text = `{ thing { ...F0 } } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Thing { id ${i < 59 ? `...F${i + 1} ...F${i + 1}` : ''} }`).join(' ')}`;
    expect(of(text).fields).toBeGreaterThan(2 ** 59);
  });

  it('finds circles and endless depth without end', () => {
    expect(of('{ thing { ...A } } fragment A on Thing { whole { ...B } } fragment B on Thing { whole { ...A } }').depth).toBe(Infinity);
    expect(of(`{ thing ${'{ whole '.repeat(1_000)}{ id }${' }'.repeat(1_000)} }`).depth).toBe(Infinity);
  });

  it('takes what is unknown for one field each: validation refuses it', () => {
    expect(of('{ thing { nothing { at { all } } ...Missing } }')).toEqual({ depth: 4, fields: 4, aliases: 0, cost: 253 });
  });

  it('leaves room for introspection', () => {
    const { depth, fields, aliases, cost } = of(getIntrospectionQuery());
    expect(depth <= limits.depth && fields <= limits.fields && aliases <= limits.aliases && cost <= limits.cost).toBe(true);
  });
});
