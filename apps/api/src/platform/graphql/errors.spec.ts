import { BadRequestException, ForbiddenException, InternalServerErrorException, NotFoundException } from '@nestjs/common';
import { GraphQLError, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logTo } from '../log/log.js';
import { refuse } from './errors.js';
import { formatError } from './format-error.js';

const lines: string[] = [];
let back: () => void;
beforeAll(() => {
  back = logTo({ write: (line) => lines.push(line) });
});
afterAll(() => back());

const format = (thrown: unknown, locale: 'da' | 'en' = 'da') => formatError(thrown, { locale, correlationId: 'number-7', operation: 'AreaMap' });
const node = parse('{ a }').definitions[0];

describe('formatError', () => {
  it('gives a refusal its words, code, reason, params and place', () => {
    const error = format(refuse('NAME_TOO_LONG', { max: 120 }, { field: 'input.name' }), 'en');
    expect(error).toEqual({
      message: 'The name may be 120 characters at most. It is not saved yet. Shorten it and put the rest in the description.',
      extensions: { code: 'INVALID_INPUT', reason: 'NAME_TOO_LONG', params: { max: 120 }, field: 'input.name' },
    });
    expect(format(refuse('NAME_TOO_LONG', { max: 120 })).message).toContain('Navnet må højst være 120 tegn');
  });

  it('finds the refusal however often the library wrapped it, and keeps the path', () => {
    const inner = new GraphQLError('x', { originalError: refuse('NOT_ALLOWED') });
    const outer = new GraphQLError('x', { originalError: inner, path: ['area', 'name'], nodes: node });
    expect(format(outer)).toMatchObject({ path: ['area', 'name'], extensions: { code: 'FORBIDDEN' } });
  });

  it.each([
    ['a refusal of Nest: input', new BadRequestException('secret'), 'INVALID_INPUT'],
    ['a refusal of Nest: right', new ForbiddenException('secret'), 'FORBIDDEN'],
    ['a refusal of Nest: address', new NotFoundException('secret'), 'NOT_FOUND'],
    ['a fault behind Nest', new InternalServerErrorException('secret'), 'INTERNAL'],
    ['text PostgreSQL can not keep', Object.assign(new Error('secret'), { code: '22021' }), 'INVALID_INPUT'],
    ['json PostgreSQL can not keep', Object.assign(new Error('secret'), { code: '22P05' }), 'INVALID_INPUT'],
    ['another error of PostgreSQL', Object.assign(new Error('secret'), { code: '23505' }), 'INTERNAL'],
    [
      'an argument the library refuses',
      new GraphQLError('secret', { path: ['a'], nodes: node, originalError: new GraphQLError('secret', { nodes: node }) }),
      'INVALID_INPUT',
    ],
    ['a value the library can not send', new GraphQLError('secret', { path: ['a'], nodes: node, originalError: new GraphQLError('secret') }), 'INTERNAL'],
    ['a resolver that throws', new GraphQLError('secret', { path: ['a'], nodes: node, originalError: new TypeError('secret') }), 'INTERNAL'],
    ['no error at all', 'secret', 'INTERNAL'],
    ['nothing', undefined, 'INTERNAL'],
  ])('%s', (_name, thrown, code) => {
    lines.length = 0;
    const error = format(thrown);
    expect(error.extensions?.['code']).toBe(code);
    expect(JSON.stringify(error) + lines.join('')).not.toContain('secret');
    expect(lines).toHaveLength(code === 'INTERNAL' ? 1 : 0);
    if (code === 'INTERNAL') {
      expect(error.extensions).toEqual({ code, reason: code, correlationId: 'number-7' });
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ correlationId: 'number-7', operation: 'AreaMap' });
    }
  });
});
