/** Framing of PostgreSQL's wire protocol, version 3: messages in, messages out. Knows no SQL. */

/** @typedef {{ readonly type: string, readonly bytes: Buffer }} Message One typed message; `bytes` has its header too. */
/** @typedef {{ severity?: 'ERROR' | 'FATAL', code: string, message: string, hint?: string }} Fault */

/** Longer messages than a real server would take for a statement are a fault or an attack. */
const longest = 256 * 1024 * 1024;

/** Puts messages together from the pieces a socket delivers. */
export class MessageReader {
  /** @type {Buffer[]} */
  #pieces = [];
  #length = 0;

  /** @param {Buffer} piece */
  push(piece) {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  /**
   * The packet a connection begins with: it has a length but no type.
   * @returns {Buffer | undefined} undefined while it is incomplete
   */
  startupPacket() {
    return this.#take(0);
  }

  /** @returns {Message | undefined} undefined while it is incomplete */
  message() {
    const bytes = this.#take(1);
    return bytes && { type: String.fromCharCode(bytes[0] ?? 0), bytes };
  }

  /** @param {0 | 1} lengthAt where the length stands; it counts itself and what follows */
  #take(lengthAt) {
    if (this.#length < lengthAt + 4) return undefined;
    if ((this.#pieces[0]?.length ?? 0) < lengthAt + 4) this.#join();
    const size = lengthAt + /** @type {Buffer} */ (this.#pieces[0]).readUInt32BE(lengthAt);
    if (size < lengthAt + 4 || size > longest) throw new RangeError('a message of an impossible length');
    if (this.#length < size) return undefined;
    if ((this.#pieces[0]?.length ?? 0) < size) this.#join();
    const all = /** @type {Buffer} */ (this.#pieces[0]);
    if (all.length === size) this.#pieces.shift();
    else this.#pieces[0] = all.subarray(size);
    this.#length -= size;
    return all.subarray(0, size);
  }

  #join() {
    this.#pieces = [Buffer.concat(this.#pieces)];
  }
}

/**
 * @param {string} type one letter
 * @param {...(Buffer | string | number)} fields bytes, text (sent with its closing zero), or a 32-bit integer
 */
export function message(type, ...fields) {
  const body = Buffer.concat(fields.map((field) => (typeof field === 'string' ? Buffer.from(`${field}\0`) : typeof field === 'number' ? int32(field) : field)));
  return Buffer.concat([Buffer.from(type, 'latin1'), int32(body.length + 4), body]);
}

/** @param {number} value */
export function int32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** @param {Fault} fault */
export function errorResponse({ severity = 'ERROR', code, message: text, hint }) {
  const field = (/** @type {string} */ name, /** @type {string} */ value) => Buffer.from(`${name}${value}\0`);
  return message('E', field('S', severity), field('V', severity), field('C', code), field('M', text), ...(hint ? [field('H', hint)] : []), Buffer.alloc(1));
}

/** @param {string} status I outside a transaction, T inside, E inside one that failed */
export const readyForQuery = (status) => message('Z', Buffer.from(status, 'latin1'));

/** @param {string} sql */
export const query = (sql) => message('Q', sql);

export const sync = message('S');

/**
 * The text that begins at `from` and ends with a zero.
 * @param {Buffer} bytes
 * @param {number} from
 */
export function textAt(bytes, from) {
  const end = bytes.indexOf(0, from);
  return bytes.toString('utf8', from, end < 0 ? bytes.length : end);
}

/**
 * Walks over what the server answered.
 * @param {Buffer} output whole messages
 * @returns {Generator<Message>}
 */
export function* messagesIn(output) {
  for (let at = 0; at < output.length; ) {
    const size = 1 + output.readUInt32BE(at + 1);
    yield { type: String.fromCharCode(output[at] ?? 0), bytes: output.subarray(at, at + size) };
    at += size;
  }
}

/**
 * The texts of a DataRow.
 * @param {Buffer} bytes
 */
export function rowValues(bytes) {
  /** @type {(string | null)[]} */
  const values = [];
  for (let at = 7, left = bytes.readInt16BE(5); left > 0; left--) {
    const length = bytes.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? null : bytes.toString('utf8', at, at + length));
    if (length > 0) at += length;
  }
  return values;
}
