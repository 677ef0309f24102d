/** How a connection begins: encryption declined, cancel requests, name and password. */
import { MessageReader, errorResponse, int32, message, textAt } from './wire.mjs';

/** @typedef {import('./login.mjs').StartParameters} StartParameters */

const cancelRequest = 80877102;
const encryptionRequests = [80877103, 80877104]; // TLS and GSS: not on a loopback address

/** The pieces a socket delivers, asked for one message at a time; a peer that sends faster than it is served has to wait. */
export class Inbox {
  #reader = new MessageReader();
  /** @type {AsyncIterator<Buffer>} */
  #pieces;

  /** @param {import('node:net').Socket} socket */
  constructor(socket) {
    this.#pieces = socket[Symbol.asyncIterator]();
  }

  /** @returns {Promise<Buffer | undefined>} undefined at the end of the stream */
  packet() {
    return this.#until(() => this.#reader.startupPacket());
  }

  /** @returns {Promise<import('./wire.mjs').Message | undefined>} undefined at the end of the stream */
  message() {
    return this.#until(() => this.#reader.message());
  }

  /**
   * @template T
   * @param {() => T | undefined} take
   */
  async #until(take) {
    for (;;) {
      const got = take();
      if (got !== undefined) return got;
      const { value, done } = await this.#pieces.next();
      if (done) return undefined;
      this.#reader.push(value);
    }
  }
}

/**
 * @param {Inbox} inbox
 * @param {import('node:net').Socket} socket
 * @param {(id: number, secret: number) => void} cancel
 * @returns {Promise<{ parameters: StartParameters, password: string } | undefined>} undefined when there is nothing to go on with
 */
export async function greet(inbox, socket, cancel) {
  for (;;) {
    const packet = await inbox.packet();
    if (!packet || packet.length < 8) return undefined;
    const code = packet.readInt32BE(4);
    if (encryptionRequests.includes(code)) {
      socket.write('N');
    } else if (code === cancelRequest) {
      if (packet.length >= 16) cancel(packet.readInt32BE(8), packet.readInt32BE(12));
      return undefined;
    } else if (code >> 16 !== 3) {
      socket.write(errorResponse({ severity: 'FATAL', code: '0A000', message: 'unsupported frontend protocol' }));
      return undefined;
    } else {
      const parameters = parametersOf(packet);
      const unknown = Object.keys(parameters).filter((name) => name.startsWith('_pq_.'));
      if (code & 0xffff || unknown.length > 0) socket.write(message('v', 0, unknown.length, ...unknown)); // 3.0 is what we speak
      socket.write(message('R', int32(3)));
      const answer = await inbox.message();
      return answer?.type === 'p' ? { parameters, password: textAt(answer.bytes, 5) } : undefined;
    }
  }
}

/** @param {Buffer} packet */
function parametersOf(packet) {
  /** @type {Record<string, string>} */
  const parameters = {};
  for (let at = 8; at < packet.length && packet[at] !== 0; ) {
    const name = textAt(packet, at);
    at += Buffer.byteLength(name) + 1;
    const value = textAt(packet, at);
    at += Buffer.byteLength(value) + 1;
    parameters[name] = value;
  }
  return parameters;
}
