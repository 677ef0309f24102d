import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Whether it is YYYY-MM-DD and that day exists, from year 1 on. */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || value.startsWith('0000')) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function parse(value: unknown): string {
  if (!isCalendarDate(value)) throw new GraphQLError('not a date');
  return value;
}

/** A day without a time or time zone, as YYYY-MM-DD text inside and out (`to_char` or `::text` in SQL, not a Date). */
export const CalendarDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day as YYYY-MM-DD.',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
