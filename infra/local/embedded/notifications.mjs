/** Who listens to what. The backend listens to all of it; each notification goes to those who asked. */

/** @typedef {import('./inspect.mjs').ChannelChange} ChannelChange */
/** @typedef {import('./backend.mjs').Notification} Notification */
/** @typedef {{ send(bytes: Buffer): void }} Listener */

export class Notifications {
  /** @type {Map<string, Set<Listener>>} */
  #listeners = new Map();

  /**
   * What a committed transaction changed.
   * @param {Listener} listener
   * @param {readonly ChannelChange[]} changes
   * @returns {string[]} channels the backend just stopped to listen to, though others still do
   */
  change(listener, changes) {
    /** @type {Set<string>} */
    const stopped = new Set();
    for (const { listen, channel } of changes) {
      if (listen) {
        const listeners = this.#listeners.get(channel) ?? new Set();
        this.#listeners.set(channel, listeners.add(listener));
        stopped.delete(channel);
      } else {
        for (const name of channel === '*' ? [...this.#listeners.keys()] : [channel]) {
          this.#remove(name, listener);
          if (this.#listeners.has(name)) stopped.add(name);
        }
      }
    }
    return [...stopped];
  }

  /**
   * @param {Listener} listener that is gone
   * @returns {string[]} channels nobody listens to any more
   */
  forget(listener) {
    const left = [];
    for (const [channel, listeners] of this.#listeners) {
      if (!listeners.has(listener)) continue;
      this.#remove(channel, listener);
      if (!this.#listeners.has(channel)) left.push(channel);
    }
    return left;
  }

  /**
   * Sends notifications to those who listen, except the one who sent them: theirs belong in their answer.
   * @param {readonly Notification[]} notifications
   * @param {Listener} sender
   * @param {number} senderId takes the place of the backend's process id, which all connections share
   * @returns {Buffer[]} what the sender itself is to hear
   */
  deliver(notifications, sender, senderId) {
    const own = [];
    for (const { channel, bytes } of notifications) {
      const signed = Buffer.from(bytes);
      signed.writeInt32BE(senderId, 5);
      for (const listener of this.#listeners.get(channel) ?? []) {
        if (listener === sender) own.push(signed);
        else listener.send(signed);
      }
    }
    return own;
  }

  /**
   * @param {string} channel
   * @param {Listener} listener
   */
  #remove(channel, listener) {
    const listeners = this.#listeners.get(channel);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#listeners.delete(channel);
  }
}
