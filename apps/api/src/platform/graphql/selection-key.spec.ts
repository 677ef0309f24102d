import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { OperationContext } from './operation-context.js';
import { selectionKeyOf } from './selection-key.js';

const key = (text: string, variables: Record<string, unknown> = {}): string => {
  const document = parse(text);
  // Only these two are looked at.
  return selectionKeyOf({ operation: { document, operation: document.definitions[0] as OperationDefinitionNode }, variables } as unknown as OperationContext);
};

describe('selectionKeyOf', () => {
  it('is the same whatever the arguments of the field', () => {
    const query = 'subscription ($a: Int!) { edits(after: $a) { id ...F } } fragment F on Edit { name }';
    expect(key(query, { a: 1 })).toBe(key(query, { a: 2 }));
    expect(key('subscription { edits(after: 1) { id } }')).toBe(key('subscription Named($x: Int) { edits(after: $x) { id } }', { x: 5 }));
  });

  it('differs by selection, answer key, fragment, and by variables that are used below', () => {
    const texts = [
      'subscription { edits(after: 1) { id } }',
      'subscription { e: edits(after: 1) { id } }',
      'subscription { edits(after: 1) { id name } }',
      'subscription { edits(after: 1) { ...F } } fragment F on Edit { id }',
      'subscription { edits(after: 1) { ...F } } fragment F on Edit { ...G } fragment G on Edit { id }',
      'subscription { edits(after: 1) { ...F } } fragment F on Edit { ...G } fragment G on Edit { name }',
    ];
    expect(new Set(texts.map((text) => key(text))).size).toBe(texts.length);
    const query = 'subscription ($a: Int!, $long: Boolean = true) { edits(after: $a) { id ...F } } fragment F on Edit { note @include(if: $long) }';
    expect(new Set([key(query, { long: true }), key(query, { long: false }), key(query), key(query.replace('= true', '= false'))]).size).toBe(4);
  });

  it('keeps the arguments of a field that stands in a fragment: less shared, never wrong', () => {
    const query = (after: number) => `subscription { ...S } fragment S on Subscription { edits(after: ${after}) { id } }`;
    expect(key(query(1))).not.toBe(key(query(2)));
  });
});
