import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function parse(value: unknown): string {
  if (typeof value !== 'string' || !shape.test(value)) throw new GraphQLError('not a UUID');
  return value.toLowerCase();
}

/** RFC 9562 text of any version; lower case inside. */
export const UUID = new GraphQLScalarType<string, string>({
  name: 'UUID',
  description: 'A UUID as text, 36 characters.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
