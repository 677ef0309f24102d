import type { Client as Socket } from 'graphql-ws';
import type { CombinedError } from 'urql';
import {
  ApplyMapEditsDocument,
  AreaStateDocument,
  MapEditsDocument,
  MapPresenceDocument,
  MovePresenceDocument,
  SharedMapDocument,
  type AreaStateSubscription,
  type MapEditInput,
  type MapEditsSubscription,
  type MapPresenceSubscription,
} from '../../generated/graphql';
import type { Api } from '../../platform/api';
import { failureOf } from '../../platform/failure';
import { CallFailed, type MapServer } from './MapServer';

/** Milliseconds before a call counts as lost: edits are few and are repeated under the same ids, a map can be large. */
const longestApply = 30_000;
const longestLoad = 120_000;

/** Close codes after which the socket's library does not try again: see the api's `socket-connection.ts`. */
const closedFor = new Map([
  [4401, 'UNAUTHENTICATED'],
  [4403, 'FORBIDDEN'],
]);

/** The map of one area over the tenant's own client and socket. */
export function graphqlMapServer({ client, socket }: Api, areaId: string): MapServer {
  const follow = <Data>(document: unknown, variables: object, heard: (data: Data) => void, ended?: (failure: CallFailed) => void) =>
    socket ? subscribe(socket, document, variables, heard, ended) : () => undefined;
  return {
    async load() {
      const { data, error } = await inTime(
        client.query(SharedMapDocument, { areaId, atSeq: null }, { requestPolicy: 'network-only' }).toPromise(),
        longestLoad,
      );
      if (error || !data) throw callFailed(error);
      return data.areaMap;
    },
    async apply(edits) {
      // The generated types know no read-only lists; nothing changes these.
      const { data, error } = await inTime(client.mutation(ApplyMapEditsDocument, { areaId, edits: edits as MapEditInput[] }).toPromise(), longestApply);
      if (error || !data) throw callFailed(error);
      return data.applyMapEdits;
    },
    edits: (afterSeq, heard, ended) => {
      // The library sends the payload anew at every connection: by then this says where to go on.
      const variables = {
        areaId,
        get afterSeq() {
          return afterSeq();
        },
      };
      return follow<MapEditsSubscription>(MapEditsDocument, variables, ({ mapEdits }) => heard(mapEdits), ended);
    },
    areaState: (heard, ended) => follow<AreaStateSubscription>(AreaStateDocument, { areaId }, ({ areaState }) => heard(areaState), ended),
    presence: (heard, ended) => follow<MapPresenceSubscription>(MapPresenceDocument, { areaId }, ({ mapPresence }) => heard(mapPresence), ended),
    move(cursor, editing) {
      // Through the socket, which is what tells this window from others; lost ones are of no consequence.
      follow(MovePresenceDocument, { areaId, cursor: cursor && { lon: cursor[0], lat: cursor[1] }, editing }, () => undefined);
    },
    connection(changed) {
      const stops = socket ? [socket.on('connected', () => changed(true)), socket.on('closed', () => changed(false))] : [];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

interface Persisted {
  documentId?: string;
}

function subscribe<Data>(socket: Socket, document: unknown, variables: object, heard: (data: Data) => void, ended?: (failure: CallFailed) => void): () => void {
  // Documents are built with the id the server knows them by; no text travels.
  const { documentId = '' } = document as Persisted;
  const payload = { query: '', documentId, variables: variables as Record<string, unknown> };
  return socket.subscribe<Data>(payload, {
    next: ({ data }) => data && heard(data),
    error: (error) => ended?.(Array.isArray(error) ? refused(error[0] as WireError) : closed(error)),
    // Also when it was ended from here; whoever did that listens no more.
    complete: () => ended?.(unreachable()),
  });
}

const unreachable = (): CallFailed => new CallFailed('unreachable', '', '', '');

/** @param event what the library throws: a CloseEvent, or whatever else kept it from connecting */
function closed(event: unknown): CallFailed {
  const code = closedFor.get((event as Partial<CloseEvent> | null)?.code ?? 0);
  return code ? new CallFailed('refused', code, '', '') : unreachable();
}

/** @throws CallFailed where nothing came in time */
function inTime<Answer>(call: Promise<Answer>, longest: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(unreachable()), longest);
    void call.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface WireError {
  readonly message: string;
  readonly extensions?: { code?: string; reason?: string };
}

const refused = ({ message, extensions }: WireError): CallFailed => new CallFailed('refused', extensions?.code ?? '', extensions?.reason ?? '', message);

function callFailed(error: CombinedError | undefined): CallFailed {
  if (!error) return unreachable();
  const { kind, code = '', reason = '', message } = failureOf(error);
  return new CallFailed(kind === 'refused' ? 'refused' : 'unreachable', code, reason, message);
}
