import type { IncomingMessage } from 'node:http';
import { refuse } from '../graphql/errors.js';

/** Bytes of a request's body at most. */
export const longestBody = 4 * 1024 * 1024;

/**
 * The whole body as text.
 * @throws Refusal REQUEST_TOO_LARGE after what was sent is read and dropped (a client reads no answer
 * while it still sends), or at once where it goes on and on; REQUEST_MALFORMED where it is compressed,
 * no UTF-8, or cut off
 */
export async function readBody(request: IncomingMessage, longest = longestBody): Promise<string> {
  const bytes = await bytesOf(request, longest);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('REQUEST_MALFORMED');
  }
}

function bytesOf(request: IncomingMessage, longest: number): Promise<Buffer> {
  const tooLarge = () => refuse('REQUEST_TOO_LARGE', { max: longest });
  return new Promise((resolve, reject) => {
    if (request.readableEnded || request.destroyed) return reject(refuse('REQUEST_MALFORMED'));
    if (request.headers['content-encoding'] && request.headers['content-encoding'] !== 'identity') {
      request.resume();
      reject(refuse('REQUEST_MALFORMED'));
      return;
    }
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= longest) chunks.push(chunk);
      else chunks = [];
      if (size > 4 * longest) {
        request.pause();
        reject(tooLarge());
      }
    });
    request.on('end', () => {
      if (size > longest) reject(tooLarge());
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    });
    const cutOff = (): void => reject(refuse('REQUEST_MALFORMED'));
    request.on('error', cutOff);
    request.on('aborted', cutOff);
  });
}
