/** How a process begins and ends. */
import type { INestApplicationContext } from '@nestjs/common';
import { ConfigError } from '../config.js';
import { HealthChecks } from './health/health-checks.js';
import { log } from './log/log.js';

/** Longer than operations, sockets and jobs are waited for; shorter than what ends us by force waits. */
const longestGoodbye = 18_000;
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Runs `start`; what can't start says why on standard error and ends with 1. */
export async function begin(start: () => Promise<INestApplicationContext>): Promise<void> {
  // Node would print the message, and a database quotes rows in its messages.
  process.on('uncaughtException', (error) => {
    log.error('uncaught', { error });
    process.exit(1);
  });
  try {
    endAtSignal(await start());
  } catch (error) {
    if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
    else log.error('start failed', { error });
    process.exit(1);
  }
}

/** At the first signal the process takes no more work, finishes what it has, and ends with 0. */
function endAtSignal(app: INestApplicationContext): void {
  let ending = false;
  const end = async (signal: string): Promise<void> => {
    if (ending) return;
    ending = true;
    log.info('ending', { signal });
    app.get(HealthChecks).stop();
    setTimeout(() => {
      log.error('cut off while ending');
      process.exit(1);
    }, longestGoodbye).unref();
    await app.close();
    log.info('ended');
    process.exit(0);
  };
  for (const signal of signals) process.on(signal, () => void end(signal));
}
