/** The embedded database on a port of the loopback address. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Backend, BackendError } from './backend.mjs';
import { Connection } from './connection.mjs';
import { Inbox, greet } from './handshake.mjs';
import { LoginRefused, logIn } from './login.mjs';
import { Notifications } from './notifications.mjs';
import { Scheduler } from './scheduler.mjs';
import { int32, errorResponse, message, readyForQuery } from './wire.mjs';

/** @typedef {import('node:net').Socket} Socket */

/** What clients are told of the session when it begins. */
const reported =
  'server_version server_encoding client_encoding application_name is_superuser session_authorization DateStyle IntervalStyle TimeZone integer_datetimes standard_conforming_strings in_hot_standby default_transaction_read_only search_path'.split(
    ' ',
  );

/** Milliseconds for what is on its way: a client that says goodbye just now shall not hear that it was ended. */
const farewell = 50;

export class EmbeddedServer {
  /**
   * @param {import('./engine.mjs').Engine} engine
   * @param {object} options
   * @param {string} options.password of the superuser
   * @param {(error: unknown) => void} options.onFailure the backend is broken: the process has to end
   */
  constructor(engine, { password, onFailure }) {
    this.#password = password;
    this.backend = new Backend(engine);
    this.scheduler = new Scheduler(onFailure);
  }

  #password;
  #notifications = new Notifications();
  #server = createServer({ noDelay: true, keepAlive: true }, (socket) => void this.#accept(socket));
  /** @type {Map<number, { connection: Connection, secret: number }>} */
  #connections = new Map();
  /** @type {Set<Socket>} */
  #sockets = new Set();
  #lastId = 0;
  #closing = false;

  /**
   * @param {number} port 0 for any free one
   * @returns {Promise<number>} the port it listens on
   */
  listen(port) {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => resolve(/** @type {import('node:net').AddressInfo} */ (this.#server.address()).port));
    });
  }

  /** Resolves when no client is connected. */
  async left() {
    while (this.#sockets.size > 0) await wait(farewell);
  }

  /** Takes no more clients, tells those it has, rolls back what they left open, and resolves when the backend is at rest. */
  async close() {
    this.#closing = true;
    this.#server.close();
    await wait(farewell);
    for (const { connection } of this.#connections.values()) connection.fail({ code: '57P01', message: 'terminating connection due to administrator command' });
    await this.scheduler.alone(async () => undefined);
    for (const socket of this.#sockets) socket.destroy();
  }

  /** @param {Socket} socket */
  async #accept(socket) {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
    const inbox = new Inbox(socket);
    try {
      const opening = await greet(inbox, socket, (id, secret) => this.#cancel(id, secret));
      if (!opening || this.#closing) return void socket.end();
      await this.#open(opening, inbox, socket);
    } catch (error) {
      if (socket.destroyed) return; // it went while we were reading
      if (error instanceof LoginRefused) socket.end(errorResponse(error.fault));
      else if (error instanceof RangeError) socket.end(errorResponse({ severity: 'FATAL', code: '08P01', message: error.message }));
      else socket.destroy(error instanceof Error ? error : undefined);
    }
  }

  /**
   * @param {{ parameters: import('./login.mjs').StartParameters, password: string }} opening
   * @param {Inbox} inbox
   * @param {Socket} socket
   */
  async #open({ parameters, password }, inbox, socket) {
    const id = ++this.#lastId;
    const secret = randomInt(2 ** 31);
    const { session, timers, told } = await this.scheduler.alone(async () => {
      const login = await logIn(this.backend, parameters, password, this.#password);
      await this.backend.become(login.session).catch((error) => {
        throw error instanceof BackendError ? new LoginRefused({ code: '22023', message: error.message }) : error;
      });
      const names = reported.map((name) => `select '${name}', current_setting('${name}')`);
      return { ...login, told: await this.backend.rows(names.join(' union all ')) };
    });
    if (socket.destroyed) return;
    const connection = new Connection({ id, socket, backend: this.backend, scheduler: this.scheduler, notifications: this.#notifications, session, timers });
    this.#connections.set(id, { connection, secret });
    socket.on('close', () => this.#connections.delete(id));
    const status = told.map(([name, value]) => message('S', name ?? '', value ?? ''));
    connection.send(Buffer.concat([message('R', int32(0)), ...status, message('K', id, secret), readyForQuery('I')]));
    await connection.serve(inbox);
  }

  /**
   * @param {number} id
   * @param {number} secret
   */
  #cancel(id, secret) {
    const found = this.#connections.get(id);
    if (found?.secret === secret) found.connection.cancel();
  }
}
