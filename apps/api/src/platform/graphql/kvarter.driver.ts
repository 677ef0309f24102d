/**
 * Nest's GraphQL, code first, over transports of our own: HTTP and socket share one gate, so limits,
 * origins, registered documents and errors are the same on both.
 */
import type { Server } from 'node:http';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import type { Db } from '../db/db.js';
import type { FrontDoor } from '../http/front-door.js';
import type { Traffic } from '../http/traffic.js';
import { log } from '../log/log.js';
import { Documents } from './documents.js';
import { Executor } from './execute.js';
import { Gate, type Identity } from './gate.js';
import { HttpTransport } from './http-transport.js';
import { InFlight } from './in-flight.js';
import type { PersistedDocuments } from './persisted-documents.js';
import type { ResponseCache } from './response-cache.js';
import { DateTime } from './scalars/date-time.js';
import { SocketProtocol } from './socket-protocol.js';
import { SocketServer } from './socket-server.js';

export interface KvarterDriverOptions extends GqlModuleOptions {
  readonly db: Pick<Db, 'run'>;
  readonly sessions: Identity;
  readonly traffic: Traffic;
  readonly door: FrontDoor;
  readonly responses: ResponseCache;
  readonly persisted: PersistedDocuments;
  /** Takes any document, and introspection: demo and development only. */
  readonly anyDocument: boolean;
  readonly publicUrl: string;
}

/** How our TypeScript types appear in the schema, at run time and when it is printed. */
export const buildSchemaOptions = { scalarsMap: [{ type: Date, scalar: DateTime }] };

/** Milliseconds that running operations and then sockets get when the process stops. */
const operationsEndWithin = 5_000;
const socketsEndWithin = 2_000;

export class KvarterDriver extends AbstractGraphQLDriver<KvarterDriverOptions> {
  private readonly inFlight = new InFlight();
  private sockets: SocketServer | undefined;

  override async mergeDefaultOptions(options: KvarterDriverOptions): Promise<KvarterDriverOptions> {
    return super.mergeDefaultOptions({ autoSchemaFile: true, buildSchemaOptions, ...options });
  }

  async start({
    schema,
    path = '/graphql',
    db,
    sessions,
    traffic,
    door,
    responses,
    persisted,
    anyDocument,
    publicUrl,
  }: KvarterDriverOptions & { schema?: GraphQLSchema }): Promise<void> {
    if (!schema) throw new Error('no schema: is there any resolver?');
    const gate = new Gate(sessions, new Documents(schema, persisted, anyDocument));
    const executor = new Executor(schema, db);
    const http = new HttpTransport(gate, executor, responses, this.inFlight);
    const protocol = new SocketProtocol(gate, executor, db, traffic, this.inFlight);
    door.answer(path, (request, response) => void http.serve(request, response));
    this.sockets = new SocketServer(this.httpAdapterHost.httpAdapter.getHttpServer() as Server, { path, publicUrl, gate, sessions, traffic, protocol });
  }

  /** Lets what runs come to its end; nothing is waited for longer than seven seconds in all. */
  async stop(): Promise<void> {
    this.sockets?.stopAccepting();
    if (!(await this.inFlight.idle(operationsEndWithin))) log.warn('operations were cut off');
    await this.sockets?.stop(socketsEndWithin);
  }
}
