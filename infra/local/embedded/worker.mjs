/** The thread of the embedded database: engine and server. */
import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from './engine.mjs';
import { maintain } from './maintenance.mjs';
import { EmbeddedServer } from './server.mjs';
import { prepareDataDir } from './template.mjs';

/** @typedef {{ dataDir: string, port: number, password: string }} WorkerData */

const { dataDir, port, password } = /** @type {WorkerData} */ (workerData);

/**
 * @param {unknown} error
 * @returns {never}
 */
const broken = (error) => {
  const { message, cause } = /** @type {Error} */ (error);
  process.stderr.write(`${message}${cause instanceof Error ? `: ${cause.message}` : ''}\n`);
  return process.exit(70); // of this thread; the process follows
};

await prepareDataDir(dataDir);
const engine = await Engine.open(dataDir, broken);
const server = new EmbeddedServer(engine, { password, onFailure: broken });
const listening = await server.listen(port);
const rest = maintain(server);

let closing = false;
const close = async () => {
  if (closing) return;
  closing = true;
  rest();
  await server.close();
  await engine.close();
  process.exit(0);
};
parentPort?.on('message', (how) => void (how === 'close' ? close() : server.left().then(close)).catch(broken));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for browsers
parentPort?.postMessage({ port: listening });
