import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type OperationContext, withinOperation } from './operation-context.js';
import { isReusable, ResponseCache, type ResponseSlot } from './response-cache.js';

const operationOf = (text: string) => ({
  document: parse(text),
  operation: parse(text).definitions[0] as OperationDefinitionNode,
  operationName: undefined,
  hash: text,
  label: 'other',
});

const context = (changes: Partial<OperationContext> = {}): OperationContext & { response: ResponseSlot } => ({
  transport: 'http',
  actor: { personId: 'p', sessionId: 's', name: '', tenant: { id: 'aa', slug: 'aa' }, roles: [], permissions: new Set(['read']), locale: 'da' },
  locale: 'da',
  correlationId: 'c',
  operation: operationOf('{ map }'),
  variables: { area: 1 },
  response: {},
  ...changes,
});

/** Runs one request through the cache as the transport does. @returns whether it read */
async function request(cache: ResponseCache, one: OperationContext, version: readonly (string | number)[], bytes = Buffer.from('gzip')): Promise<boolean> {
  let read = false;
  await withinOperation(one, () =>
    cache.reuse(version, async () => {
      read = true;
    }),
  );
  if (read && one.response?.key !== undefined) cache.keep(one.response.key, bytes);
  return read;
}

describe('ResponseCache', () => {
  it('reads once for each version, tenant, right, document and set of variables', async () => {
    const cache = new ResponseCache();
    const { actor } = context();
    const different: [OperationContext, number][] = [
      [context(), 1],
      [context(), 2],
      [context({ actor: actor && { ...actor, tenant: { id: 'bb', slug: 'bb' } } }), 1],
      [context({ actor: actor && { ...actor, permissions: new Set(['read', 'edit']) } }), 1],
      [context({ operation: operationOf('{ other }') }), 1],
      [context({ variables: { area: 2 } }), 1],
    ];
    for (const [one, version] of different) expect(await request(cache, one, [version])).toBe(true);
    for (const [one, version] of different) {
      const again = context({ ...one, response: {} });
      expect(await request(cache, again, [version])).toBe(false);
      expect(again.response.hit?.toString()).toBe('gzip');
    }
  });

  it('reads wherever a whole response can not be kept', async () => {
    const cache = new ResponseCache();
    await request(cache, context(), [1]);
    expect(await request(cache, context({ response: undefined }), [1])).toBe(true);
    expect(await cache.reuse([1], async () => 'outside')).toBe('outside');
    const second = context({ response: { key: 'another field claimed it' } });
    expect(await request(cache, second, [1])).toBe(true);
    expect(await request(cache, context({ variables: { much: 'x'.repeat(10_000) } }), [1])).toBe(true);
  });

  it('forgets the least recently used beyond its size', async () => {
    const cache = new ResponseCache(4_000);
    const big = Buffer.alloc(800);
    for (const version of [1, 2, 3]) await request(cache, context(), [version], big);
    expect(await request(cache, context(), [1], big)).toBe(false);
    for (const version of [4, 5]) await request(cache, context(), [version], big);
    expect(await request(cache, context(), [1], big)).toBe(false);
    expect(await request(cache, context(), [2], big)).toBe(true);
  });

  it('keeps nothing that would push out all the rest', async () => {
    const cache = new ResponseCache(4_000);
    await request(cache, context(), [1], Buffer.alloc(1_500));
    expect(await request(cache, context(), [1])).toBe(true);
  });
});

describe('isReusable', () => {
  it('holds for queries of one field that is always asked for', () => {
    const reusable = (text: string) => isReusable(operationOf(text));
    expect(reusable('{ map { seq } }')).toBe(true);
    for (const text of [
      '{ map hello }',
      '{ ...F } fragment F on Query { map }',
      '{ map @skip(if: false) }',
      'query @x { map }',
      'mutation { map }',
      'subscription { map }',
    ]) {
      expect([text, reusable(text)]).toEqual([text, false]);
    }
  });
});
