/**
 * Preloaded into api and worker (`node --import`): they end when whoever started them is gone, even by
 * kill -9; and a signal that comes twice, once to the whole group and once from the starter, does not end
 * them in the middle of their goodbye.
 */
import { constants } from 'node:os';

const longestGoodbye = 20_000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), longestGoodbye).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
  process.once(signal, () => {
    if (process.listenerCount(signal) === 0) process.exit(128 + constants.signals[signal]);
    process.on(signal, () => undefined);
  });
}
