/** The WebSocket side of /graphql: lets sockets in, looks after them, and closes those whose rights are gone. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { isOurOrigin } from '../http/origin.js';
import { refusalResponse } from '../http/refusal-response.js';
import { socketsPerSession, type Traffic } from '../http/traffic.js';
import { log } from '../log/log.js';
import { type Refusal, refuse } from './errors.js';
import { refusalIn } from './format-error.js';
import type { Gate, Identity } from './gate.js';
import { openSockets } from './operation-metrics.js';
import { closing, hasSameRights, SocketConnection } from './socket-connection.js';
import type { SocketProtocol } from './socket-protocol.js';

/** Bytes of one message at most. */
const longestMessage = 1024 * 1024;
/** Milliseconds between two looks at all sockets. */
const sweepEvery = 2_000;
/** Sockets whose rights are looked up again at each sweep, those that waited longest first: what it costs stays the same however many there are. Revocations don't wait for it. */
const checksPerSweep = 100;
const pingAfter = 10_000;
const silentFor = 30_000;
/** How long one may stay who isn't signed in or not a member. */
const strangersStay = 10_000;

const socketOptions = {
  noServer: true,
  maxPayload: longestMessage,
  perMessageDeflate: false,
  clientTracking: false,
  handleProtocols,
  closeTimeout: 5_000, // of a peer that doesn't answer a close; newer than the library's types
};

export interface SocketServerOptions {
  readonly path: string;
  readonly publicUrl: string;
  readonly gate: Gate;
  readonly sessions: Pick<Identity, 'onRevoked'>;
  readonly traffic: Traffic;
  readonly protocol: SocketProtocol;
}

export class SocketServer {
  private readonly sockets = new WebSocketServer(socketOptions);
  private readonly connections = new Set<SocketConnection>();
  private readonly sweep: NodeJS.Timeout;
  private readonly forget: () => void;
  private stopping = false;

  constructor(
    private readonly server: Server,
    private readonly options: SocketServerOptions,
  ) {
    server.on('upgrade', this.upgrade);
    this.sweep = setInterval(() => this.lookAfterAll(), sweepEvery).unref();
    this.forget = options.sessions.onRevoked((personId) => this.revoked(personId));
  }

  /** Refuses newcomers from now on. */
  stopAccepting(): void {
    this.stopping = true;
  }

  /** Tells everyone to connect again elsewhere. Resolves when all are gone, after `longest` milliseconds at the latest. */
  async stop(longest: number): Promise<void> {
    this.stopAccepting();
    clearInterval(this.sweep);
    this.forget();
    const gone = Promise.all([...this.connections].map(({ socket }) => new Promise<void>((resolve) => socket.once('close', () => resolve()))));
    for (const connection of this.connections) connection.close(closing.restart);
    const late = setTimeout(() => {
      for (const { socket } of this.connections) socket.terminate();
    }, longest);
    await gone;
    clearTimeout(late);
    this.server.off('upgrade', this.upgrade);
  }

  private readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    if (this.stopping) return void socket.destroy(); // the client tries again elsewhere
    const refusal = this.refusalOf(request);
    const leave = refusal ? undefined : this.options.traffic.open(request);
    if (!leave) return refuseUpgrade(request, socket, refusal ?? refuse('TOO_MANY_SOCKETS', { max: socketsPerSession }));
    socket.once('close', leave);
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.opened(webSocket, request));
  };

  private refusalOf(request: IncomingMessage): Refusal | undefined {
    if (request.url?.split('?')[0] !== this.options.path) return refuse('ADDRESS_NOT_FOUND');
    if (!isOurOrigin(request.headers, this.options.publicUrl)) return refuse('FOREIGN_ORIGIN');
    const seconds = this.options.traffic.take(request);
    return seconds > 0 ? refuse('RATE_LIMITED', { seconds }) : undefined;
  }

  private opened(socket: WebSocket, request: IncomingMessage): void {
    const connection = new SocketConnection(socket, request);
    this.connections.add(connection);
    openSockets.inc();
    const heard = (): void => {
      connection.heardAt = performance.now();
    };
    const closed = this.options.protocol.server.opened(
      {
        protocol: socket.protocol,
        send: (message) => connection.write(message),
        // The library's reasons may quote what came in; the code says enough.
        close: (code = 1000) => socket.close(code),
        onMessage: (handle) => {
          socket.on('message', (data) => {
            heard();
            handle((data as Buffer).toString()).catch((error: unknown) => {
              log.error('socket message failed', { transport: 'socket', error });
              socket.close(4500);
            });
          });
        },
      },
      { connection },
    );
    socket.on('pong', heard);
    socket.on('error', () => undefined); // a broken frame or a lost peer: `close` follows
    socket.once('close', (code, reason) => {
      this.connections.delete(connection);
      openSockets.dec();
      void closed(code, String(reason));
    });
  }

  private lookAfterAll(): void {
    const now = performance.now();
    for (const connection of this.connections) {
      const silent = now - connection.heardAt;
      if (silent > silentFor) connection.socket.terminate();
      else if (silent > pingAfter && connection.socket.readyState === connection.socket.OPEN) connection.socket.ping();
    }
    const longestUnchecked = [...this.connections].sort((a, b) => a.checkedAt - b.checkedAt).slice(0, checksPerSweep);
    for (const connection of longestUnchecked) void this.check(connection);
  }

  private revoked(personId: string | null): void {
    for (const connection of this.connections) {
      if (personId === null) connection.checkedAt = 0;
      else if (connection.actor?.personId === personId) void this.check(connection);
    }
    if (personId === null) this.lookAfterAll();
  }

  /** Closes the socket where its sign-in ended or its rights aren't what they were. */
  private async check(connection: SocketConnection): Promise<void> {
    connection.checkedAt = performance.now();
    const before = connection.actor;
    if (!before && performance.now() - connection.openedAt < strangersStay) return;
    try {
      const now = await this.options.gate.actor(connection);
      if (!now) connection.close(closing.unauthenticated);
      else if (before && !hasSameRights(before, now)) connection.close(closing.rightsChanged);
      else connection.actor = now;
    } catch (error) {
      // A database that can't be asked is no reason to send people away.
      if (refusalIn(error)) connection.close(closing.forbidden);
    }
  }
}

function refuseUpgrade(request: IncomingMessage, socket: Duplex, refusal: Refusal): void {
  const { status, headers, body } = refusalResponse(request, refusal, 'upgrade');
  const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
