import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';

/**
 * Passes any JSON value through unlooked-at: the service checks it with libs/geo. If the scalar threw,
 * one bad geometry would refuse a whole batch of edits.
 */
export const GeoJSONGeometry = new GraphQLScalarType<unknown, unknown>({
  name: 'GeoJSONGeometry',
  description: 'A GeoJSON geometry (RFC 7946), WGS84 longitude and latitude.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc7946',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

const neverAnInput = (): never => {
  throw new GraphQLError('a feature collection is never an input');
};

/** Only ever sent: built by PostgreSQL and passed through as RawJson. */
export const GeoJSONFeatureCollection = new GraphQLScalarType<never, unknown>({
  name: 'GeoJSONFeatureCollection',
  description: 'A GeoJSON feature collection (RFC 7946), WGS84 longitude and latitude.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc7946',
  serialize: (value) => value,
  parseValue: neverAnInput,
  parseLiteral: neverAnInput,
});
