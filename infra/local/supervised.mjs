/** A process that is started again when it ends by itself. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const longestDelay = 10_000;
/** One that ran this long and then ended has begun a new count. */
const steady = 60_000;

export class Supervised {
  /**
   * @param {string} name as told to whoever watches
   * @param {() => ChildProcess | Promise<ChildProcess>} start resolves when it runs
   * @param {{ goodbye: number, end: (child: ChildProcess) => void, onFailedStart: (error: unknown) => void }} options
   *   `goodbye` ms it has to end in; `end` asks it to; `onFailedStart` a restart threw, and is tried again
   */
  constructor(name, start, options) {
    this.#name = name;
    this.#start = start;
    this.#options = options;
  }

  #name;
  #start;
  #options;
  /** @type {ChildProcess | undefined} */
  #child;
  #stopping = new AbortController();
  #watching = Promise.resolve();

  /** Rejects when the first start fails. After that it is kept running until `stop`. */
  async start() {
    this.#child = await this.#start();
    this.#watching = this.#watch(this.#child);
  }

  /** Whether it runs now. */
  get running() {
    return this.#child !== undefined && isAlive(this.#child);
  }

  /** Asks it to end, and ends it by force where it does not in time. */
  async stop() {
    this.#stopping.abort();
    const child = this.#child;
    if (child && isAlive(child)) {
      const force = setTimeout(() => child.kill('SIGKILL'), this.#options.goodbye);
      this.#options.end(child);
      await ended(child);
      clearTimeout(force);
    }
    await this.#watching;
  }

  /** @param {ChildProcess} first */
  async #watch(first) {
    const { signal } = this.#stopping;
    let child = first;
    for (let failures = 0; ; ) {
      const startedAt = Date.now();
      await ended(child);
      if (signal.aborted) return;
      if (Date.now() - startedAt > steady) failures = 0;
      for (let again = true; again; failures++) {
        const delay = Math.min(longestDelay, 250 * 2 ** failures);
        console.error(`${this.#name} sluttede (${child.signalCode ?? child.exitCode}) og startes igen om ${delay / 1000} s. / ended and is started again.`);
        await wait(delay, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
        try {
          this.#child = child = await this.#start();
          again = false;
        } catch (error) {
          this.#options.onFailedStart(error);
        }
      }
    }
  }
}

/** @param {ChildProcess} child */
const isAlive = (child) => child.exitCode === null && child.signalCode === null;

/** @param {ChildProcess} child */
async function ended(child) {
  if (isAlive(child)) await once(child, 'exit');
}
