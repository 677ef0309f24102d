import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../graphql/errors.js';
import { readBody } from './read-body.js';

let server: Server;
let outcomes: string[];

beforeAll(async () => {
  outcomes = [];
  server = createServer((incoming, response) => {
    void readBody(incoming, 1_000)
      .then(
        (text) => `read ${text.length}`,
        (error: unknown) => (error instanceof Refusal ? error.reason : String(error)),
      )
      .then((outcome) => {
        outcomes.push(outcome);
        response.end(outcome);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const post = async (body: string | Buffer, headers: Record<string, string> = {}) => (await fetch(url(), { method: 'POST', body, headers })).text();

describe('readBody', () => {
  it('reads up to its limit, letters that span chunks included', async () => {
    expect(await post('x'.repeat(1_000))).toBe('read 1000');
    expect(await post('å'.repeat(500))).toBe('read 500');
    expect(await post('')).toBe('read 0');
  });

  it('refuses one byte more, and answers what was sent in full', async () => {
    expect(await post('x'.repeat(1_001))).toBe('REQUEST_TOO_LARGE');
    expect(await post('x'.repeat(3_900))).toBe('REQUEST_TOO_LARGE');
  });

  it('refuses what is compressed or no UTF-8', async () => {
    expect(await post('x', { 'content-encoding': 'gzip' })).toBe('REQUEST_MALFORMED');
    expect(await post(Buffer.from([0xc3, 0x28]))).toBe('REQUEST_MALFORMED');
  });

  it('notices a client that goes away', async () => {
    outcomes.length = 0;
    const cut = request(url(), { method: 'POST', headers: { 'content-length': '900' } });
    cut.on('error', () => undefined);
    cut.write('half');
    await new Promise((resolve) => server.once('request', resolve));
    cut.destroy();
    await expect.poll(() => outcomes).toEqual(['REQUEST_MALFORMED']);
  });
});
