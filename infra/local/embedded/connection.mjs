/** One client after its login: its units wait here for their turn and are run one by one. */
import { BackendError } from './backend.mjs';
import { identifier, milliseconds, readSession, readSql, superuser } from './session.mjs';
import { UnitBuilder, goodbye } from './unit.mjs';
import { errorResponse, message, query, readyForQuery, sync } from './wire.mjs';

/** @typedef {import('./wire.mjs').Fault} Fault */
/** @typedef {import('./unit.mjs').Unit} Unit */
/** @typedef {import('./backend.mjs').Answer} Answer */
/** @typedef {import('./inspect.mjs').ChannelChange} ChannelChange */
/** @typedef {import('./scheduler.mjs').Client} Client */

/** A client with more units than this in the queue is not read from until some have run. */
const most = 1000;

/** No other connection gets anywhere while a transaction is open, so nobody may keep one open for ever. */
const patience = 60_000;

/** Fails in the backend as a refused statement would: the transaction is aborted, the rest up to Sync is skipped. */
const anyFailure = message('P', '', 'refused', Buffer.alloc(2));

/**
 * @typedef {object} Means
 * @property {number} id
 * @property {import('node:net').Socket} socket
 * @property {import('./backend.mjs').Backend} backend
 * @property {import('./scheduler.mjs').Scheduler} scheduler
 * @property {import('./notifications.mjs').Notifications} notifications
 * @property {import('./session.mjs').Session} session
 * @property {Readonly<Record<string, string>>} timers
 */

/** @implements {Client} */
export class Connection {
  /** @param {Means} means */
  constructor({ id, socket, backend, scheduler, notifications, session, timers }) {
    this.id = id;
    this.#socket = socket;
    this.#backend = backend;
    this.#scheduler = scheduler;
    this.#notifications = notifications;
    this.#session = session;
    this.#builder = new UnitBuilder(id, session.login !== superuser);
    this.patience = milliseconds(timers['idle_in_transaction_session_timeout'] ?? '') ?? patience;
    socket.on('close', () => this.#gone());
  }

  #socket;
  #backend;
  #scheduler;
  #notifications;
  #session;
  #builder;
  /** @type {Unit[]} */
  #units = [];
  #status = 'I';
  /** Inside a unit of which a part has run (the client asked to flush). */
  #open = false;
  #over = false;
  /** @type {Buffer | undefined} */
  #unnamed;
  /** @type {ChannelChange[]} */
  #channelChanges = [];
  #settingsChanged = false;
  /** @type {Set<string>} */
  #customSettings = new Set();
  /** @type {(() => void) | undefined} */
  #onRoom;

  get waiting() {
    return this.#units.length > 0;
  }

  get holding() {
    return this.#open || this.#status !== 'I';
  }

  /**
   * Takes the client's messages until it leaves.
   * @param {import('./handshake.mjs').Inbox} inbox
   */
  async serve(inbox) {
    for (let next = await inbox.message(); next && !this.#over; next = await inbox.message()) {
      const unit = this.#builder.add(next);
      if (!unit) continue;
      this.#units.push(unit);
      this.#scheduler.submit(this);
      if (unit === goodbye) return;
      while (!this.#over && (this.#units.length >= most || this.#socket.writableNeedDrain)) await this.#room();
    }
  }

  /** Refuses what this client waits for. What runs already can't be stopped: the backend does not hear while it runs. */
  cancel() {
    const first = this.#units[0];
    if (first && first !== goodbye) first.refusal = { code: '57014', message: 'canceling statement due to user request' };
  }

  /** @param {Buffer} bytes */
  send(bytes) {
    if (bytes.length > 0 && this.#socket.writable) this.#socket.write(bytes);
  }

  /**
   * Ends the connection for a reason the client is told.
   * @param {Fault} fault
   */
  fail(fault) {
    this.send(errorResponse({ severity: 'FATAL', ...fault }));
    this.#socket.end();
    this.#gone();
  }

  onImpatience() {
    this.fail({ code: '25P03', message: 'terminating connection due to idle-in-transaction timeout' });
  }

  async runNext() {
    const unit = this.#units.shift();
    this.#onRoom?.();
    if (unit === goodbye) return this.#cleanUp();
    if (!unit) return;
    if (!this.holding) {
      try {
        await this.#backend.become(this.#session);
      } catch (error) {
        if (!(error instanceof BackendError)) throw error;
        return this.fail({ code: '28000', message: `the session can't be restored: ${error.message}` });
      }
      await this.#bringUnnamed(unit);
    }
    const whole = unit.end === 'whole';
    const input = unit.refusal ? [anyFailure, ...(whole ? [sync] : [])] : unit.parts;
    const answer = await this.#backend.run(Buffer.concat(input), whole);
    this.#open = !whole;
    if (whole) this.#status = answer.status ?? 'I';
    this.#note(unit, answer);
    await this.#settle(answer);
    const own = this.#notifications.deliver(answer.notifications, this, this.id);
    this.send(Buffer.concat([unit.refusal ? errorResponse(unit.refusal) : answer.output, ...own, ...(whole ? [readyForQuery(this.#status)] : [])]));
  }

  /**
   * Makes this connection's unnamed statement again where another one took its place.
   * @param {Unit} unit
   */
  async #bringUnnamed(unit) {
    if (!unit.wantsUnnamed || !this.#unnamed || this.#backend.unnamedOf === this) return;
    await this.#backend.run(Buffer.concat([this.#unnamed, sync]), true);
    this.#backend.unnamedOf = this;
  }

  /**
   * @param {Unit} unit
   * @param {Answer} answer
   */
  #note(unit, answer) {
    if (unit.unnamed || unit.simple || unit.refusal) {
      this.#unnamed = unit.simple || answer.error ? undefined : unit.unnamed;
      this.#backend.unnamedOf = this;
    }
    if (answer.error) return;
    for (const { channels, settings, customSettings } of unit.findings) {
      this.#channelChanges.push(...channels);
      this.#settingsChanged ||= settings;
      for (const name of customSettings) this.#customSettings.add(name);
    }
  }

  /**
   * When a transaction is over, what it said of settings and channels holds or is forgotten.
   * @param {Answer} answer
   */
  async #settle({ error, ended }) {
    if (this.holding) return;
    if (this.#channelChanges.length > 0) {
      const changes = error || ended === 'ROLLBACK' ? [] : this.#channelChanges;
      this.#channelChanges = [];
      for (const channel of this.#notifications.change(this, changes)) await this.#backend.rows(`listen ${identifier(channel)}`);
    }
    if (this.#settingsChanged) {
      this.#settingsChanged = false;
      this.#session = readSession(this.#session.login, await this.#backend.rows(readSql(this.#customSettings)));
      this.#backend.wears(this.#session);
    }
  }

  /** The socket is closed or about to be: what has not begun is not run, what is open is rolled back. */
  #gone() {
    if (this.#over) return;
    this.#over = true;
    this.#onRoom?.();
    this.#units = [goodbye];
    this.#scheduler.submit(this);
  }

  async #cleanUp() {
    this.#over = true;
    this.#units = [];
    if (this.#open) await this.#backend.run(sync, true);
    if (this.holding) await this.#backend.run(query('rollback'), true);
    this.#open = false;
    this.#status = 'I';
    const close = this.#builder.closeAll();
    if (close.length > 0) await this.#backend.run(Buffer.concat([close, sync]), true);
    for (const channel of this.#notifications.forget(this)) await this.#backend.rowsAsOwner(`unlisten ${identifier(channel)}`);
    this.#socket.end();
  }

  async #room() {
    await new Promise((resolve) => {
      this.#onRoom = () => resolve(undefined);
      this.#socket.once('drain', this.#onRoom);
    });
    this.#onRoom = undefined;
  }
}
