/** Ports of the loopback address. */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** One that nobody uses just now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>} whether it can be listened on
 */
export async function isFree(host, port) {
  const server = createServer();
  const free = await new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, host, () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}
