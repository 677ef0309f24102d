import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCalendarDate } from './calendar-date.js';

const shape = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function parse(value: unknown): Date {
  const found = typeof value === 'string' ? shape.exec(value) : null;
  if (!found || !isCalendarDate(found[1])) throw new GraphQLError('not a moment in time');
  return new Date(value as string);
}

function serialize(value: unknown): string {
  const moment = value instanceof Date ? value : parse(value);
  if (Number.isNaN(moment.getTime())) throw new GraphQLError('not a moment in time');
  return moment.toISOString();
}

/** A moment in time, RFC 3339 with its offset; a Date inside, out always in UTC with milliseconds. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in time as RFC 3339 text with offset, for instance 2026-11-21T09:00:00.000Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
