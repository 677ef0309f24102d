/** The one backend, worn by one session after the other. */
import { EngineCrash } from './engine.mjs';
import { becomeSql, fingerprint, ownSession } from './session.mjs';
import { messagesIn, query, rowValues, textAt } from './wire.mjs';

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {{ channel: string, bytes: Buffer }} Notification */
/**
 * @typedef {object} Answer
 * @property {Buffer} output for the client: no ReadyForQuery, no notifications
 * @property {string | undefined} status of the last ReadyForQuery: I, T or E
 * @property {string | undefined} error SQLSTATE of the first error
 * @property {string | undefined} ended COMMIT or ROLLBACK, whichever was last, if any
 * @property {Notification[]} notifications of this unit, whoever is to hear them
 */

/** SQL of the server's own was refused. */
export class BackendError extends Error {}

export class Backend {
  /** @param {import('./engine.mjs').Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  #engine;
  #worn = '';

  /**
   * Which connection's unnamed statement the backend holds: every simple query and change of session drops it.
   * @type {unknown}
   */
  unnamedOf = undefined;

  /**
   * Wears the session. Only outside transactions.
   * @param {Session} session
   * @throws {BackendError} when the user or a setting is not (any longer) to be had
   */
  async become(session) {
    const wanted = fingerprint(session);
    if (wanted === this.#worn) return;
    this.#worn = '';
    this.unnamedOf = undefined;
    const { error, output } = await this.run(query(becomeSql(session)), true);
    if (error) throw new BackendError(describe(error, output));
    this.#worn = wanted;
  }

  /**
   * Rows of a statement of the server's own, as texts, in the session that is worn.
   * @param {string} sql
   * @throws {BackendError}
   */
  async rows(sql) {
    this.unnamedOf = undefined;
    const { error, output } = await this.run(query(sql), true);
    if (error) throw new BackendError(describe(error, output));
    const rows = [];
    for (const { type, bytes } of messagesIn(output)) if (type === 'D') rows.push(rowValues(bytes));
    return rows;
  }

  /**
   * As `rows`, as the superuser.
   * @param {string} sql
   */
  async rowsAsOwner(sql) {
    await this.become(ownSession);
    return this.rows(sql);
  }

  /**
   * Tells what the backend wears since a statement changed its settings.
   * @param {Session} session
   */
  wears(session) {
    this.#worn = fingerprint(session);
  }

  /**
   * @param {Buffer} input whole messages
   * @param {boolean} whole ends a transaction or a step of one, so that a status must follow
   * @returns {Promise<Answer>}
   * @throws {EngineCrash}
   */
  async run(input, whole) {
    const raw = await this.#engine.exec(input);
    /** @type {Answer} */
    const answer = { output: raw, status: undefined, error: undefined, ended: undefined, notifications: [] };
    /** @type {Buffer[]} */
    const kept = [];
    let at = 0;
    let keptTo = 0;
    for (const { type, bytes } of messagesIn(raw)) {
      at += bytes.length;
      if (type === 'Z' || type === 'A') {
        kept.push(raw.subarray(keptTo, at - bytes.length));
        keptTo = at;
      }
      // After an error PGlite says ReadyForQuery at once and again at Sync: one is due, so the caller sends it.
      if (type === 'Z') answer.status = String.fromCharCode(bytes[5] ?? 0);
      else if (type === 'A') answer.notifications.push({ channel: textAt(bytes, 9), bytes });
      else if (type === 'E') answer.error ??= /\0C(\w{5})\0/.exec(bytes.toString('latin1'))?.[1] ?? 'XX000';
      else if (type === 'C') answer.ended = endOf(bytes) ?? answer.ended;
    }
    if (whole && answer.status === undefined) this.#engine.crashed(new EngineCrash('the embedded database gave no answer'));
    kept.push(raw.subarray(keptTo));
    answer.output = Buffer.concat(kept);
    return answer;
  }
}

/**
 * COMMIT or ROLLBACK, where the command was one of them.
 * @param {Buffer} bytes CommandComplete
 */
function endOf(bytes) {
  const tag = bytes.length <= 14 ? textAt(bytes, 5) : '';
  return tag === 'COMMIT' || tag === 'ROLLBACK' ? tag : undefined;
}

/**
 * @param {string} code
 * @param {Buffer} output
 */
function describe(code, output) {
  const text = output.toString('utf8');
  return `${code} ${/\0M([^\0]*)\0/.exec(text)?.[1] ?? ''}`;
}
