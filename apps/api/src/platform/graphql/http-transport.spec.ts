import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { auditServer } from 'graphql-http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { logTo } from '../log/log.js';
import { canary, cookieOf, startTestApp, type TestApp } from './kvarter.driver.fixture.js';

let app: TestApp;
const lines: string[] = [];
let back: () => void;

beforeAll(async () => {
  back = logTo({ write: (line) => lines.push(line) });
  app = await startTestApp();
});
afterAll(async () => {
  await app.stop();
  back();
});
afterEach(() => {
  app.traces.runs.length = 0;
});

const send = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kvarter-tenant': 'aa', cookie: cookieOf('host'), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const ask = async (body: unknown, headers?: Record<string, string>) =>
  (await send(body, headers)).json() as Promise<{
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  }>;

const id = '0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11';

describe('a query', () => {
  it('has one transaction that reads, as its actor', async () => {
    const query = `{ a: bench(id: "${id.toUpperCase()}") { id name } hello }`;
    expect(await ask({ query })).toEqual({ data: { a: { id, name: 'host' }, hello: 'hej' } });
    expect(app.traces.runs).toEqual(['read only as host: commit']);
  });

  it('reaches public fields without a sign-in, and only those', async () => {
    expect(await ask({ query: '{ hello }' }, { cookie: '', 'x-kvarter-tenant': '' })).toEqual({ data: { hello: 'hej' } });
    expect((await ask({ query: '{ missing { id } }' }, { cookie: '' })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('splices ready-made JSON into the answer, also compressed', async () => {
    const plain = await send({ query: '{ m: map hello }' }, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const { data } = (await plain.json()) as { data: { m: { features: string[] }; hello: string } };
    expect([data.m.features.length, data.m.features[0], data.m.features.at(-1), data.hello]).toEqual([801, 'æ', '"', 'hej']);
    const packed = await send({ query: '{ m: map hello }' }, { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.json()).toEqual({ data });
  });
});

describe('a mutation', () => {
  const paint = (key: string, name: string) => `${key}: paint(input: { id: "${id}", name: "${name}" }) { name }`;

  it('has a transaction for each root field, in order', async () => {
    const query = `mutation ($skip: Boolean!) { ${paint('a', 'one')} ...F  ... on Mutation { ${paint('c', 'three')} } d: maybePaint(name: "four") @skip(if: $skip) { name } }
      fragment F on Mutation { ${paint('b', 'two')} }`;
    expect(await ask({ query, variables: { skip: true } })).toEqual({ data: { a: { name: 'one' }, b: { name: 'two' }, c: { name: 'three' } } });
    expect(app.traces.runs).toEqual(Array(3).fill('write as host: commit'));
  });

  it('undoes the field that fails and keeps the others where it may be null', async () => {
    const query = `mutation { a: maybePaint(name: "one") { name } b: maybePaint(name: "refuse") { name } c: maybePaint(name: "three") { name } }`;
    const answer = await ask({ query });
    expect(answer.data).toEqual({ a: { name: 'one' }, b: null, c: { name: 'three' } });
    expect(answer.errors).toMatchObject([{ path: ['b'], extensions: { code: 'NOT_FOUND', reason: 'AREA_NOT_FOUND' } }]);
    expect(app.traces.runs).toEqual(['write as host: commit', 'write as host: rollback', 'write as host: commit']);
  });

  it('stops at a field that may not be null, and says of no field that it succeeded', async () => {
    const answer = await ask({ query: `mutation { ${paint('a', 'one')} ${paint('b', 'throw')} ${paint('c', 'three')} }` });
    expect(answer.data).toBeNull();
    expect(answer.errors).toHaveLength(1);
    expect(app.traces.runs).toEqual(['write as host: commit', 'write as host: rollback']);
  });

  it('answers an error where the commit fails', async () => {
    app.traces.failCommit = true;
    const answer = await ask({ query: `mutation { ${paint('a', 'one')} }` }).finally(() => {
      app.traces.failCommit = false;
    });
    expect(answer).toMatchObject({ data: null, errors: [{ path: ['a'], extensions: { code: 'INTERNAL' } }] });
  });

  it('passes a geometry of any shape to the service', async () => {
    const query = `mutation ($input: BenchInput!) { paint(input: $input) { place } }`;
    for (const place of [{ type: 'Nonsense', coordinates: 'x' }, [1, [2]], 'text', 7, false]) {
      expect(await ask({ query, variables: { input: { id, name: 'one', place } } })).toEqual({ data: { paint: { place } } });
    }
  });
});

describe('an unchanged response', () => {
  it('is read once and sent again byte for byte, until its version changes', async () => {
    const fetchMap = async () => {
      const response = await send({ query: 'query Whole { map }' }, { 'accept-encoding': 'gzip' });
      return (await response.json()) as { data: { map: { seq: number } } };
    };
    lines.length = 0;
    const before = app.traces.mapReads;
    const first = await fetchMap();
    expect(await fetchMap()).toEqual(first);
    expect(app.traces.mapReads).toBe(before + 1);
    app.traces.mapSeq += 1;
    expect((await fetchMap()).data.map.seq).toBe(first.data.map.seq + 1);
    expect(app.traces.mapReads).toBe(before + 2);
    expect(lines.filter((line) => line.includes('unforeseen'))).toEqual([]);
  });

  it('is kept apart by permissions', async () => {
    const before = app.traces.mapReads;
    await send({ query: 'query ByRight { map }' }, { 'accept-encoding': 'gzip' });
    await send({ query: 'query ByRight { map }' }, { 'accept-encoding': 'gzip', cookie: cookieOf('reader') });
    expect(app.traces.mapReads).toBe(before + 2);
  });
});

describe('an error nobody foresaw', () => {
  it('says INTERNAL with a number that the log knows, and quotes nothing', async () => {
    lines.length = 0;
    for (const query of ['{ broken { id } }', '{ unserialisable }', `mutation { paint(input: { id: "${id}", name: "throw" }) { id } }`]) {
      const answer = await ask({ query });
      const correlationId = answer.errors?.[0]?.extensions['correlationId'];
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', reason: 'INTERNAL', correlationId });
      expect(answer.errors?.[0]?.message).toContain(correlationId);
      expect(JSON.stringify(answer)).not.toContain(canary);
      expect(lines.at(-1)).toContain(correlationId);
    }
    expect(lines.join('')).not.toContain(canary);
  });
});

describe('HTTP', () => {
  it('passes the audits of GraphQL over HTTP', async () => {
    const results = await auditServer({
      url: `${app.url}/graphql`,
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), cookie: cookieOf('host') } }),
    });
    expect(results.filter(({ status }) => status === 'error').map(({ name }) => name)).toEqual([]);
    expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThan(25);
  });

  it('has no page and no GET', async () => {
    const response = await fetch(`${app.url}/graphql?query=%7Bhello%7D`, { headers: { accept: 'text/html' } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
  });

  it('refuses what is no JSON, a batch, and a form, in the shape of GraphQL', async () => {
    const cases: [body: string, headers: Record<string, string>, status: number][] = [
      [`{"query": "${canary}`, {}, 400],
      ['', {}, 400],
      ['[{"query":"{ hello }"}]', {}, 200],
      ['"text"', {}, 200],
      ['{"query":7}', {}, 200],
      ['{"query":"{ hello }","variables":[]}', {}, 200],
      ['query=%7Bhello%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
      ['{"query":"{ hello }"}', { 'content-type': 'text/plain' }, 415],
      ['{"query":"{ hello }"}', { accept: 'text/html' }, 406],
      ['{"query":"{ hello }"}', { 'content-encoding': 'gzip' }, 400],
    ];
    for (const [body, headers, status] of cases) {
      const response = await send(body, headers);
      const text = await response.text();
      expect([response.status, body], text).toEqual([status, body]);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
      expect(text).not.toContain(canary);
    }
  });

  it('refuses a body over its limit and says which', async () => {
    const response = await send(JSON.stringify({ query: '{ hello }', variables: { much: 'x'.repeat(4 * 1024 * 1024) } }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED', params: { max: 4_194_304 } } }] });
  });

  it('has one address', async () => {
    for (const path of ['/graphql/', '/GraphQL', '/graphql/x']) {
      const response = await fetch(`${app.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ hello }"}' });
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
  });

  it('refuses text that is not UTF-8', async () => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    });
    expect(response.status).toBe(400);
  });

  it('takes requests from its own pages and from what is no browser only', async () => {
    const own = app.url;
    for (const origin of [own, 'https://kvarter.example']) expect((await send({ query: '{ hello }' }, { origin })).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', 'http://kvarter.example', 'http://127.0.0.1:1']) {
      const response = await send({ query: '{ hello }' }, { origin });
      expect([origin, response.status]).toEqual([origin, 403]);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN', reason: 'FOREIGN_ORIGIN' } }] });
    }
  });

  it('speaks the language that is asked for, Danish otherwise', async () => {
    const words = async (language?: string) =>
      (await ask({ query: '{ missing { id } }' }, language ? { 'accept-language': language } : {})).errors?.[0]?.message;
    expect(await words()).toContain('Området findes ikke');
    expect(await words('en-GB,da;q=0.5')).toContain('The area does not exist');
  });

  it('lets a running operation end and then stops', async () => {
    const other = await startTestApp();
    const answer = new Promise<string>((resolve, reject) => {
      const sent = request(
        `${other.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json', 'x-kvarter-tenant': 'aa', cookie: cookieOf('host'), 'accept-encoding': 'gzip' } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve((response.headers['content-encoding'] === 'gzip' ? gunzipSync(Buffer.concat(chunks)) : Buffer.concat(chunks)).toString()),
          );
        },
      );
      sent.on('error', reject);
      sent.end('{"query":"{ slow }"}');
    });
    await expect.poll(() => String(other.traces.release)).toContain('resolve'); // it has begun
    const stopped = other.stop();
    other.traces.release();
    expect(await answer).toBe('{"data":{"slow":"done"}}');
    await stopped;
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow();
  });
});
