/** A running embedded database for a test file, and a client that says exactly what it is told. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Socket, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { spawnEmbedded } from './spawn.mjs';
import { MessageReader, int32, message, textAt } from './wire.mjs';

export const appPassword = "it's a password";

/** Starts one for all tests of the file, with a login `app` that is no superuser. */
export function useEmbedded() {
  const running = { adminUrl: '', port: 0, dataDir: '' };
  const clients: Client[] = [];
  let stop: () => Promise<unknown>;

  beforeAll(async () => {
    running.dataDir = await mkdtemp(join(tmpdir(), 'kvarter-embedded-'));
    const embedded = await spawnEmbedded(running.dataDir);
    Object.assign(running, { adminUrl: embedded.adminUrl, port: embedded.port });
    stop = embedded.stop;
    const admin = await running_connect();
    await admin.query(`create role app login password '${appPassword.replaceAll("'", "''")}'`);
    await admin.query('create table public.note (id serial primary key, text text not null)');
    await admin.query('grant all on public.note, public.note_id_seq to app');
  });

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await stop();
    await rm(running.dataDir, { recursive: true });
  });

  const running_connect = async (config: ClientConfig & { pipeline?: boolean } = {}) => {
    const client = new Client({ connectionString: running.adminUrl, ...config });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  };

  const appUrl = () => {
    const url = new URL(running.adminUrl);
    url.username = 'app';
    url.password = encodeURIComponent(appPassword);
    return url.toString();
  };

  return {
    running,
    connect: running_connect,
    connectAsApp: (config: ClientConfig & { pipeline?: boolean } = {}) => running_connect({ ...config, connectionString: appUrl() }),
    raw: () => RawClient.open(running.adminUrl),
  };
}

/** Speaks wire protocol a message at a time, so that a test decides what another client does in between. */
export class RawClient {
  private readonly reader = new MessageReader();
  private wake: () => void = () => undefined;
  key = { id: 0, secret: 0 };

  private constructor(readonly socket: Socket) {
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      this.reader.push(piece);
      this.wake();
    });
  }

  static async open(adminUrl: string): Promise<RawClient> {
    const { port, username, password } = new URL(adminUrl);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const client = new RawClient(socket);
    const body = Buffer.concat([int32(3 << 16), Buffer.from(`user\0${username}\0database\0postgres\0\0`)]);
    socket.write(Buffer.concat([int32(body.length + 4), body]));
    await client.next();
    socket.write(message('p', decodeURIComponent(password)));
    for (const { type, bytes } of await client.until('Z')) {
      if (type === 'K') client.key = { id: bytes.readInt32BE(5), secret: bytes.readInt32BE(9) };
    }
    return client;
  }

  send(...messages: Buffer[]): void {
    this.socket.write(Buffer.concat(messages));
  }

  async next() {
    for (;;) {
      const got = this.reader.message();
      if (got) return got;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** Messages up to and with one of that type. */
  async until(type: string) {
    const got = [await this.next()];
    while (got.at(-1)?.type !== type) got.push(await this.next());
    return got;
  }

  /** The types up to ReadyForQuery, rows with their first value: `1 2 D=7 C Z`. */
  async answer(): Promise<string> {
    const got = await this.until('Z');
    return got
      .map(({ type, bytes }) =>
        type === 'D' ? `D=${bytes.subarray(11).toString()}` : type === 'E' ? `E=${codeOf(bytes)}` : type === 'Z' ? `Z${bytes.toString('latin1', 5)}` : type,
      )
      .join(' ');
  }
}

const codeOf = (bytes: Buffer) => /\0C(\w{5})\0/.exec(bytes.toString('latin1'))?.[1] ?? '';

export const parse = (sql: string, name = '') => message('P', name, sql, Buffer.alloc(2));
export const bind = (statement = '', portal = '') => message('B', portal, statement, Buffer.alloc(6));
export const execute = (portal = '', rows = 0) => message('E', portal, rows);
export const flush = message('H');
export { query, sync } from './wire.mjs';
export { textAt };
