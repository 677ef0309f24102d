/** Whose turn it is at the one backend. Whoever has a transaction open goes on first; others in order of arrival. */
import { setImmediate as turn } from 'node:timers/promises';

/**
 * Somebody who wants the backend.
 * @typedef {object} Client
 * @property {boolean} waiting has something to run
 * @property {boolean} holding is in the middle of a transaction
 * @property {() => Promise<void>} runNext runs one unit
 * @property {number} patience ms it may hold a transaction and say nothing; 0 for ever
 * @property {() => void} onImpatience it has done so
 */

export class Scheduler {
  /** @type {Set<Client>} */
  #queue = new Set();
  /** @type {Client | undefined} */
  #holder;
  #running = false;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /**
   * @param {(error: unknown) => void} onError a unit threw, which none should
   */
  constructor(onError) {
    this.#onError = onError;
  }

  #onError;

  /** Nobody runs, waits or holds a transaction. */
  get idle() {
    return !this.#running && !this.#holder && this.#queue.size === 0;
  }

  /** @param {Client} client has something to run */
  submit(client) {
    if (client === this.#holder) clearTimeout(this.#timer);
    else this.#queue.add(client);
    if (!this.#running) this.#run().catch(this.#onError);
  }

  /**
   * Runs work of the server's own when no transaction is open.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  alone(work) {
    return new Promise((resolve, reject) => {
      const runNext = () => {
        client.waiting = false;
        return work().then(resolve, reject);
      };
      const client = { waiting: true, holding: false, patience: 0, onImpatience: () => undefined, runNext };
      this.submit(client);
    });
  }

  async #run() {
    this.#running = true;
    try {
      for (let client = this.#next(); client; client = this.#next()) {
        this.#queue.delete(client);
        await client.runNext();
        this.#holder = client.holding ? client : undefined;
        if (client.waiting && !client.holding) this.#queue.add(client);
        // Sockets and signals get their turn, but not in the middle of a burst of the holder's.
        if (!(client.holding && client.waiting)) await turn();
      }
    } finally {
      this.#running = false;
    }
    this.#watchHolder();
  }

  #next() {
    if (this.#holder) return this.#holder.waiting ? this.#holder : undefined;
    return this.#queue.values().next().value;
  }

  #watchHolder() {
    clearTimeout(this.#timer);
    const holder = this.#holder;
    if (holder && holder.patience > 0) this.#timer = setTimeout(() => holder.onImpatience(), holder.patience);
  }
}
