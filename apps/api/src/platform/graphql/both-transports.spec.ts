import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logTo } from '../log/log.js';
import { canary, cookieOf, startTestApp, type TestApp } from './kvarter.driver.fixture.js';
import { TestSocket } from './socket-client.fixture.js';

interface Ask {
  readonly as?: string;
  readonly tenant?: string | undefined;
  readonly language?: 'da' | 'en';
  readonly body: Record<string, unknown>;
}

interface Verdict {
  readonly message: string;
  readonly path?: unknown;
  readonly extensions: Record<string, unknown>;
}

const lines: string[] = [];
let back: () => void;
let open: TestApp;
let closed: TestApp;

const registered = 'query Registered { bench(id: "0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11") { name } }';
const hash = createHash('sha256').update(registered).digest('hex');

beforeAll(async () => {
  back = logTo({ write: (line) => lines.push(line) });
  open = await startTestApp();
  closed = await startTestApp({ anyDocument: false, documents: { [`sha256:${hash}`]: registered } });
});
afterAll(async () => {
  await open.stop();
  await closed.stop();
  back();
});

async function overHttp(
  app: TestApp,
  { as = 'host', tenant = 'aa', language = 'da', body }: Ask,
): Promise<{ text: string; errors: Verdict[] | undefined; data: unknown }> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      cookie: cookieOf(as),
      ...(tenant === '' ? {} : { 'x-kvarter-tenant': tenant }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { text, ...(JSON.parse(text) as { errors: Verdict[]; data: unknown }) };
}

async function overSocket(
  app: TestApp,
  { as = 'host', tenant = 'aa', language = 'da', body }: Ask,
): Promise<{ text: string; errors: Verdict[] | undefined; data: unknown }> {
  const socket = await TestSocket.greet(app.url, { cookie: cookieOf(as) }, { locale: language, ...(tenant === '' ? {} : { tenant }) });
  socket.subscribe('1', body);
  const { type, payload } = await socket.until(({ id }) => id === '1');
  socket.close();
  const text = JSON.stringify(socket.messages);
  if (type === 'error') return { text, errors: payload as Verdict[], data: undefined };
  const { errors, data } = payload as { errors?: Verdict[]; data: unknown };
  return { text, errors, data };
}

const deep = (levels: number): string => `{ bench(id: "0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11") ${'{ beside '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;
const bomb = `{ bench(id: "0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11") { ...F0 } } ${Array.from({ length: 30 }, (_, i) => `fragment F${i} on Bench { id ${i < 29 ? `...F${i + 1} ...F${i + 1}` : ''} }`).join(' ')}`;
const paint = 'mutation ($input: BenchInput!) { paint(input: $input) { id } }';
const id = '0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11';

const refusals: Record<string, Ask & { code: string; reason?: string; field?: string }> = {
  'nobody signed in': { as: 'nobody', body: { query: '{ missing { id } }' }, code: 'UNAUTHENTICATED', reason: 'SIGN_IN_NEEDED' },
  'nobody signed in, to change something': { as: 'nobody', body: { query: paint, variables: { input: { id, name: 'one' } } }, code: 'UNAUTHENTICATED' },
  'no tenant named': { tenant: '', body: { query: '{ missing { id } }' }, code: 'INVALID_INPUT', reason: 'TENANT_MISSING' },
  'a tenant one is no member of': { tenant: 'bb', body: { query: '{ missing { id } }' }, code: 'FORBIDDEN', reason: 'NOT_A_MEMBER' },
  'a tenant that is not there': { tenant: canary, body: { query: '{ missing { id } }' }, code: 'FORBIDDEN', reason: 'NOT_A_MEMBER' },
  'a role without the right': { as: 'reader', body: { query: paint, variables: { input: { id, name: 'one' } } }, code: 'FORBIDDEN', reason: 'NOT_ALLOWED' },
  'a thing that is not there': { body: { query: '{ missing { id } }' }, code: 'NOT_FOUND' },
  'a fault of ours': { body: { query: '{ broken { id } }' }, code: 'INTERNAL' },
  'no document': { body: { query: '' }, code: 'INVALID_INPUT', reason: 'REQUEST_MALFORMED' },
  'a syntax error': { body: { query: `{ ${canary} {{ ` }, code: 'INVALID_INPUT', reason: 'REQUEST_MALFORMED', field: 'query' },
  'a misspelt field': { body: { query: '{ benhc { id } }' }, code: 'INVALID_INPUT', reason: 'REQUEST_MALFORMED', field: 'query' },
  'an argument of the wrong kind': { body: { query: `{ bench(id: "${canary}") { id } }` }, code: 'INVALID_INPUT' },
  'a variable of the wrong kind': {
    body: { query: paint, variables: { input: { id: canary, name: 'one' } } },
    code: 'INVALID_INPUT',
    reason: 'VALUE_INVALID',
    field: 'input.id',
  },
  'an unknown input field': {
    body: { query: paint, variables: { input: { id, name: 'one', [canary.replaceAll('-', '')]: 1 } } },
    code: 'INVALID_INPUT',
    field: 'input',
  },
  'a missing variable': { body: { query: paint }, code: 'INVALID_INPUT', field: 'input' },
  'a null that may not be': { body: { query: 'query ($id: UUID!) { bench(id: $id) { id } }', variables: { id: null } }, code: 'INVALID_INPUT', field: 'id' },
  'a rule of class-validator': {
    body: { query: paint, variables: { input: { id, name: canary.repeat(2) } } },
    code: 'INVALID_INPUT',
    reason: 'VALUE_INVALID',
    field: 'input.name',
  },
  'an operation that is not in the document': { body: { query: 'query A { hello } query B { hello }', operationName: canary }, code: 'INVALID_INPUT' },
  'two operations and no name': { body: { query: 'query A { hello } query B { hello }' }, code: 'INVALID_INPUT' },
  'too deep': { body: { query: deep(11) }, code: 'LIMIT_EXCEEDED', reason: 'QUERY_TOO_DEEP' },
  'deep enough to exhaust a stack': { body: { query: deep(6_000) }, code: 'LIMIT_EXCEEDED', reason: 'QUERY_TOO_DEEP' },
  'lists nested in a value without end': {
    body: { query: `mutation { paint(input: { id: "${id}", name: "x", place: ${'['.repeat(7_000)}${']'.repeat(7_000)} }) { id } }` },
    code: 'LIMIT_EXCEEDED',
    reason: 'QUERY_TOO_DEEP',
  },
  'many aliases': {
    body: { query: `{ ${Array.from({ length: 61 }, (_, i) => `a${i}: hello`).join(' ')} }` },
    code: 'LIMIT_EXCEEDED',
    reason: 'TOO_MANY_ALIASES',
  },
  'many root fields, cheap as each looks': {
    body: { query: `{ ${Array.from({ length: 41 }, (_, i) => `a${i}: hello`).join(' ')} }` },
    code: 'LIMIT_EXCEEDED',
    reason: 'QUERY_TOO_COSTLY',
  },
  'the same field again and again': { body: { query: `{ ${'hello '.repeat(500)} }` }, code: 'LIMIT_EXCEEDED', reason: 'QUERY_TOO_COSTLY' },
  'lists in lists': { body: { query: deep(5) }, code: 'LIMIT_EXCEEDED', reason: 'QUERY_TOO_COSTLY' },
  'fragments that double': { body: { query: bomb }, code: 'LIMIT_EXCEEDED' },
  'fragments that go in a circle': {
    body: {
      query: '{ bench(id: "0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11") { ...A } } fragment A on Bench { beside { ...B } } fragment B on Bench { beside { ...A } }',
    },
    code: 'LIMIT_EXCEEDED',
  },
  'a costly operation hidden beside a cheap one': {
    body: { query: `query Cheap { hello } query Dear { ${'hello '.repeat(500)} }`, operationName: 'Cheap' },
    code: 'LIMIT_EXCEEDED',
  },
  'too many tokens': { body: { query: `{ ${'hello '.repeat(20_000)} }` }, code: 'LIMIT_EXCEEDED', reason: 'REQUEST_TOO_LARGE' },
  'many directives': { body: { query: `{ hello ${'@x'.repeat(50)} }` }, code: 'INVALID_INPUT' },
};

describe('every refusal is the same over HTTP and socket', () => {
  it.each(Object.entries(refusals))('%s', async (_name, { code, reason, field, ...ask }) => {
    for (const language of ['da', 'en'] as const) {
      const verdicts = await Promise.all([overHttp(open, { ...ask, language }), overSocket(open, { ...ask, language })]);
      for (const { text, errors } of verdicts) {
        expect(errors, text).toHaveLength(1);
        const [error] = errors as [Verdict];
        expect(error.extensions['code']).toBe(code);
        if (reason) expect(error.extensions['reason']).toBe(reason);
        if (field) expect(error.extensions['field']).toBe(field);
        expect(text).not.toMatch(/Kanariefugl|Did you mean|Syntax Error|Cannot query|got invalid value/);
      }
      const [http, socket] = verdicts.map(({ errors }) => JSON.parse(JSON.stringify(errors).replaceAll(/[0-9a-f-]{36}/g, 'a correlation id')) as unknown);
      expect(socket).toEqual(http);
    }
  });

  it('and none of it reached the log', () => {
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toContain('Kanariefugl');
  });
});

describe('registered documents', () => {
  const over = [overHttp, overSocket];

  it('are taken by their id, in each of its forms, and by their very text', async () => {
    const bodies = [
      { documentId: `sha256:${hash}` },
      { documentId: hash },
      { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
      { query: registered },
      { query: '', documentId: hash.toUpperCase() },
    ];
    for (const ask of over) for (const body of bodies) expect((await ask(closed, { body })).data).toEqual({ bench: { name: 'host' } });
  });

  it('are the only ones in production: no other text, no unknown id, no introspection', async () => {
    const bodies = [
      { query: '{ hello }' },
      { query: `${registered} ` },
      { documentId: 'f'.repeat(64) },
      { query: getIntrospectionQuery() },
      { query: '{ __typename }' },
      { query: '{ hello }', documentId: 'f'.repeat(64) },
    ];
    for (const ask of over) {
      for (const body of bodies)
        expect((await ask(closed, { body })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reason: 'DOCUMENT_NOT_ALLOWED' } }]);
    }
  });

  it('stand beside any other in the demo, introspection included', async () => {
    for (const ask of over) {
      expect((await ask(open, { body: { query: '{ hello }' } })).data).toEqual({ hello: 'hej' });
      expect((await ask(open, { body: { query: getIntrospectionQuery() } })).data).toHaveProperty('__schema');
    }
  });
});
