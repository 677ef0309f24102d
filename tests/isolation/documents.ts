/** Random documents of the contract: any field, deep or broad, with arguments that fit, nearly fit, or don't. */
import * as fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { square } from '../support/areas.js';
import { meant, schema, type Things } from './graphql-attacks.js';

export type Kind = 'query' | 'mutation' | 'subscription';

export interface RandomDocument {
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

const deepest = 6;

/** Texts that went wrong somewhere, some time. */
const texts = [
  '',
  ' ',
  'tekst',
  'INTERVENTION',
  'AGREEMENT',
  'Æ'.repeat(121),
  'x'.repeat(5_000),
  '\u0000',
  '\u202e',
  '\ud800',
  "'; drop table x; --",
  '${x}',
  '<script>',
  '010190-1234',
  'null',
  '👩‍👩‍👧‍👦',
];
const numbers = [0, 1, -1, 2, 7, 0.5, -0, 180, -180.0000001, 90, 1e-320, 1e308, 2_147_483_647, 2_147_483_648, -2_147_483_648, 9_007_199_254_740_991];
const moments = [
  '2026-11-21T09:00:00.000Z',
  '2026-11-21',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59.999999Z',
  '+275760-09-13T00:00:00Z',
  '2026-02-30',
  '0001-01-01',
  '1990-01-01',
  '2299-12-31',
  '2026-11-21T24:00:00+25:00',
  '1',
  'infinity',
];
const places: unknown[] = [
  square(),
  { type: 'Point', coordinates: [10.005, 56.005] },
  { type: 'Point', coordinates: [10.005, 56.005, 3] },
  { type: 'Point', coordinates: [] },
  { type: 'Point', coordinates: [null, '56'] },
  { type: 'Point', coordinates: [1e308, -1e308] },
  { type: 'LineString', coordinates: [[10, 56]] },
  {
    type: 'LineString',
    coordinates: [
      [10, 56],
      [10.001, 56.001],
    ],
  },
  {
    type: 'Polygon',
    coordinates: [
      [
        [10, 56],
        [10.01, 56.01],
        [10.01, 56],
        [10, 56.01],
        [10, 56],
      ],
    ],
  },
  { type: 'Polygon', coordinates: [] },
  { type: 'MultiPolygon', coordinates: [square().coordinates] },
  { type: 'GeometryCollection', geometries: [] },
  { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [10, 56] }] }] },
  { type: 'Feature', geometry: null, properties: {} },
  { type: 'Sphere' },
  {},
  [],
  'POINT(10 56)',
];

/** One document, in one of four cases a wild one. It names the things of these worlds, and by chance what never was. */
export function randomDocument(g: GeneratorValue, kind: Kind, worlds: readonly Things[]): RandomDocument {
  return new Writer(g, worlds).document(kind);
}

class Writer {
  private readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  /** Whether arguments and fields may be such as don't fit. */
  private readonly wild: boolean;
  private aliases = 0;
  private root = '';

  constructor(
    private readonly g: GeneratorValue,
    private readonly worlds: readonly Things[],
  ) {
    this.wild = this.once(4);
  }

  document(kind: Kind): RandomDocument {
    const root = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[kind] as GraphQLObjectType;
    const body = this.selection(root, deepest, kind === 'subscription' || !this.once(3) ? 1 : 3);
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    return { text: [`${kind} Any${declared} ${body}`, ...this.fragments].join('\n'), variables: this.variables };
  }

  private below(most: number): number {
    return this.g(fc.nat, { max: most - 1 });
  }

  private once(in_: number): boolean {
    return this.below(in_) === in_ - 1;
  }

  private one<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }

  private selection(type: GraphQLObjectType, depth: number, most = 6): string {
    const all = Object.values(type.getFields());
    const possible = depth > 1 ? all : all.filter(({ type: below }) => !isObjectType(getNamedType(below)));
    const parts = Array.from({ length: 1 + this.below(most) }, () => (possible.length > 0 ? this.field(this.one(possible), depth) : '__typename'));
    if (this.once(8)) parts.push('__typename');
    if (this.wild && this.once(20)) parts.push(this.one(['nothing', '__schema { types { name } }', '... on Area { id }', '...Unknown']));
    if (this.once(10)) parts.push(`... on ${type.name}${this.directive()} { __typename }`);
    const body = `{ ${parts.join(' ')} }`;
    if (!this.once(12) || depth === deepest) return body;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `{ ...${name}${this.directive()} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    if (depth === deepest) this.root = field.name;
    // Two of a name with other arguments are a conflict, which is worth a wild document now and then.
    const alias = field.args.length > 0 && !this.wild ? `a${this.aliases++}: ` : this.once(5) && this.wild ? `a${this.below(4)}: ` : '';
    const passed = field.args.filter((arg) => isNonNullType(arg.type) || this.once(2)).map((arg) => this.argument(arg));
    const named = getNamedType(field.type);
    const below = isObjectType(named) ? ` ${this.selection(named, depth - 1)}` : '';
    return `${alias}${field.name}${passed.length > 0 ? `(${passed.join(', ')})` : ''}${this.directive()}${below}`;
  }

  private directive(): string {
    return this.once(15) ? ` @${this.one(['include', 'skip'])}(if: ${this.one(['true', 'false'])})` : '';
  }

  private argument({ name, type }: GraphQLArgument): string {
    const value = this.value(type, name);
    if (this.once(3)) {
      const literal = literalOf(value, type);
      if (literal !== undefined) return `${name}: ${literal}`;
    }
    const variable = `v${this.declared.length}`;
    this.declared.push(`$${variable}: ${this.wild && this.once(20) ? 'String' : String(type)}`);
    this.variables[variable] = value;
    return `${name}: $${variable}`;
  }

  private value(type: GraphQLInputType, name: string): unknown {
    if (this.wild && this.once(15)) return this.one<unknown>([null, 'x', 7, [], {}, true, [[null]], { a: { b: 1 } }]);
    if (isNonNullType(type)) return this.something(type.ofType, name);
    return this.once(8) ? null : this.something(type, name);
  }

  private something(type: GraphQLInputType, name: string): unknown {
    if (isListType(type)) return Array.from({ length: this.below(4) }, () => this.value(type.ofType, name));
    if (isEnumType(type)) return this.one(type.getValues()).name;
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((one) => isNonNullType(one.type) || this.once(2))
          .map((one) => [one.name, this.value(one.type, one.name)]),
      );
    return this.scalar(type.name, name);
  }

  private scalar(type: string, name: string): unknown {
    const world = this.one(this.worlds);
    if (type === 'UUID')
      return (this.wild && this.once(6) ? this.one(['', 'x', '{}', ...Object.values(world)]) : world[meant(this.root, name)]) ?? this.g(fc.uuid);
    if (type === 'Boolean') return this.once(2);
    if (type === 'Int') return this.wild && this.once(3) ? this.g(fc.integer) : this.one(this.wild ? numbers : [0, 1, 2]);
    if (type === 'Float')
      return this.wild && this.once(3) ? this.g(fc.double, { noNaN: true, noDefaultInfinity: true }) : this.one(this.wild ? numbers : [0, 9.5, 56]);
    if (type === 'DateTime' || type === 'Date') return this.wild ? this.one(moments) : type === 'Date' ? '2026-11-21' : moments[0];
    if (type.startsWith('GeoJSON')) return this.wild && this.once(6) ? this.g(fc.jsonValue) : this.one(this.wild ? places : places.slice(0, 2));
    return this.wild ? this.g(fc.string, { unit: 'binary', maxLength: 40 }) : this.one(texts);
  }
}

/** Sound variables with one value in them made odd, by turns: each leaf of each argument, with all that went wrong somewhere. */
export function* oddVariables(field: GraphQLField<unknown, unknown>, sound: Record<string, unknown>): Generator<Record<string, unknown>> {
  for (const { name, type } of field.args) for (const odd of oddOnes(type, sound[name])) yield { ...sound, [name]: odd };
}

function* oddOnes(type: GraphQLInputType, sound: unknown): Generator<unknown> {
  if (isNonNullType(type)) return yield* oddOnes(type.ofType, sound);
  yield null;
  if (isListType(type)) {
    yield [];
    yield [sound, sound].flat();
    for (const odd of oddOnes(type.ofType, (sound as unknown[])[0])) yield [odd];
  } else if (isInputObjectType(type)) {
    const whole = sound as Record<string, unknown>;
    for (const { name, type: below } of Object.values(type.getFields())) for (const odd of oddOnes(below, whole[name])) yield { ...whole, [name]: odd };
  } else if (isEnumType(type)) yield* type.getValues().map((one) => one.name);
  else if (type.name === 'Int' || type.name === 'Float') yield* numbers;
  else if (type.name === 'DateTime' || type.name === 'Date') yield* moments;
  else if (type.name.startsWith('GeoJSON')) yield* places;
  else if (type.name === 'String') yield* texts;
}

/** As GraphQL writes it; undefined where a name in it can't be written. */
function literalOf(value: unknown, type: GraphQLInputType): string | undefined {
  if (isNonNullType(type)) return literalOf(value, type.ofType);
  if (isListType(type) && Array.isArray(value))
    return bracketed(
      '[',
      value.map((one) => literalOf(one, type.ofType)),
      ']',
    );
  if (isEnumType(type) && typeof value === 'string' && /^\w+$/.test(value)) return value;
  if (isInputObjectType(type) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const fields = type.getFields();
    return bracketed(
      '{',
      Object.entries(value).map(([name, one]) => {
        const literal = fields[name] && literalOf(one, fields[name].type);
        return literal === undefined ? undefined : `${name}: ${literal}`;
      }),
      '}',
    );
  }
  return typeof value === 'object' && value !== null ? undefined : JSON.stringify(value);
}

const bracketed = (open: string, parts: readonly (string | undefined)[], close: string): string | undefined =>
  parts.includes(undefined) ? undefined : `${open}${parts.join(', ')}${close}`;
