import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../graphql/errors.js';
import { logTo } from '../log/log.js';
import { clientFiles } from './client-files.js';
import { HttpModule } from './http.module.js';
import { prepareHttp } from './prepare-http.js';

const secret = 'Kanariefugl';

@Controller('auth')
class TestController {
  @Get('who')
  who(): object {
    throw refuse('SIGN_IN_NEEDED');
  }

  @Post('echo')
  echo(@Body() body: unknown): unknown {
    return body;
  }

  @Get('broken')
  broken(): void {
    throw new Error(secret);
  }
}

@Module({ imports: [HttpModule], controllers: [TestController] })
class TestModule {}

const lines: string[] = [];
let back: () => void;
const folder = mkdtempSync(join(tmpdir(), 'kvarter-client-'));

async function start(publicUrl: string): Promise<{ app: NestExpressApplication; url: string }> {
  const app = await NestFactory.create<NestExpressApplication>(TestModule, { logger: false, bodyParser: false });
  prepareHttp(app, { publicUrl });
  app.use(clientFiles(folder));
  await app.listen(0, '127.0.0.1');
  return { app, url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
}

let plain: { app: NestExpressApplication; url: string };
let secure: { app: NestExpressApplication; url: string };

beforeAll(async () => {
  back = logTo({ write: (line) => lines.push(line) });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Kvarter</title>');
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), `export default ${JSON.stringify('kort '.repeat(1_000))};`);
  writeFileSync(join(folder, 'assets', 'main-abc123.js.map'), '{}');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'persisted-documents.json'), '{}');
  writeFileSync(`${folder}.secret`, secret);
  plain = await start('http://127.0.0.1:4600');
  secure = await start('https://kvarter.example');
});
afterAll(async () => {
  await plain.app.close();
  await secure.app.close();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}.secret`);
  back();
});

describe('headers', () => {
  it('forbid what browsers can be told to forbid', async () => {
    const { headers } = await fetch(`${plain.url}/`, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self' ws://127.0.0.1:4600",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "manifest-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "worker-src 'self'",
    ]);
    expect(headers.get('permissions-policy')).toContain('geolocation=(self)');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('ask for https where Kvarter is reached by it', async () => {
    const { headers } = await fetch(`${secure.url}/`, { headers: { accept: 'text/html' } });
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('content-security-policy')).toContain("connect-src 'self' wss://kvarter.example");
  });
});

describe('plain routes', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${plain.url}/auth/echo`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  it('refuse in the shape of GraphQL, in the language asked for', async () => {
    const response = await fetch(`${plain.url}/auth/who`, { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: [
        { message: 'You are not signed in. Nothing has changed. Sign in and try again.', extensions: { code: 'UNAUTHENTICATED', reason: 'SIGN_IN_NEEDED' } },
      ],
    });
  });

  it('take small JSON from our own pages and from what is no browser', async () => {
    expect(await (await post('{"a":1}')).json()).toEqual({ a: 1 });
    expect(await (await post('{"a":1}', { origin: plain.url })).json()).toEqual({ a: 1 });
    const cases: [Response, number, string][] = [
      [await post('{"a":1}', { origin: 'https://evil.example' }), 403, 'FORBIDDEN'],
      [await post(`{"${secret}`), 400, 'INVALID_INPUT'],
      [await post(JSON.stringify({ a: 'x'.repeat(70_000) })), 413, 'LIMIT_EXCEEDED'],
      [await fetch(`${plain.url}/auth/nowhere-${secret}`), 404, 'NOT_FOUND'],
      [await fetch(`${plain.url}/auth/broken`), 500, 'INTERNAL'],
    ];
    for (const [response, status, code] of cases) {
      const text = await response.text();
      expect([response.status, text]).toEqual([status, expect.stringContaining(code)]);
      expect(text).not.toContain(secret);
    }
    expect(lines.join('')).not.toContain(secret);
  });
});

describe('the client', () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${plain.url}${path}`, { headers: { accept: 'text/html,*/*', ...headers } });

  it('has its page on every address of its own, never kept', async () => {
    for (const path of ['/', '/aakoebing', '/aakoebing/areas/1/map?compare=1,2', '/invitation']) {
      const response = await get(path);
      expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
      expect(await response.text()).toContain('<title>Kvarter</title>');
    }
  });

  it('keeps hashed files for good, and asks again for the others', async () => {
    const hashed = await get('/assets/main-abc123.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const icon = await get('/favicon.svg');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/favicon.svg', { 'if-none-match': icon.headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('compresses as the browser can read it', async () => {
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await get('/assets/main-abc123.js', { 'accept-encoding': accepted });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(await response.text()).toContain('kort kort');
    }
    const small = await get('/favicon.svg', { 'accept-encoding': 'gzip, br' });
    expect(small.headers.get('content-encoding')).toBeNull();
  });

  it('shows nothing else: no source map, no list of documents, no missing file, nothing outside', async () => {
    for (const path of ['/assets/main-abc123.js.map', '/persisted-documents.json', '/assets/gone.js', '/graphql/x', '/auth/x', '/healthz/x'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    const { port } = new URL(plain.url);
    for (const path of [`/../${folder.split('/').at(-1)}.secret`, `/assets/..%2f..%2f${folder.split('/').at(-1)}.secret`]) {
      const body = await new Promise<string>((resolve, reject) => {
        // fetch would tidy the path before it is sent
        httpRequest({ host: '127.0.0.1', port, path, method: 'GET' }, (response) => {
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.on('end', () => resolve(text));
        })
          .on('error', reject)
          .end();
      });
      expect(body).not.toContain(secret);
    }
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${plain.url}/`, { method: 'HEAD', headers: { accept: 'text/html' } });
    expect([response.status, Number(response.headers.get('content-length')) > 0, await response.text()]).toEqual([200, true, '']);
  });
});
