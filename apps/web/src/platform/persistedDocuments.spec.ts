import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as documents from '../generated/graphql';
import texts from '../generated/persisted-documents.json';

// Their type speaks of what they ask for, not of the id they are.
const sent = Object.entries(documents) as unknown as [string, { documentId: string }][];
const registered = texts as Record<string, string>;

describe('the documents the client sends', () => {
  it('are all registered, each under the hash of its text', () => {
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.map(([, { documentId }]) => documentId).sort()).toEqual(Object.keys(registered).sort());
    for (const [id, text] of Object.entries(registered)) expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  });

  it('hold every fragment they use, and each one operation', () => {
    for (const text of Object.values(registered)) {
      const { definitions } = parse(text);
      const fragments = definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [one.name.value] : []));
      const used = [...text.matchAll(/\.\.\.(\w+)/g)].map(([, name]) => name);
      expect(new Set(fragments)).toEqual(new Set(used));
      expect(definitions.filter(({ kind }) => kind === 'OperationDefinition')).toHaveLength(1);
    }
  });
});
