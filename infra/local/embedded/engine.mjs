/** PostgreSQL with PostGIS as WebAssembly: one backend, one statement at a time, asked in wire protocol. */
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { postgis } from '@electric-sql/pglite-postgis';

/** The backend is not to be trusted any more. What it had committed is safe on disk; only a new process gets at it. */
export class EngineCrash extends Error {}

/**
 * What this package knows of the module inside PGlite.
 * @typedef {{ _PostgresMainLoopOnce: () => void, ___stack_pointer: { value: number } }} Internals
 */

// PGlite's own, except for its search_path: each connection brings its own or has PostgreSQL's default.
const startParams = PGlite.defaultStartParams.filter(
  (parameter, index, all) => !(parameter === 'search_path=public' || all[index + 1] === 'search_path=public'),
);

export class Engine {
  /**
   * @param {PGlite} pglite
   * @param {(crash: EngineCrash) => never} crashed has to end the process
   */
  constructor(pglite, crashed) {
    this.crashed = crashed;
    this.#pglite = pglite;
    this.#internals = /** @type {Internals} */ (/** @type {unknown} */ (pglite.Module));
    this.#restingStack = this.#internals.___stack_pointer.value;
    this.#watch();
  }

  #pglite;
  #internals;
  #restingStack;

  /**
   * Opens a data directory, or makes an empty database where there is none (13 s; see template.mjs).
   * @param {string} dataDir
   * @param {(crash: EngineCrash) => never} crashed has to end the process
   */
  static async open(dataDir, crashed) {
    return new Engine(await PGlite.create(dataDir, { extensions: { postgis, btree_gist }, startParams: [...startParams, '-c', 'timezone=UTC'] }), crashed);
  }

  /**
   * @param {Buffer} input whole messages
   * @returns {Promise<Buffer>} what the backend answered, whole messages
   * @throws {EngineCrash}
   */
  async exec(input) {
    // A statement that fails leaves by a JavaScript exception, which frees the memory of the C stack as
    // little as longjmp would: some 1,800 failures later every statement meets "stack depth limit exceeded".
    this.#internals.___stack_pointer.value = this.#restingStack;
    /** @type {Buffer[]} */
    const pieces = [];
    const onRawData = (/** @type {Uint8Array} */ piece) => void pieces.push(Buffer.from(piece)); // a copy: the view is reused
    await this.#pglite.execProtocolRawStream(input, { syncToFs: false, onRawData });
    return pieces.length === 1 ? /** @type {Buffer} */ (pieces[0]) : Buffer.concat(pieces);
  }

  /** Writes everything out and closes. */
  async close() {
    this.#internals.___stack_pointer.value = this.#restingStack;
    await this.#pglite.close();
  }

  /**
   * PGlite takes every exception of the backend for a failed statement, which is thrown as a string. Any
   * other one (memory out of bounds, JavaScript's stack exhausted, the backend's own exit) leaves it
   * broken, and PGlite would turn round and round in it. The only way out of there is to end the process.
   */
  #watch() {
    const once = this.#internals._PostgresMainLoopOnce;
    this.#internals._PostgresMainLoopOnce = () => {
      try {
        once();
      } catch (error) {
        if (typeof error !== 'string') this.crashed(new EngineCrash('the embedded database broke', { cause: error }));
        throw error;
      }
    };
  }
}
