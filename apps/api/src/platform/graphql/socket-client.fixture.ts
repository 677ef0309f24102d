/** A socket as bare as possible, for specs that look at every message. */
import { WebSocket } from 'ws';

export interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** What became of one operation: the payloads before its end, and the errors or the close code that ended it. */
export class TestSocket {
  readonly messages: Message[] = [];
  readonly closed: Promise<number>;
  private readonly waiting = new Set<() => void>();
  private closeCode: number | undefined;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.messages.push(JSON.parse((data as Buffer).toString()) as Message);
      this.wake();
    });
    this.closed = new Promise((resolve) => {
      socket.once('close', (code) => {
        this.closeCode = code;
        resolve(code);
        this.wake();
      });
    });
  }

  /** @returns an open socket, before connection_init; rejects with the HTTP status where it is refused */
  static open(url: string, headers: Record<string, string> = {}, path = '/graphql'): Promise<TestSocket> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
    const test = new TestSocket(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(test));
      socket.once('unexpected-response', (_request, response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          reject(Object.assign(new Error(`${response.statusCode}`), { status: response.statusCode, body: Buffer.concat(chunks).toString() })),
        );
      });
      socket.once('error', reject);
    });
  }

  static async greet(url: string, headers: Record<string, string>, payload: object = { tenant: 'aa' }): Promise<TestSocket> {
    const socket = await TestSocket.open(url, headers);
    socket.send({ type: 'connection_init', payload });
    await socket.until(({ type }) => type === 'connection_ack');
    return socket;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, payload: object): void {
    this.send({ id, type: 'subscribe', payload: { query: '', ...payload } });
  }

  /** The first message so far or to come that `fits`; rejects when the socket closes before. */
  async until(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.messages.find(fits);
      if (found) return found;
      if (this.closeCode !== undefined) throw new Error(`closed with ${this.closeCode}`);
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  close(): void {
    this.socket.close();
  }

  private wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }
}
