import { type OperationDefinitionNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { rootFieldsOf } from './split-mutation.js';

const split = (text: string, variables: Record<string, unknown> = {}) => {
  const document = parse(text);
  return rootFieldsOf(document, document.definitions[0] as OperationDefinitionNode, variables).map(({ key, document: one }) => [
    key,
    print(one).replaceAll(/\s+/g, ' '),
  ]);
};

describe('rootFieldsOf', () => {
  it('leaves a single field as it is', () => {
    const document = parse('mutation M($a: Int) { x: f(a: $a) { id } }');
    expect(rootFieldsOf(document, document.definitions[0] as OperationDefinitionNode, {})[0]?.document).toBe(document);
  });

  it('splits several, keeps their order, their variables and their fragments', () => {
    expect(split('mutation M($a: Int) { b: f(a: $a) { ...T } a: g } fragment T on Thing { id }')).toEqual([
      ['b', 'mutation M($a: Int) { b: f(a: $a) { ...T } } fragment T on Thing { id }'],
      ['a', 'mutation M($a: Int) { a: g } fragment T on Thing { id }'],
    ]);
  });

  it('joins what answers under one key, wherever it stands', () => {
    expect(split('mutation { f { a } ...F g ... { f { c } } } fragment F on Mutation { f { b } }').map(([, text]) => text)).toEqual([
      'mutation { f { a } f { b } f { c } } fragment F on Mutation { f { b } }',
      'mutation { g } fragment F on Mutation { f { b } }',
    ]);
  });

  it('leaves out what is skipped or not included', () => {
    const text =
      'mutation ($yes: Boolean!, $no: Boolean!) { a @skip(if: $yes) b @include(if: $no) c @include(if: $yes) d @skip(if: $no) ... @skip(if: $yes) { e } ...F @include(if: $no) } fragment F on Mutation { f }';
    expect(split(text, { yes: true, no: false }).map(([key]) => key)).toEqual(['c', 'd']);
  });
});
