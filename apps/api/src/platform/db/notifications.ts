/** LISTEN on a connection of its own, opened again when it is lost. What travels is ids and numbers. */
import { Client, escapeIdentifier } from 'pg';

type Handler = (payload: string) => void;

export class Notifications {
  private readonly handlers = new Map<string, Set<Handler>>();
  private readonly reconnected = new Set<() => void>();
  private client: Client | undefined;
  private opening: Promise<void> | undefined;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly url: string) {}

  /** Calls `handler` with each payload on `channel` until the returned function is called. */
  async listen(channel: string, handler: Handler): Promise<() => void> {
    const handlers = this.handlers.get(channel) ?? new Set<Handler>();
    this.handlers.set(channel, handlers.add(handler));
    await this.open();
    await this.client?.query(`listen ${escapeIdentifier(channel)}`);
    return () => {
      handlers.delete(handler);
    };
  }

  /** Calls `look` after a lost connection is back: what was notified meanwhile was missed. */
  onReconnect(look: () => void): void {
    this.reconnected.add(look);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.opening?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  private open(): Promise<void> {
    return (this.opening ??= this.connect());
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'kvarter listen', keepAlive: true });
    client.on('notification', ({ channel, payload }) => {
      for (const handler of this.handlers.get(channel) ?? []) handler(payload ?? '');
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      for (const channel of this.handlers.keys()) await client.query(`listen ${escapeIdentifier(channel)}`);
      this.client = client;
    } catch (error) {
      this.opening = undefined;
      await client.end().catch(() => undefined);
      this.tryLater();
      throw error;
    }
  }

  private lost(client: Client): void {
    if (this.client !== client || this.closed) return;
    this.client = undefined;
    this.opening = undefined;
    this.tryAgain();
  }

  private tryAgain(): void {
    this.open().then(
      () => this.reconnected.forEach((look) => look()),
      () => undefined, // `connect` has seen to the next attempt
    );
  }

  private tryLater(): void {
    clearTimeout(this.retry);
    if (!this.closed) this.retry = setTimeout(() => this.tryAgain(), 500);
  }
}
