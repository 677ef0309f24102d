/** Puts a connection's messages together into units that run without another connection in between. */
import { createHash } from 'node:crypto';
import { inspect } from './inspect.mjs';
import { message, textAt } from './wire.mjs';

/** @typedef {import('./wire.mjs').Message} Message */
/** @typedef {import('./wire.mjs').Fault} Fault */
/** @typedef {import('./inspect.mjs').Findings} Findings */
/**
 * @typedef {object} Unit
 * @property {Buffer[]} parts the messages as the backend shall see them
 * @property {'whole' | 'flush' | 'goodbye'} end flush leaves the unit open: more of it follows
 * @property {boolean} simple ends with a simple query
 * @property {Fault} [refusal] set: nothing of it is run
 * @property {Findings[]} findings of the statements it runs
 * @property {boolean} wantsUnnamed uses an unnamed statement made before it
 * @property {Buffer} [unnamed] the unnamed statement it makes
 */

/** @type {Unit} */
export const goodbye = Object.freeze({ parts: [], end: 'goodbye', simple: false, findings: [], wantsUnnamed: false });

/** @returns {Unit} */
const empty = () => ({ parts: [], end: 'whole', simple: false, findings: [], wantsUnnamed: false });

export class UnitBuilder {
  /**
   * @param {number} id of the connection
   * @param {boolean} restricted the login is no superuser
   */
  constructor(id, restricted) {
    this.#prefix = `c${id}_`;
    this.#restricted = restricted;
  }

  #prefix;
  #restricted;
  #unit = empty();
  /** Names the backend knows this connection's statements by, with what was found in them. @type {Map<string, Findings>} */
  #statements = new Map();

  /**
   * @param {Message} message
   * @returns {Unit | undefined} undefined while the unit is not complete
   */
  add({ type, bytes }) {
    const unit = this.#unit;
    unit.parts.push(this.#translate(type, bytes));
    if (type === 'X') return goodbye;
    if (type === 'Q') {
      unit.simple = true;
      this.#run(this.#inspect(textAt(bytes, 5)));
    } else if (type === 'H') unit.end = 'flush';
    else if (type !== 'S' && type !== 'F') return undefined;
    this.#unit = empty();
    return unit;
  }

  /** Closes every named statement of this connection. */
  closeAll() {
    return Buffer.concat([...this.#statements.keys()].filter((name) => name !== '').map((name) => message('C', Buffer.from('S'), name)));
  }

  /**
   * Statement names get the connection's own prefix. Portals need none: they end with their transaction,
   * and while that is open no other connection comes in between.
   * @param {string} type
   * @param {Buffer} bytes
   */
  #translate(type, bytes) {
    if (type === 'P') {
      const name = this.#own(textAt(bytes, 5));
      const rest = bytes.subarray(bytes.indexOf(0, 5) + 1);
      const parse = name === '' ? bytes : message('P', name, rest);
      if (name === '') this.#unit.unnamed = bytes;
      this.#statements.set(name, this.#inspect(textAt(rest, 0)));
      return parse;
    }
    if (type === 'B') {
      const afterPortal = bytes.indexOf(0, 5) + 1;
      const name = this.#uses(textAt(bytes, afterPortal));
      return name === '' ? bytes : message('B', bytes.subarray(5, afterPortal), name, bytes.subarray(bytes.indexOf(0, afterPortal) + 1));
    }
    if ((type === 'D' || type === 'C') && bytes[5] === 0x53) {
      const given = textAt(bytes, 6);
      const name = type === 'D' ? this.#uses(given, false) : this.#own(given);
      return name === '' ? bytes : message(type, bytes.subarray(5, 6), name);
    }
    return bytes;
  }

  /**
   * @param {string} given
   * @param {boolean} running
   */
  #uses(given, running = true) {
    const name = this.#own(given);
    if (name === '' && !this.#unit.unnamed) this.#unit.wantsUnnamed = true;
    const findings = this.#statements.get(name);
    if (running && findings) this.#run(findings);
    return name;
  }

  /**
   * PostgreSQL cuts names at 63 bytes, so a long one is told by its hash.
   * @param {string} given
   */
  #own(given) {
    if (given === '') return '';
    const name = this.#prefix + given;
    return Buffer.byteLength(name) <= 63 ? name : this.#prefix + createHash('sha1').update(given).digest('hex');
  }

  /** @param {string} sql */
  #inspect(sql) {
    const findings = inspect(sql);
    this.#unit.refusal ??= findings.refusal ?? (this.#restricted ? findings.restricted : undefined);
    return findings;
  }

  /** @param {Findings} findings */
  #run(findings) {
    if (findings.settings || findings.channels.length > 0) this.#unit.findings.push(findings);
  }
}
