/** graphql-transport-ws on top of the gate and the executor: the library keeps the protocol's state, every payload is written by us. */
import { randomUUID } from 'node:crypto';
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Context, makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import type { Db } from '../db/db.js';
import type { Traffic } from '../http/traffic.js';
import { refuse } from './errors.js';
import type { Executor } from './execute.js';
import { codeIn, formatError, refusalIn } from './format-error.js';
import type { Gate } from './gate.js';
import type { InFlight } from './in-flight.js';
import { limits } from './limits/limits.js';
import type { OperationContext } from './operation-context.js';
import { countOperation, countRefused, deliveries, openSubscriptions } from './operation-metrics.js';
import { stringify } from './raw-json.js';
import { closing, type SocketConnection } from './socket-connection.js';
import { openSubscription, type Wire } from './subscribe.js';

export interface SocketExtra {
  readonly connection: SocketConnection;
}

type SocketContext = Context<Record<string, unknown>, SocketExtra>;

/** What the library hands on from `onSubscribe` to `execute` and `subscribe`. */
interface SocketArgs extends ExecutionArgs {
  readonly contextValue: OperationContext;
  readonly wire: Wire;
}

/** Milliseconds in which a client has to say connection_init. */
const initWithin = 5_000;
/** A refused newcomer is closed after its answers have had this long, in milliseconds, to get there. */
const farewell = 1_000;

export class SocketProtocol {
  readonly server: Server<SocketExtra>;

  constructor(
    private readonly gate: Gate,
    private readonly executor: Executor,
    private readonly db: Pick<Db, 'run'>,
    private readonly traffic: Traffic,
    private readonly inFlight: InFlight,
  ) {
    this.server = makeServer<Record<string, unknown>, SocketExtra>({
      connectionInitWaitTimeout: initWithin,
      onConnect: (context) => this.connect(context),
      onSubscribe: (context, id, payload) => this.admit(context, id, payload),
      execute: (args) => this.run(args as unknown as SocketArgs),
      subscribe: (args) => this.subscribe(args as unknown as SocketArgs),
    });
  }

  /** Everyone may connect; who may do nothing hears so at every operation, as over HTTP, and is closed then. */
  private async connect({ extra: { connection }, connectionParams }: SocketContext): Promise<true> {
    connection.greet(connectionParams);
    connection.actor = (await this.gate.actor(connection).catch(() => null)) ?? undefined;
    return true;
  }

  private async admit(socket: SocketContext, id: string, payload: SubscribePayload): Promise<SocketArgs | GraphQLError[]> {
    const { connection } = socket.extra;
    const { cookie, tenant, locale, request } = connection;
    const correlationId = randomUUID();
    try {
      const seconds = this.traffic.take(request);
      if (seconds > 0) throw refuse('RATE_LIMITED', { seconds });
      if (Object.keys(socket.subscriptions).length > limits.subscriptions) throw refuse('TOO_MANY_SUBSCRIPTIONS', { max: limits.subscriptions });
      const context = await this.gate.admit({ transport: 'socket', connectionId: connection.id, cookie, tenant, locale, correlationId }, payload);
      if (!context.actor) farewellTo(connection, 'unauthenticated');
      const { document, operationName } = context.operation;
      return { schema: this.executor.schema, document, operationName, contextValue: context, wire: wireTo(socket, id) };
    } catch (error) {
      const formatted = formatError(error, { locale, correlationId, operation: 'other' });
      countRefused('socket', codeIn(formatted));
      if (refusalIn(error)?.reason === 'NOT_A_MEMBER') farewellTo(connection, 'forbidden');
      return [new GraphQLError(formatted.message, { extensions: formatted.extensions })];
    }
  }

  /** Queries and mutations. */
  private async run({ contextValue: context, wire }: SocketArgs): Promise<AsyncIterable<never>> {
    const startedAt = performance.now();
    const done = this.inFlight.begin();
    try {
      const answer = await this.executor.run(context);
      countOperation(context, answer, startedAt);
      if (answer.data === undefined) wire.error(answer.errors ?? []);
      else wire.next(stringify(answer));
    } finally {
      done();
    }
    return nothingMore;
  }

  private async subscribe({ contextValue: context, wire }: SocketArgs): Promise<AsyncIterable<never>> {
    const startedAt = performance.now();
    const done = this.inFlight.begin();
    try {
      const told: Wire = {
        ...wire,
        error: (errors) => {
          countOperation(context, { errors }, startedAt);
          wire.error(errors);
        },
      };
      const carrier = await openSubscription(this.executor, this.db, context, told);
      if (!carrier) return nothingMore;
      countOperation(context, {}, startedAt);
      openSubscriptions.inc();
      void carrier.ended.then(() => openSubscriptions.dec());
      return carrier;
    } finally {
      done();
    }
  }
}

/** The messages of one operation. The library is told of an error by its absence from the list: then it adds no `complete`. */
function wireTo(socket: SocketContext, id: string): Wire {
  const { connection } = socket.extra;
  const quotedId = JSON.stringify(id);
  const before = `{"id":${quotedId},"type":"next","payload":`;
  return {
    next: (payload) => {
      if (!(id in socket.subscriptions)) return;
      deliveries.inc();
      connection.write(`${before}${payload}}`);
    },
    error: (errors: readonly GraphQLFormattedError[]) => {
      if (!(id in socket.subscriptions)) return;
      connection.write(`{"id":${quotedId},"type":"error","payload":${JSON.stringify(errors)}}`);
      delete socket.subscriptions[id];
    },
  };
}

function farewellTo(connection: SocketConnection, why: 'unauthenticated' | 'forbidden'): void {
  setTimeout(() => connection.close(closing[why]), farewell).unref();
}

/** Lets the library say `complete` and no more. */
const nothingMore: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};
