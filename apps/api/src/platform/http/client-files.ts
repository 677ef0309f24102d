/** Serves the built web client: its files as they are named, its page for every address of its own. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler, Request } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const page = '/index.html';
const apiAddresses = new Set(['auth', 'calendar', 'graphql', 'healthz', 'readyz', 'metrics']);
// For the api only, or for nobody.
const unserved = /(\.map|persisted-documents\.json)$/;

type Encoding = 'br' | 'gzip' | 'identity';

interface ClientFile {
  readonly type: string;
  readonly etag: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * @param folder the built client; files added later aren't seen
 * @returns passes on what is no file and no page of the client
 */
export function clientFiles(folder: string): RequestHandler {
  const paths = new Map<string, string>(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() && !unserved.test(entry.name) ? [[`/${relative(folder, path).split(sep).join('/')}`, path] as const] : [];
    }),
  );
  const loaded = new Map<string, Promise<ClientFile>>();

  const load = (name: string, path: string): Promise<ClientFile> => {
    let file = loaded.get(name);
    if (!file) {
      file = loadFile(path);
      file.catch(() => loaded.delete(name));
      loaded.set(name, file);
    }
    return file;
  };

  return async (request, response, next) => {
    const name = wantedOf(request);
    const path = name === undefined ? undefined : paths.get(name);
    if (name === undefined || path === undefined) return next();
    const { type, etag, bodies } = await load(name, path);
    const encoding = (['br', 'gzip'] as const).find((one) => bodies[one] !== bodies.identity && request.acceptsEncodings(one) === one) ?? 'identity';
    response.set({ 'content-type': type, 'cache-control': cacheControl(name), vary: 'accept-encoding', etag });
    if (name !== page && request.headers['if-none-match'] === etag) return void response.status(304).end();
    if (encoding !== 'identity') response.set('content-encoding', encoding);
    response.set('content-length', String(bodies[encoding].length));
    response.end(request.method === 'HEAD' ? undefined : bodies[encoding]);
  };

  function wantedOf(request: Request): string | undefined {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    if (paths.has(request.path)) return request.path;
    return isPageAddress(request) ? page : undefined;
  }
}

/** The build puts a hash in the name of everything under assets, so that never changes. */
function cacheControl(name: string): string {
  if (name === page) return 'no-store';
  return name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** An address of the client's own: what a browser opens as a page and neither file nor api has. */
function isPageAddress(request: Request): boolean {
  const [, first = ''] = request.path.split('/');
  return !apiAddresses.has(first) && extname(request.path) === '' && request.accepts('html') === 'html';
}

async function loadFile(path: string): Promise<ClientFile> {
  const identity = await readFile(path);
  const type = types[extname(path)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`;
  const worthIt = identity.length > 1_000 && /text|json|svg/.test(type);
  return {
    type,
    etag,
    bodies: worthIt
      ? { identity, br: await brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }), gzip: await zip(identity, { level: 9 }) }
      : { identity, br: identity, gzip: identity },
  };
}
